import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { InterleavedRun } from '../../src/emulator/emulator.ts';
import { cases, everyNth } from '../cases.ts';
import { people, World } from './world.ts';

const SHEET = 'Reelmerge names';
const HEADERS = ['value', 'say', 'language', 'voice'];
const BERT = 'bert@example.com';

type Lines = readonly (readonly string[])[];

function correct(value: string, say: string, user?: string): InterleavedRun {
  const run = { functionName: 'sidebarCorrectName', kind: 'sidebar', args: [{ value, say }] } as const;
  return user === undefined ? run : { ...run, user };
}

/** Two corrections at once, what stands in the sheet before, and what may stand there afterwards. */
interface Meeting {
  readonly before: Lines;
  readonly runs: readonly [InterleavedRun, InterleavedRun];
  readonly after: readonly Lines[];
}

const OLD = ['Person1', 'old'];

const MEETINGS: Readonly<Record<string, Meeting>> = {
  'two users who write the same name otherwise': {
    before: [],
    runs: [correct('Person1', 'one'), correct('Person1', 'two', BERT)],
    after: [[['Person1', 'one']], [['Person1', 'two']]],
  },
  'one user who presses twice': {
    before: [],
    runs: [correct('Person1', 'one'), correct('Person1', 'one')],
    after: [[['Person1', 'one']]],
  },
  'two users who change the line that is there': {
    before: [OLD],
    runs: [correct('Person1', 'one'), correct('Person1', 'two', BERT)],
    after: [[['Person1', 'one']], [['Person1', 'two']]],
  },
  'two names in a new sheet': {
    before: [],
    runs: [correct('Person1', 'one'), correct('Person2', 'two', BERT)],
    after: [
      [
        ['Person1', 'one'],
        ['Person2', 'two'],
      ],
      [
        ['Person2', 'two'],
        ['Person1', 'one'],
      ],
    ],
  },
  'a new name and a change of an old one': {
    before: [OLD],
    runs: [correct('Person1', 'one'), correct('Person2', 'two', BERT)],
    after: [
      [
        ['Person1', 'one'],
        ['Person2', 'two'],
      ],
    ],
  },
  'a correction and Render': {
    before: [OLD],
    runs: [correct('Person1', 'one'), { functionName: 'renderSelectedRows', kind: 'menu' }],
    after: [[['Person1', 'one']]],
  },
};

function begun(lines: Lines): World {
  const world = new World();
  world.prepare(people(2));
  world.connect('sk-bert-77', BERT);
  if (lines.length > 0) {
    world.hands.addSheet(SHEET);
    world.hands.load(SHEET, [HEADERS, ...lines]);
  }
  world.selectAll();
  return world;
}

const names = (world: World): string[][] =>
  world.hands
    .displayValues(SHEET)
    .slice(1)
    .map((line) => line.slice(0, 2));

/** What the sheet says after the meeting, and how the two calls ended. */
function met(start: World, { runs }: Meeting, schedule: (step: number) => number) {
  const world = start.copy();
  const outcomes = world.emulator.interleave(runs, schedule).map(({ outcome }) => outcome);
  return { world, outcomes, lines: names(world) };
}

/** A video says what the sheet says at the end, or its row says Changed. */
function lie(world: World): string[] {
  world.follow();
  world.menu('checkForFinishedVideos');
  const said = new Map(names(world).map(([value = '', say = '']) => [value, say]));
  return world.rows().flatMap(({ first_name = '', status = '', video_url = '' }) => {
    const [, id = ''] = /\/videos\/([0-9a-f]+)/u.exec(video_url) ?? [];
    const video = world.simulator.paidVideos().find((each) => each.id === id);
    const expected = `Hello ${said.get(first_name) ?? first_name}, this one is for you.`;
    const isTrue = status === 'Changed' || (status === 'Done' && video?.script === expected);
    return status === '' || isTrue ? [] : [`${first_name} is ${status}, and its video says ${video?.script}`];
  });
}

const STRIDE = everyNth(2);

describe.each(Object.entries(MEETINGS).map(([name, meeting], at) => ({ name, meeting, at })))(
  '$name',
  ({ meeting, at }) => {
    const start = begun(meeting.before);

    it('leave one line for each name, and lose none, wherever the first is interrupted by the second', () => {
      const [first] = meeting.runs;
      const alone = start.copy().emulator.interleave([first], () => 0)[0]?.calls.length ?? 0;
      expect(alone).toBeGreaterThan(5);
      for (let k = at % STRIDE; k <= alone; k += STRIDE) {
        const { world, outcomes, lines } = met(start, meeting, (step) => (step < k ? 0 : 1));
        expect({ k, outcomes }).toEqual({ k, outcomes: ['returned', 'returned'] });
        expect(meeting.after).toContainEqual(lines);
        expect({ k, lie: lie(world) }).toEqual({ k, lie: [] });
      }
    });

    it('leave one line for each name, and lose none, under any schedule', () => {
      const schedules = fc
        .array(fc.nat({ max: 1 }), { minLength: 2, maxLength: 30 })
        .map((turns) => (step: number) => turns[step % turns.length] ?? 0);
      fc.assert(
        fc.property(schedules, (schedule) => {
          const { world, lines } = met(start, meeting, schedule);
          expect(meeting.after).toContainEqual(lines);
          expect(lie(world)).toEqual([]);
        }),
        cases(6, 20261130),
      );
    });
  },
);

it('a correction that is killed while another user writes the same name: one line, and nobody’s is lost', () => {
  const [first, second] = [correct('Person1', 'one'), correct('Person1', 'two', BERT)];
  const start = begun([OLD]);
  const calls = start.copy().emulator.interleave([first], () => 0)[0]?.calls.length ?? 0;
  for (let killAtCall = 1; killAtCall <= calls; killAtCall += STRIDE) {
    for (const keepOnKill of ['everything', 'nothing'] as const) {
      const world = start.copy();
      const killed = { ...first, killAtCall, keepOnKill };
      world.emulator.interleave([killed, second], (step) => (step < killAtCall ? 0 : 1));
      // The second waits for the lock of the killed one no longer than it has patience, and can be pressed again.
      world.emulator.serve({ functionName: second.functionName, args: second.args ?? [] }, { user: BERT });
      expect({ killAtCall, keepOnKill, lines: names(world) }).toEqual({
        killAtCall,
        keepOnKill,
        lines: [['Person1', 'two']],
      });
    }
  }
});
