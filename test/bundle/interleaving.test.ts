import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { InterleavedRun } from '../../src/emulator/emulator.ts';
import type { SimulatorChoices } from '../../src/simulator/options.ts';
import { cases, everyNth } from '../cases.ts';
import { breachesAtTheEnd, ownCells } from './laws.ts';
import { KEY, people, World } from './world.ts';

/** Two executions at once, in the state of the sheet in which they begin. */
interface Meeting {
  readonly rows: number;
  readonly heygen: SimulatorChoices;
  /** What has happened before they begin. */
  readonly before: (world: World) => void;
  readonly runs: readonly [InterleavedRun, InterleavedRun];
  /** Rows may end cancelled, if nothing was paid for them; they are not rendered again. */
  readonly cancels?: boolean;
}

const RENDER: InterleavedRun = { functionName: 'renderSelectedRows', kind: 'menu' };
const CHECK: InterleavedRun = { functionName: 'checkForFinishedVideos', kind: 'menu' };
const CANCEL: InterleavedRun = { functionName: 'cancelQueuedRows', kind: 'menu' };
const TRIGGER: InterleavedRun = { functionName: 'syncOnTrigger', kind: 'trigger' };

const BATCHES = '/v3/videos/batches';
const NO_BATCHES: SimulatorChoices = {
  faults: [{ when: { method: 'POST', path: BATCHES }, do: 'refuse', status: 405 }],
};
const NOT_YET: SimulatorChoices = {
  faults: [{ when: { method: 'POST', nth: 1 }, do: '429', retryAfter: 30 }],
};
const LOST: SimulatorChoices = { faults: [{ when: { method: 'POST', nth: 1 }, do: 'cut-after' }] };

const BERT = 'bert@example.com';
const BERTS_KEY = 'sk-bert-77';
const TWO_ACCOUNTS: SimulatorChoices = { keys: { [KEY]: 'anna', [BERTS_KEY]: 'bert' } };

const nothing = (): void => undefined;
const withBert = (world: World): void => world.connect(BERTS_KEY, BERT);
const later = (world: World): void => {
  world.menu('renderSelectedRows');
  world.emulator.clock.moveTo(world.now + 61_000);
};

const MEETINGS: Readonly<Record<string, Meeting>> = {
  'the same rows rendered twice at once, as a batch': {
    rows: 2,
    heygen: {},
    before: nothing,
    runs: [RENDER, RENDER],
  },
  'the same row rendered twice at once': { rows: 1, heygen: {}, before: nothing, runs: [RENDER, RENDER] },
  'the same rows rendered twice at once, without batches': {
    rows: 2,
    heygen: NO_BATCHES,
    before: nothing,
    runs: [RENDER, RENDER],
  },
  'Render and the trigger': { rows: 2, heygen: {}, before: nothing, runs: [RENDER, TRIGGER] },
  'Render and the trigger, without batches': {
    rows: 2,
    heygen: NO_BATCHES,
    before: nothing,
    runs: [RENDER, TRIGGER],
  },
  'two triggers that send what was queued': {
    rows: 2,
    heygen: NOT_YET,
    before: later,
    runs: [TRIGGER, TRIGGER],
  },
  'two triggers that repeat a single POST': {
    rows: 1,
    heygen: LOST,
    before: later,
    runs: [TRIGGER, TRIGGER],
  },
  'two triggers that ask by what the last one saw': {
    rows: 2,
    heygen: { renderMs: [100_000, 150_000] },
    before: (world) => {
      later(world);
      world.fire();
      world.emulator.clock.moveTo(world.now + 61_000);
    },
    runs: [TRIGGER, TRIGGER],
  },
  'two triggers that settle a lost batch': { rows: 2, heygen: LOST, before: later, runs: [TRIGGER, TRIGGER] },
  'the same rows rendered by two users with accounts of their own': {
    rows: 2,
    heygen: TWO_ACCOUNTS,
    before: withBert,
    runs: [RENDER, { ...RENDER, user: BERT }],
  },
  "a user's trigger and another user who renders the same rows": {
    rows: 2,
    heygen: { ...TWO_ACCOUNTS, ...NOT_YET },
    before: (world) => {
      withBert(world);
      later(world);
    },
    runs: [TRIGGER, { ...RENDER, user: BERT }],
  },
  'the trigger and the user who looks too': {
    rows: 2,
    heygen: { renderMs: [20_000, 90_000] },
    before: later,
    runs: [TRIGGER, CHECK],
  },
  'the trigger that sends and the user who cancels': {
    rows: 2,
    heygen: NOT_YET,
    before: later,
    runs: [TRIGGER, CANCEL],
    cancels: true,
  },
  'Render and the user who cancels': {
    rows: 2,
    heygen: NOT_YET,
    before: later,
    runs: [RENDER, CANCEL],
    cancels: true,
  },
};

/** The world in which they meet. */
function begun(meeting: Meeting): World {
  const world = new World({ renderMs: [20_000, 150_000], ...meeting.heygen });
  world.prepare(people(meeting.rows));
  const before = ownCells(world);
  meeting.before(world);
  expect(ownCells(world)).toEqual(before);
  return world;
}

/** Lets the two meet under a schedule, then all go on to its end. Returns what was wrong. */
function met(meeting: Meeting, start: World, schedule: (step: number) => number): string[] {
  const world = start.copy();
  const before = ownCells(world);
  const executions = world.emulator.interleave(meeting.runs, schedule);
  const broken = executions.flatMap(({ outcome, error }) =>
    outcome === 'threw' ? [String(error?.stack)] : [],
  );
  world.pressOn(6, meeting.cancels ? () => selectNothingCancelled(world) : () => world.selectAll());
  const breaches = [...broken, ...breachesAtTheEnd(world)].filter(
    (breach) => !(meeting.cancels && / is Cancelled at the end/.test(breach)),
  );
  return ownCells(world).join() === before.join()
    ? breaches
    : [...breaches, 'a cell of the user was changed'];
}

/** Nobody renders again what she has just cancelled: the header row alone asks for nothing. */
function selectNothingCancelled(world: World): void {
  world.hands.select(world.sheet, ['A1']);
}

/** How many platform calls each of the two makes when it is alone. */
function callsAlone(meeting: Meeting, start: World): number {
  const [first] = start.copy().emulator.interleave(meeting.runs, () => 0);
  return first?.counts.total ?? 0;
}

/** The meetings take turns, so that together they look at every call of Render and of the trigger. */
const STRIDE = everyNth(3);

describe.each(Object.entries(MEETINGS).map(([name, meeting], at) => ({ name, meeting, at })))(
  '$name',
  ({ meeting, at }) => {
    const start = begun(meeting);

    it('comes to the same as one after the other, wherever the first is interrupted by the second', () => {
      const calls = callsAlone(meeting, start);
      expect(calls).toBeGreaterThan(5);
      for (let k = at % STRIDE; k <= calls; k += STRIDE) {
        expect({ k, breaches: met(meeting, start, (step) => (step < k ? 0 : 1)) }).toEqual({
          k,
          breaches: [],
        });
      }
    });

    it('comes to the same under any schedule', () => {
      const schedules = fc
        .array(fc.nat({ max: 1 }), { minLength: 2, maxLength: 30 })
        .map((turns) => (step: number) => turns[step % turns.length] ?? 0);
      fc.assert(
        fc.property(schedules, (schedule) => {
          expect(met(meeting, start, schedule)).toEqual([]);
        }),
        cases(8, 20260301),
      );
    });
  },
);
