import { describe, expect, it } from 'vitest';
import { spokenTo, videoIn } from './laws.ts';
import { MINUTE, people, World } from './world.ts';

/** The rows of a tab by header. */
function rowsOf(world: World, tab: string): Record<string, string>[] {
  const [headers = [], ...rows] = world.hands.displayValues(tab);
  return rows.map((row) => Object.fromEntries(headers.map((header, at) => [header, row[at] ?? ''])));
}

function spokenBeside(world: World, row: Record<string, string>): string | undefined {
  return world.simulator.videos().find(({ id }) => id === videoIn(row.video_url ?? ''))?.script;
}

function rendering(): World {
  const world = new World();
  world.prepare(people(3));
  world.menu('renderSelectedRows');
  return world;
}

describe('a tab that was duplicated while its videos were made', () => {
  it('shows them too after a look, and nothing is paid for it', () => {
    const world = rendering();
    const copy = world.hands.duplicateSheet(world.sheet);
    world.wait(30 * MINUTE);
    world.hands.activate(copy);
    world.menu('checkForFinishedVideos');
    for (const row of rowsOf(world, copy)) {
      expect(row.status).toBe('Done');
      expect(spokenBeside(world, row)).toBe(spokenTo(row.first_name ?? ''));
    }
    expect(world.simulator.paidVideos()).toHaveLength(3);
  });
});

describe('rows that were moved to another tab while their videos were made', () => {
  it('get their videos there after a look', () => {
    const world = rendering();
    const there = world.hands.duplicateSheet(world.sheet);
    const [first] = world.hands.sheets();
    world.hands.deleteSheet(first?.name ?? '');
    world.wait(30 * MINUTE);
    world.hands.activate(there);
    world.menu('checkForFinishedVideos');
    for (const row of rowsOf(world, there)) {
      expect(row.status).toBe('Done');
      expect(spokenBeside(world, row)).toBe(spokenTo(row.first_name ?? ''));
    }
  });
});
