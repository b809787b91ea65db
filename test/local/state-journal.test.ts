import { readFileSync, statSync, truncateSync } from 'node:fs';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { holdsKey } from '../../src/cli/held-key.ts';
import { readSavedRun, savedRunOf, sheetOfSavedRun, TAB } from '../../src/cli/saved-run.ts';
import { SpreadsheetService } from '../../src/emulator/spreadsheet/spreadsheet-service.ts';
import { SpreadsheetUser } from '../../src/emulator/spreadsheet/spreadsheet-user.ts';
import { StateJournal } from '../../src/local/state-journal.ts';
import { Desk } from '../cli/command.ts';
import { ScriptDesk } from '../emulator/spreadsheet/script-bench.ts';

let desk: Desk;
beforeEach(() => {
  desk = new Desk();
});
afterEach(() => desk.clear());

/** A saved run with nothing in it but the spreadsheet and some properties. */
function run(sheets: SpreadsheetService, properties: Record<string, string> = {}) {
  return savedRunOf({
    heygen: 'server',
    replacement: null,
    elsewhere: [],
    emulator: { services: { sheets: sheets.snapshot(), properties: { user: properties } } },
  });
}

function sheetIn(file: string): string[][] {
  const saved = readSavedRun(file);
  if (!saved.ok || saved.value === null) throw new Error(saved.ok ? 'nothing saved' : saved.failure.message);
  return sheetOfSavedRun(saved.value);
}

describe('The state on disk', () => {
  it('is the last spreadsheet that was saved, after any acts of the user', () => {
    const act = fc.oneof(
      fc.record({ do: fc.constant('type' as const), row: fc.integer({ min: 1, max: 9 }), text: fc.string() }),
      fc.record({ do: fc.constant('insert' as const), row: fc.integer({ min: 1, max: 9 }) }),
      fc.record({ do: fc.constant('delete' as const), row: fc.integer({ min: 1, max: 9 }) }),
      fc.record({ do: fc.constant('sort' as const) }),
    );
    fc.assert(
      fc.property(fc.array(act, { maxLength: 12 }), (acts) => {
        const file = desk.path('state.json');
        const service = new SpreadsheetService();
        const hands = new SpreadsheetUser(service);
        hands.load(TAB, [['name'], ['Cy'], ['Ana'], ['Bo']]);
        const journal = new StateJournal(file);
        journal.save(run(service));
        for (const one of acts) {
          if (one.do === 'type') hands.type(TAB, one.row, 1, one.text);
          if (one.do === 'insert') hands.insertRows(TAB, one.row);
          if (one.do === 'delete') hands.deleteRows(TAB, one.row);
          if (one.do === 'sort') hands.sortRows(TAB, 1, true);
          journal.save(run(service));
          expect(sheetIn(file)).toEqual(hands.displayValues(TAB));
        }
        journal.close();
      }),
      { seed: 1, numRuns: 40 },
    );
  });

  it('costs what has changed, however large the sheet', () => {
    const file = desk.path('state.json');
    const service = new SpreadsheetService();
    const hands = new SpreadsheetUser(service);
    hands.load(
      TAB,
      Array.from({ length: 5_000 }, (_, at) => [`row ${at}`, 'x'.repeat(100)]),
    );
    const journal = new StateJournal(file);
    journal.save(run(service));
    const before = statSync(file).size;
    hands.type(TAB, 4_000, 1, 'changed');
    journal.save(run(service));
    expect(statSync(file).size - before).toBeLessThan(2_000);
    journal.close();
  });

  it('costs nothing for rows that a script writes again as they stand', () => {
    const file = desk.path('state.json');
    const bench = new ScriptDesk();
    const write = (status: string): unknown =>
      bench.run(
        `const rows = Array.from({ length: 500 }, (_, at) => ["'job " + at, "'" + 'x'.repeat(100), '']);
        rows[7][2] = ${JSON.stringify(status)};
        sheet.getRange(2, 1, 500, 3).setValues(rows);`,
      );
    const journal = new StateJournal(file);
    write('Queued');
    journal.save(run(bench.service));
    const before = statSync(file).size;
    write('Done');
    journal.save(run(bench.service));
    expect(statSync(file).size - before).toBeLessThan(2_000);
    expect(sheetIn(file)).toEqual(bench.hands.displayValues(TAB));
    journal.close();
  });

  it('passes over a line that a kill has cut short, and refuses a file that is damaged otherwise', () => {
    const file = desk.path('state.json');
    const service = new SpreadsheetService();
    const hands = new SpreadsheetUser(service);
    hands.load(TAB, [['name']]);
    const journal = new StateJournal(file);
    journal.save(run(service));
    hands.load(TAB, [['other']]);
    journal.save(run(service));
    journal.close();
    truncateSync(file, statSync(file).size - 5);
    expect(sheetIn(file)).toEqual([['name']]);
    desk.write('state.json', `{"rest":\n${readFileSync(file, 'utf8')}`);
    const damaged = readSavedRun(file);
    expect(damaged).toMatchObject({ ok: false, failure: { kind: 'other-version' } });
  });

  it('never holds the key, wherever it turns up', () => {
    const file = desk.path('state.json');
    const service = new SpreadsheetService();
    new SpreadsheetUser(service).load(TAB, [['name', 'pasted sk_secret_"0123 here', 'kept']]);
    const key = 'sk_secret_"0123';
    const journal = new StateJournal(file, holdsKey(key));
    journal.save(run(service, { HEYGEN_KEY: key, OTHER: 'kept' }));
    journal.close();
    expect(readFileSync(file, 'utf8')).not.toContain('sk_secret');
    expect(readFileSync(file, 'utf8')).toContain('"OTHER":"kept"');
    expect(sheetIn(file)).toEqual([['name', '', 'kept']]);
  });
});
