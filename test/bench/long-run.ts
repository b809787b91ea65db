import { taggedJob } from '../../src/core/jobs/job-id.ts';
import type { Execution } from '../../src/emulator/execution.ts';
import { MINUTE, people, World } from '../bundle/world.ts';

/** What a whole run of many rows costs, on the virtual clock. */
export interface LongRun {
  readonly rows: number;
  readonly done: number;
  readonly paid: number;
  readonly heygenCalls: number;
  readonly callsPerRow: number;
  readonly byOperation: Readonly<Record<string, number>>;
  /** Sheets calls of the executions of the trigger. */
  readonly sheetCalls: { readonly most: number; readonly mean: number };
  readonly executions: number;
  /** Virtual minutes of trigger run time, per day of virtual time. */
  readonly triggerMinutesPerDay: number;
  /** The Render execution: virtual seconds, and how many rows it had sent. */
  readonly renderSeconds: number;
  readonly submittedByRender: number;
  /** False when it was only followed for a while. */
  readonly isWhole: boolean;
  /** Virtual seconds from a video's completion to its URL in the sheet. */
  readonly latency: { readonly mean: number; readonly most: number };
  readonly hours: number;
}

/** Renders `rows` rows with 10 slots and 5-minute renders, and follows them to the end or for `most` trigger runs. */
export function longRun(rows: number, most: number): LongRun {
  const executions: Execution[] = [];
  const world = new World(
    { slots: 10, renderMs: [5 * MINUTE, 5 * MINUTE] },
    { account: 'workspace', onExecution: (execution) => executions.push(execution) },
  );
  world.prepare(people(rows));
  executions.length = 0;
  const render = world.menu('renderSelectedRows');
  const submittedByRender = world.rows().filter(({ status }) => status === 'Rendering').length;
  let runs = 0;
  const seenAt = new Map<string, number>();
  const start = world.now;
  for (
    let next = world.emulator.nextTriggerAt();
    next !== null && runs < most;
    next = world.emulator.nextTriggerAt()
  ) {
    runs += 1;
    world.emulator.clock.moveTo(Math.max(next, world.now));
    for (const execution of world.emulator.fireDueTriggers()) {
      if (execution.outcome !== 'returned') throw new Error(execution.error?.stack ?? execution.outcome);
    }
    if (rows > 1_000) continue;
    for (const { status, job = '' } of world.rows()) {
      if (status === 'Done' && !seenAt.has(job)) seenAt.set(job, world.now);
    }
  }
  const triggered = executions.filter(({ kind }) => kind === 'trigger');
  const counts = triggered.map(({ counts: { services } }) => services.sheets ?? 0);
  const ran = triggered.reduce((sum, { started, ended }) => sum + ended - started, 0);
  const latencies = world.simulator.videos().flatMap((video) => {
    const seen = seenAt.get(taggedJob(video.title));
    return seen === undefined ? [] : [(seen - video.finishAt) / 1000];
  });
  const fetches = executions.flatMap(({ fetches: made }) => made);
  const byOperation: Record<string, number> = {};
  for (const { method, url } of fetches) {
    const path = url
      .replace('https://api.heygen.com/v3/', '')
      .replace(/\?.*/, '')
      .replace(/batches\/.+/, 'batches/{id}');
    byOperation[`${method} ${path}`] = (byOperation[`${method} ${path}`] ?? 0) + 1;
  }
  return {
    rows,
    done: world.rows().filter(({ status }) => status === 'Done').length,
    paid: world.simulator.paidVideos().length,
    heygenCalls: fetches.length,
    callsPerRow: fetches.length / rows,
    byOperation,
    sheetCalls: { most: Math.max(...counts), mean: mean(counts) },
    executions: executions.length,
    triggerMinutesPerDay: ran / MINUTE / ((world.now - start) / (24 * 60 * MINUTE)),
    renderSeconds: (render.ended - render.started) / 1000,
    submittedByRender,
    isWhole: runs < most,
    latency: { mean: mean(latencies), most: Math.max(...latencies) },
    hours: (world.now - start) / MINUTE / 60,
  };
}

function mean(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0) / Math.max(1, numbers.length);
}
