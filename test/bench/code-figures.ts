import { readFileSync } from 'node:fs';
import { Script } from 'node:vm';
import { planRun } from '../../src/core/jobs/run.ts';
import { readTable } from '../../src/core/sheet/table.ts';
import { people } from '../bundle/world.ts';
import { figure, heading, median } from './figures.ts';

export function codeFigures(): void {
  heading('What is pushed to Google');
  const code = readFileSync('dist/main.js', 'utf8');
  figure('server bundle, bytes (no idle spaces, names whole)', Buffer.byteLength(code));
  figure('sidebar page, bytes', Buffer.byteLength(readFileSync('dist/sidebar.html', 'utf8')));
  figure(
    'parsing the server bundle, ms (median of 20)',
    median(20, () => new Script(code, { filename: `${Math.random()}.js` })),
  );

  heading('Planning, without any service');
  const table = readTable(people(10_000));
  const rows = table.rows.map(({ number }) => number);
  const planning = median(5, () => planRun({ table, rows, history: new Map(), defaults: {}, tab: 1 }));
  figure('rows merged, checked and fingerprinted a second', Math.round(10_000 / (planning / 1000)));
}
