import { taggedJob } from '../../src/core/jobs/job-id.ts';
import type { EmulatorOptions } from '../../src/emulator/emulator-options.ts';
import type { Execution } from '../../src/emulator/execution.ts';
import { MEASURED_WORK } from '../../src/emulator/script-work.ts';
import type { SimulatorChoices } from '../../src/simulator/options.ts';
import { MINUTE, people, World } from '../bundle/world.ts';

const DAY = 24 * 60 * MINUTE;

/** What a whole run of many rows costs, on the virtual clock. */
export interface LongRun {
  readonly done: number;
  readonly paid: number;
  readonly callsPerRow: number;
  readonly byOperation: Readonly<Record<string, number>>;
  /** Sheets calls of the trigger's executions. */
  readonly sheetCalls: { readonly most: number; readonly mean: number };
  readonly executions: number;
  /** Virtual minutes of trigger run time, in all and for each day of virtual time. */
  readonly triggerMinutes: number;
  readonly triggerMinutesPerDay: number;
  /** The Render execution: virtual seconds, and how many rows it had sent. */
  readonly renderSeconds: number;
  readonly sentByRender: number;
  /** Virtual seconds from a video's completion to its URL in the sheet. */
  readonly latency: { readonly mean: number; readonly late: number; readonly most: number };
  /** The share of the slots' time that was used, from the first start to the last. */
  readonly busy: number;
  readonly hours: number;
}

/** Presses Render for so many rows and follows them to the end, or for `mostRuns` of the trigger. */
export function longRun(
  rows: number,
  choices: SimulatorChoices,
  options: Partial<EmulatorOptions> = {},
  mostRuns = Number.POSITIVE_INFINITY,
): LongRun {
  // Of an execution only this is kept: its calls, with all that they moved, would fill the memory of a long run.
  const executions: Pick<Execution, 'kind' | 'counts' | 'fetches' | 'started' | 'ended'>[] = [];
  const world = new World(choices, {
    account: 'workspace',
    scriptWork: MEASURED_WORK,
    onExecution: ({ kind, counts, fetches, started, ended }) =>
      executions.push({ kind, counts, fetches, started, ended }),
    ...options,
  });
  world.prepare(people(rows));
  executions.length = 0;
  const start = world.now;
  const render = world.menu('renderSelectedRows');
  const sentByRender = world.ledger().filter(({ status }) => status === 'Rendering').length;
  const seenAt = new Map<string, number>();
  for (let runs = 0; runs < mostRuns; runs++) {
    const execution = world.fire();
    if (execution === null) break;
    if (execution.calls.some(({ method }) => method === 'setValues')) noteDone(world, seenAt);
  }
  const triggered = executions.filter(({ kind }) => kind === 'trigger');
  const sheets = triggered.map(({ counts: { services } }) => services.sheets ?? 0);
  const triggerMinutes = sum(triggered.map(({ started, ended }) => ended - started)) / MINUTE;
  const videos = world.simulator.videos();
  const latencies = videos
    .flatMap(({ title, finishAt }) => {
      const seen = seenAt.get(taggedJob(title));
      return seen === undefined ? [] : [(seen - finishAt) / 1000];
    })
    .sort((a, b) => a - b);
  const fetches = executions.flatMap(({ fetches: made }) => made);
  return {
    done: world.statuses().filter((status) => status === 'Done').length,
    paid: world.simulator.paidVideos().length,
    callsPerRow: fetches.length / rows,
    byOperation: countBy(fetches.map(({ method, url }) => `${method} ${operation(url)}`)),
    sheetCalls: { most: Math.max(0, ...sheets), mean: mean(sheets) },
    executions: executions.length,
    triggerMinutes,
    triggerMinutesPerDay: triggerMinutes / ((world.now - start) / DAY),
    renderSeconds: (render.ended - render.started) / 1000,
    sentByRender,
    latency: {
      mean: mean(latencies),
      late: latencies[Math.floor(latencies.length * 0.95)] ?? 0,
      most: latencies[latencies.length - 1] ?? 0,
    },
    busy: busyShare(videos, choices.slots ?? 10),
    hours: (world.now - start) / MINUTE / 60,
  };
}

/** Rows that show their video by now, with the moment at which that was first seen. */
function noteDone(world: World, seenAt: Map<string, number>): void {
  const [headers = [], ...rows] = world.hands.displayValues(world.sheet);
  const [status, job] = [headers.indexOf('status'), headers.indexOf('job')];
  for (const row of rows) {
    const id = row[job] ?? '';
    if (row[status] === 'Done' && !seenAt.has(id)) seenAt.set(id, world.now);
  }
}

function busyShare(
  videos: readonly { readonly startedAt: number; readonly finishAt: number }[],
  slots: number,
): number {
  const started = videos.filter(({ startedAt }) => startedAt > 0);
  const first = Math.min(...started.map(({ startedAt }) => startedAt));
  const last = Math.max(...started.map(({ startedAt }) => startedAt));
  const used = sum(started.map(({ startedAt, finishAt }) => Math.min(finishAt, last) - startedAt));
  return last > first ? used / (slots * (last - first)) : 1;
}

function operation(url: string): string {
  return url
    .replace('https://api.heygen.com/v3/', '')
    .replace(/\?.*/, '')
    .replace(/batches\/.+/, 'batches/{id}')
    .replace(/^videos\/(?!batches|statuses).+/, 'videos/{id}');
}

function countBy(names: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const name of names) counts[name] = (counts[name] ?? 0) + 1;
  return counts;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

function mean(numbers: readonly number[]): number {
  return sum(numbers) / Math.max(1, numbers.length);
}
