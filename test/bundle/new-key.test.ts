import { expect, it } from 'vitest';
import { breachesAtTheEnd } from './laws.ts';
import { KEY, MINUTE, people, World } from './world.ts';

const RENEWED = 'sk-renewed-88';

/** What the sidebar asks for by itself every few seconds. */
function sidebarSyncs(world: World): { readonly paused: unknown; readonly counts: Record<string, number> } {
  const { reply } = world.emulator.serve({ functionName: 'sidebarSync', args: [false] });
  if (!reply.ok) throw new Error(reply.error);
  return JSON.parse(String(reply.value)).value;
}

it('a new key for the same account ends the stop that the old key had met', () => {
  const world = new World({ keys: { [KEY]: 'anna', [RENEWED]: 'anna' } });
  world.prepare(people(3));
  world.simulator.set({ keys: { [RENEWED]: 'anna' } });
  world.menu('renderSelectedRows');
  expect(world.statuses()).toEqual(['Queued', 'Queued', 'Queued']);
  expect(sidebarSyncs(world).paused).not.toBeNull();
  world.connect(RENEWED, 'anna@example.com');
  const { paused, counts } = sidebarSyncs(world);
  expect(paused).toBeNull();
  expect(counts).toMatchObject({ Queued: 0, Rendering: 3 });
  world.wait(30 * MINUTE);
  expect(breachesAtTheEnd(world)).toEqual([]);
});
