import { describe, expect, test } from 'vitest';
import { OpenLedger } from '../../../src/app/ledger/ledger.ts';
import type { Platform } from '../../../src/app/ports/ports.ts';
import { type Claimed, claim } from '../../../src/app/sync/claim.ts';
import { Budgets } from '../../../src/app/sync/held-jobs.ts';
import { record } from '../../../src/app/sync/record.ts';
import { UNKNOWN_ACCOUNT } from '../../../src/core/jobs/account.ts';
import { sendsOf } from '../../../src/core/jobs/batch.ts';
import { NO_LIMIT } from '../../../src/core/jobs/feeding.ts';
import type { Job } from '../../../src/core/jobs/job.ts';
import { toLine } from '../../../src/core/jobs/ledger-line.ts';
import { USUAL_SETTINGS } from '../../../src/core/settings/sheet-settings.ts';
import { job, queued, START } from '../../core/jobs/jobs.ts';
import { MemoryLedgerSheet } from '../ledger/memory-ledger-sheet.ts';

function sheetOf(jobs: readonly Job[]): MemoryLedgerSheet {
  const sheet = new MemoryLedgerSheet();
  sheet.append(jobs.map((each) => ({ cells: toLine(each), request: `{"of":"${each.id}"}` })));
  sheet.flush();
  return sheet;
}

/** A document whose property holds the keys of batches that were sent. */
function documentWith(...before: string[]): { readonly platform: Platform; sent: readonly string[] } {
  const kept = {
    sent: before as readonly string[],
    platform: Object({
      clock: { now: () => START },
      spreadsheet: { flush: () => undefined },
      settings: {
        automaticUpdates: () => false,
        ofSheet: () => USUAL_SETTINGS,
        sentKeys: () => kept.sent,
        rememberSent: (keys: readonly string[]) => {
          kept.sent = keys;
        },
      },
    }),
  };
  return kept;
}

/** Claims the batch of two fresh jobs. */
function claimed(platform: Platform): Claimed {
  const sheet = sheetOf(queued(2));
  const ledger = new OpenLedger(sheet, sheet.readMark());
  const sends = sendsOf(ledger.jobs(), UNKNOWN_ACCOUNT, START, { batches: 10, singles: 20 }, NO_LIMIT);
  return claim(platform, ledger, { lapsed: [], sends, asks: [], moves: true, wakeAt: START }, START);
}

const KEY = 'rm-run-1-1.0.batch';

describe('the keys of batches that were sent', () => {
  test('are remembered outside of the cells, beside those of earlier batches', () => {
    const kept = documentWith('rm-older-1-1.0.batch');
    expect(claimed(kept.platform).plan.sends.map(({ key }) => key)).toEqual([KEY]);
    expect(kept.sent).toEqual(['rm-older-1-1.0.batch', KEY]);
  });

  test('keep a batch from going again that the ledger, taken back, has forgotten', () => {
    const kept = documentWith(KEY, 'rm-older-1-1.0.batch');
    const { plan, requests } = claimed(kept.platform);
    expect(plan.sends).toEqual([]);
    expect(plan.lapsed).toHaveLength(2);
    expect(requests.size).toBe(0);
  });
});

test('news of a job before the known mark, where another execution has moved it, is recorded all the same', () => {
  const rendering = job({ id: 'run-1-1', status: 'Rendering', sendAs: 'single', key: 'k1', sentAt: START });
  const sheet = sheetOf([rendering, ...queued(3, 'new')]);
  const { platform } = documentWith();
  const owner = Object({ names: ['ana'] });
  const budgets = new Budgets(platform, owner);
  const readsAll = true;
  const run = { platform, client: Object({}), owner, sheet, budgets };
  const options = { resume: false, lookNow: false, fromTrigger: false };
  const finished = { done: 0, failed: 0 };
  const before = {
    mark: 4,
    own: [],
    behind: 0,
    account: UNKNOWN_ACCOUNT,
    finished,
    remarks: [],
    ended: [],
    needsUpkeep: false,
    toldLater: [],
    known: null,
  };
  const event = { type: 'failed', code: 'tts_text_invalid', message: 'Change it.' } as const;
  const after = record(
    { ...run, takeCalls: () => 0, options, readsAll, hasTrigger: false },
    before,
    [{ id: 'run-1-1', event }],
    () => false,
  );
  expect(after).toMatchObject({ mark: 2, finished: { failed: 1 } });
  sheet.flush();
  expect(new OpenLedger(sheet, 2).job('run-1-1')?.status).toBe('Failed');
});
