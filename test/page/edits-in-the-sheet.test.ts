import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { EmulatorSession } from '../../src/page/engine/emulator-session.ts';
import type { News } from '../../src/page/page-state.ts';

/** The page's engine around a few lines of script. `log` is what it tells the page's log. */
function sessionOf(code: string): { session: EmulatorSession; log: string[] } {
  const folder = mkdtempSync(join(tmpdir(), 'reelmerge-edits-'));
  writeFileSync(join(folder, 'code.js'), code);
  writeFileSync(
    join(folder, 'appsscript.json'),
    JSON.stringify({ timeZone: 'Etc/UTC', runtimeVersion: 'V8' }),
  );
  const log: string[] = [];
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
  return { session, log };
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
