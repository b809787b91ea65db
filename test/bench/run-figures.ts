import { figure, heading } from './figures.ts';
import { type LongRun, longRun } from './long-run.ts';
import { type BenchWorld, WORLDS } from './worlds.ts';

/** Whole runs with a trigger each minute, in all worlds. */
export function runFigures(sizes: readonly number[]): void {
  for (const rows of sizes) {
    for (const world of WORLDS) {
      const run = longRun(rows, world.choices);
      heading(`${rows} rows, 10 slots, ${world.name}; a trigger each minute`);
      waiting(run, world);
      figure(
        'trigger time, virtual minutes: in all',
        run.triggerMinutes,
        ...(rows <= 1_000 ? [{ most: 30 }] : []),
      );
      figure('  a day', run.triggerMinutesPerDay, ...(rows > 1_000 ? [{ most: 80 }] : []));
      common(run);
    }
  }
}

/** The same with the hourly trigger of a published add-on, in the worlds that render in order. */
export function hourlyFigures(sizes: readonly number[]): void {
  for (const rows of sizes) {
    for (const world of WORLDS.filter(({ name }) => name.startsWith('in order'))) {
      const run = longRun(rows, world.choices, { mode: 'addon', addonTriggerDocument: 'document' });
      heading(`${rows} rows, 10 slots, ${world.name}; the hourly trigger of a published add-on`);
      figure('HeyGen calls a row', run.callsPerRow, { most: 0.15 });
      figure('slots busy, % (100: none idle while something waits)', run.busy * 100, { least: 99.9 });
      common(run);
    }
  }
}

function waiting(run: LongRun, world: BenchWorld): void {
  figure('finished to in the row, virtual s: mean', run.latency.mean, { most: 60 });
  figure('  95th percentile', run.latency.late, { most: 150 });
  figure('  most', run.latency.most);
  figure('HeyGen calls a row', run.callsPerRow, { most: world.mostCalls });
  figure('slots busy, %', run.busy * 100, { least: 98 });
}

function common(run: LongRun): void {
  for (const [operation, count] of Object.entries(run.byOperation)) figure(`  ${operation}`, count);
  figure('Render: virtual seconds, rows sent by it', `${run.renderSeconds.toFixed(1)}, ${run.sentByRender}`);
  figure(
    'Sheets calls of a trigger run: most, mean',
    `${run.sheetCalls.most}, ${run.sheetCalls.mean.toFixed(1)}`,
  );
  figure('executions', run.executions);
  figure('rows Done, videos paid', `${run.done}, ${run.paid}`);
  figure('the whole run, virtual hours', run.hours);
}
