import { readFileSync } from 'node:fs';
import { Script } from 'node:vm';
import { chromium } from 'playwright-core';
import { planRun } from '../../src/core/jobs/run.ts';
import { readTable } from '../../src/core/sheet/table.ts';
import { launchOptions } from '../browser/browser.ts';
import { keystrokeMs } from '../browser/sidebar/keystrokes.ts';
import { people } from '../bundle/world.ts';
import { longRun } from './long-run.ts';
import { passCalls } from './pass-calls.ts';

/*
 * Speed as numbers: calls and bytes are exact and the same on every machine; times are not, so they are only
 * to be compared with each other within one run.
 */

const heading = (text: string): void => console.log(`\n${text}`);
const line = (name: string, value: string | number): void => console.log(`  ${name.padEnd(52)} ${value}`);
const tenths = (value: number): number => Math.round(value * 10) / 10;

heading('What is pushed to Google');
const code = readFileSync('dist/main.js', 'utf8');
line('server bundle, bytes (no idle spaces, names whole)', Buffer.byteLength(code));
line('sidebar page, bytes', Buffer.byteLength(readFileSync('dist/sidebar.html', 'utf8')));
line(
  'parsing the server bundle, ms (median of 20)',
  tenths(median(20, () => new Script(code, { filename: `${Math.random()}.js` }))),
);

heading('Planning, without any service');
const table = readTable(people(10_000));
const numbers = table.rows.map(({ number }) => number);
const planning = median(5, () => planRun({ table, rows: numbers, history: new Map(), defaults: {}, tab: 1 }));
line('rows merged, checked and fingerprinted a second', Math.round(10_000 / (planning / 1000)));

for (const [rows, most] of [
  [1_000, Number.POSITIVE_INFINITY],
  [10_000, 60],
] as const) {
  const run = longRun(rows, most);
  heading(
    `${rows} rows, 10 slots, 5-minute renders, virtual clock${run.isWhole ? '' : ` (followed for ${most} trigger runs)`}`,
  );
  line('Render: virtual seconds until all is submitted', tenths(run.renderSeconds));
  line('Render: rows submitted by it', run.submittedByRender);
  line('executions', run.executions);
  line('trigger time, virtual minutes a day', tenths(run.triggerMinutesPerDay));
  line('Sheets calls of a trigger run: most, mean', `${run.sheetCalls.most}, ${tenths(run.sheetCalls.mean)}`);
  if (!run.isWhole) continue;
  line('rows Done, videos paid', `${run.done}, ${run.paid}`);
  line('HeyGen calls a row', Math.round(run.callsPerRow * 1000) / 1000);
  for (const [operation, count] of Object.entries(run.byOperation)) line(`  ${operation}`, count);
  line(
    'completion to URL, virtual minutes: mean, most',
    `${tenths(run.latency.mean / 60)}, ${tenths(run.latency.most / 60)}`,
  );
  line('the whole run, virtual hours', tenths(run.hours));
}

heading('Sheets calls of one pass that shows finished videos');
for (const [open, finished] of [
  [10, 0],
  [300, 0],
  [3_000, 0],
  [10, 5_000],
] as const) {
  line(`${open} open rows, ${finished} finished jobs behind`, passCalls(open, finished));
}

heading('The sidebar in a browser');
const browser = await chromium.launch(launchOptions());
line('a keystroke among 5,000 looks, ms (95th percentile)', tenths(await keystrokeMs(browser, 5_000)));
await browser.close();

/** Real ms of the middle one of so many runs. */
function median(runs: number, work: () => unknown): number {
  const times = Array.from({ length: runs }, () => {
    const began = performance.now();
    work();
    return performance.now() - began;
  }).sort((a, b) => a - b);
  return times[Math.floor(runs / 2)] ?? 0;
}
