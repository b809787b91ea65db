import { describe, expect, it } from 'vitest';
import type { Execution, RunOptions } from '../../src/emulator/execution.ts';
import { breachesAtTheEnd } from './laws.ts';
import { MINUTE, people, World } from './world.ts';

const ROWS = 12;

let start: World | null = null;

function beforeShowing(): World {
  start ??= madeWorld();
  return start.copy();
}

/** Right before the run of the trigger that shows the first videos, of rows far from the end of the tab. */
function madeWorld(): World {
  const world = new World({ slots: 3, itemMs: 1, renderMs: [4 * MINUTE, 4 * MINUTE] });
  world.prepare(people(ROWS));
  world.menu('renderSelectedRows');
  for (;;) {
    const next = world.copy();
    next.fire();
    if (next.statuses().includes('Done')) return world;
    world.fire();
  }
}

interface Call {
  readonly method: string;
  readonly rows: number;
}

/** What a run read and wrote of the tab, in order. */
function calls(world: World, run: Execution | null): Call[] {
  const tab = world.hands.sheets()[0]?.gid;
  return (run?.calls ?? [])
    .filter(({ method, args }) => method === 'setValues' || Object(args[0]).gid === tab)
    .map(({ method, args }) => ({ method, rows: Number(Object(args[0]).rows) }))
    .filter(({ method }) => method === 'setValues' || method === 'getDisplayValues');
}

const reads = (all: readonly Call[]): number[] =>
  all.filter(({ method }) => method === 'getDisplayValues').map(({ rows }) => rows);

/** Something that happens between the writing and the reading back. */
function afterWriting(act: () => void): Partial<RunOptions> {
  let isWritten = false;
  let hasActed = false;
  return {
    beforeCall: ({ method }) => {
      if (isWritten && method === 'getDisplayValues' && !hasActed) {
        hasActed = true;
        act();
      }
      if (method === 'flush') isWritten = true;
    },
  };
}

describe('what a pass has written is read back', () => {
  it('down to the last row that got something', () => {
    const world = beforeShowing();
    const read = reads(calls(world, world.fire()));
    expect(read).toEqual([ROWS + 1, 4]);
    expect(world.statuses().filter((status) => status === 'Done')).toHaveLength(3);
  });

  it.each<[string, (world: World) => void]>([
    ['a row was put in above', (world) => world.hands.insertRows(world.sheet, 2)],
    ['a row that got something was deleted', (world) => world.hands.deleteRows(world.sheet, 3)],
    ['a row that got something was moved to the end', (world) => world.hands.moveRow(world.sheet, 3, ROWS)],
    ['a column was put in', (world) => world.hands.insertColumn(world.sheet, 5)],
    ['the words of a row were changed', (world) => world.hands.type(world.sheet, 2, 1, 'Somebody')],
  ])('as a whole where %s meanwhile', (_, act) => {
    const world = beforeShowing();
    const read = reads(calls(world, world.fire(afterWriting(() => act(world)))));
    expect(read.slice(0, 2)).toEqual([ROWS + 1, 4]);
    expect(read.length).toBeGreaterThan(2);
    expect(read[2]).toBe(ROWS + 1);
    world.follow(400);
    const breaches = breachesAtTheEnd(world).filter((breach) => !/beside no row|Somebody/u.test(breach));
    expect(breaches).toEqual([]);
    const edited = world.rows().filter(({ first_name }) => first_name === 'Somebody');
    expect(edited.every(({ status }) => status === 'Changed')).toBe(true);
  });
});
