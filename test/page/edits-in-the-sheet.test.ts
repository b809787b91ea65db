import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { EmulatorSession } from '../../src/page/engine/emulator-session.ts';
import { afterNews, emptyState, type News } from '../../src/page/page-state.ts';

/** The page's engine around a few lines of script. `log` is what it tells the page's log. */
function sessionOf(code: string): {
  session: EmulatorSession;
  log: string[];
  /** The texts of a sheet as the page has been told. */
  shown: (sheet: string) => string[][];
} {
  const folder = mkdtempSync(join(tmpdir(), 'reelmerge-edits-'));
  writeFileSync(join(folder, 'code.js'), code);
  writeFileSync(
    join(folder, 'appsscript.json'),
    JSON.stringify({ timeZone: 'Etc/UTC', runtimeVersion: 'V8' }),
  );
  const log: string[] = [];
  let state = emptyState({ title: 'Videos', mode: 'bound', heygen: null });
  const order = {
    addOn: folder,
    title: 'Videos',
    rows: [['Name'], ['Ann']],
    mode: 'bound',
    origin: 'http://127.0.0.1:1',
    simulated: true,
    stateFile: join(folder, 'state.json'),
    flag: new SharedArrayBuffer(4),
  } as const;
  const session = new EmulatorSession(order, {
    tell: (news: News) => {
      state = afterNews(state, news);
      if (news.kind === 'log') log.push(...news.entries.map(({ text }) => text));
    },
    showPage: () => undefined,
    answer: () => ({ button: 'OK' }),
  });
  onTestFinished(() => {
    session.close();
    rmSync(folder, { recursive: true });
  });
  session.open();
  const shown = (name: string): string[][] => {
    const rows = state.book.sheets.find((sheet) => sheet.name === name)?.rows ?? [];
    return rows.map(({ cells }) =>
      cells.length === 0 ? [''] : cells.map((cell) => (typeof cell === 'string' ? cell : cell.text)),
    );
  };
  return { session, log, shown };
}

test('typing in the page’s sheet runs onEdit once an act, and the log says so', () => {
  const { session, log } = sessionOf(`function onOpen() {} function onEdit(e) { e.range.getValues(); }`);
  const type = (...cells: { row: number; column: number; text: string }[]) =>
    session.act({ kind: 'type', sheet: 'Videos', cells });
  expect(type({ row: 2, column: 1, text: 'Bert' })).toEqual({ ok: true });
  expect(type({ row: 2, column: 1, text: '' }, { row: 3, column: 1, text: '' })).toEqual({ ok: true });
  session.act({ kind: 'duplicate-row', sheet: 'Videos', row: 2 });
  expect(log).toEqual([
    expect.stringMatching(/^onEdit returned \(1 call, /),
    expect.stringMatching(/^onEdit returned \(1 call, /),
  ]);
});

test('an onEdit that throws does not refuse what was typed, and the log says why', () => {
  const { session, log } = sessionOf(`function onOpen() {} function onEdit() { throw new Error('no'); }`);
  const cells = [{ row: 2, column: 1, text: 'Bert' }];
  expect(session.act({ kind: 'type', sheet: 'Videos', cells })).toEqual({ ok: true });
  expect(log).toEqual([expect.stringMatching(/^onEdit threw: no /)]);
});

test('a pasted block makes the sheet longer, a cut one goes away, hidden rows are not cleared, and each is undone in one step', () => {
  const { session, log, shown: texts } = sessionOf('function onOpen() {} function onEdit() {}');
  const sheet = 'Videos';
  const into = { row: 1_001, column: 1, rows: 1, columns: 1 };
  const one = { row: 2, column: 1, rows: 1, columns: 1 };
  const shown = () => texts(sheet).map(([first]) => first);
  session.act({ kind: 'paste', sheet, into, text: 'Bert\nCleo', moved: { sheet, block: one } });
  expect([shown()[1], shown()[1_000], shown()[1_001]]).toEqual(['', 'Bert', 'Cleo']);
  session.act({ kind: 'undo' });
  expect(shown()).toEqual(['Name', 'Ann']);
  session.act({ kind: 'redo' });
  expect(shown()).toHaveLength(1_002);
  session.act({ kind: 'hide-rows', sheet, first: 1_001, count: 1 });
  session.act({ kind: 'clear', sheet, blocks: [{ row: 1, column: 1, rows: 1_002, columns: 1 }] });
  expect(shown().filter((text) => text !== '')).toEqual(['Bert']);
  for (let steps = 0; steps < 3; steps += 1) session.act({ kind: 'undo' });
  expect(shown()).toEqual(['Name', 'Ann']);
  expect(log.every((line) => line.startsWith('onEdit returned'))).toBe(true);
});
