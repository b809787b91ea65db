import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readHistory } from '../../../src/app/ledger/history.ts';
import { OpenLedger } from '../../../src/app/ledger/ledger.ts';
import { isSettled } from '../../../src/app/ledger/open-lines.ts';
import type { JobEvent } from '../../../src/core/jobs/job-event.ts';
import { toLine } from '../../../src/core/jobs/ledger-line.ts';
import { cases } from '../../cases.ts';
import { queued, START } from '../../core/jobs/jobs.ts';
import { MemoryLedgerSheet } from './memory-ledger-sheet.ts';

/** One execution: it adds jobs or changes some, and ends well or is killed with some of its writes kept. */
interface Execution {
  readonly adds: number;
  /** Which of the open jobs are brought to their end and shown, by position, all of them when empty. */
  readonly ends: readonly number[];
  readonly shows: boolean;
  /** Reads the mark that stood there one execution earlier, as one that began earlier does. */
  readonly beganEarlier: boolean;
  /** Has nothing else to do, so that it moves the mark as well. */
  readonly restful: boolean;
  readonly kept: readonly boolean[] | null;
}

const executions = (sizes: readonly number[], most: number): fc.Arbitrary<Execution[]> =>
  fc.array(
    fc.record({
      adds: fc.constantFrom(0, 0, ...sizes),
      ends: fc.oneof(fc.constant([]), fc.array(fc.nat(40), { minLength: 1, maxLength: 6 })),
      shows: fc.constantFrom(true, true, false),
      beganEarlier: fc.boolean(),
      restful: fc.boolean(),
      kept: fc.oneof(fc.constant(null), fc.tuple(fc.boolean(), fc.boolean(), fc.boolean())),
    }),
    { minLength: 4, maxLength: most },
  );

const END: readonly JobEvent[] = [
  { type: 'claimed', sendAs: 'single', key: 'k', item: null },
  {
    type: 'refused',
    problem: { kind: 'row', code: 'c', message: 'm', httpStatus: 400, requestId: '', waitSeconds: 0 },
  },
];

class History {
  readonly sheet = new MemoryLedgerSheet();
  private runs = 0;
  private markBefore = 2;
  /** Ids of the jobs that are durable. */
  readonly ids = new Set<string>();

  run(step: Execution): void {
    const { sheet } = this;
    const mark = step.beganEarlier ? this.markBefore : sheet.readMark();
    this.markBefore = sheet.readMark();
    const before = new Map(readHistory(sheet));
    const added = queued(step.adds, `r${this.runs++}`);
    if (added.length > 0) {
      sheet.append(added.map((each) => ({ cells: toLine(each), request: `request of ${each.id}` })));
    } else this.change(new OpenLedger(sheet, mark), step);
    const after = new Map(readHistory(sheet));
    if (step.kept === null) sheet.flush();
    else sheet.kill((write) => step.kept?.[write] ?? false);
    const now = readHistory(sheet);
    for (const [id, job] of now) expect([before.get(id), after.get(id)]).toContainEqual(job);
    for (const { id } of added) if (now.has(id)) this.ids.add(id);
  }

  private change(ledger: OpenLedger, step: Execution): void {
    const jobs = ledger.jobs();
    const chosen = step.ends.length === 0 ? jobs : step.ends.map((at) => jobs[at % Math.max(1, jobs.length)]);
    for (const each of chosen) {
      if (each === undefined) continue;
      for (const event of END) ledger.apply(each.id, event, START);
      const status = ledger.job(each.id)?.status;
      if (step.shows && status !== undefined) ledger.apply(each.id, { type: 'shown', status }, START);
    }
    ledger.record(chosen.length === 0 || step.restful);
  }
}

/** Many short histories, and some in which enough is finished to be tidied. */
function law(check: (history: History) => void): void {
  const holds = (steps: readonly Execution[]): void => {
    const history = new History();
    for (const step of steps) {
      history.run(step);
      check(history);
    }
  };
  fc.assert(fc.property(executions([2, 60], 12), holds), cases(25, 20261104));
  fc.assert(fc.property(executions([1, 510], 8), holds), cases(2, 20261105));
}

describe('over any history of executions, also killed ones that lost any of their writes', () => {
  test('the ledger keeps every job, each once and with its own request', () => {
    law(({ sheet, ids }) => {
      expect(
        sheet
          .lines()
          .map(({ cells }) => cells[0])
          .sort(),
      ).toEqual([...ids].sort());
      for (const { cells, request } of sheet.lines()) expect(request).toBe(`request of ${cells[0]}`);
    });
  });

  test('the mark never passes a job that is open or whose row has not shown its end', () => {
    law(({ sheet }) => {
      const unsettled = [...readHistory(sheet).values()].filter((each) => !isSettled(each));
      const seen = new OpenLedger(sheet, sheet.readMark()).jobs().map(({ id }) => id);
      expect(seen.sort()).toEqual(unsettled.map(({ id }) => id).sort());
    });
  });
});
