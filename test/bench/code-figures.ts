import { readFileSync } from 'node:fs';
import { Script } from 'node:vm';
import { planRun } from '../../src/core/jobs/run.ts';
import { readTable } from '../../src/core/sheet/table.ts';
import { people } from '../bundle/world.ts';
import { bareMerge } from './bare-merge.ts';
import { figure, heading, inTurn, median } from './figures.ts';

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
  const grid = people(10_000);
  const table = readTable(grid);
  const rows = table.rows.map(({ number }) => number);
  const plan = () => planRun({ table, rows, history: new Map(), defaults: {}, tab: 1 });
  const [planning, merging] = inTurn(31, plan, () => bareMerge(grid));
  figure('rows merged, checked and fingerprinted a second', Math.round(10_000 / (planning / 1000)));
  figure('times the work of a bare merge with a zod check', planning / merging, { most: 8 });
}
