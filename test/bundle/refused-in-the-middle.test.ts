import { expect, it } from 'vitest';
import { MINUTE, people, World } from './world.ts';

it('a 403 for one row stops the sending, and what already renders is still brought by the trigger', () => {
  const world = new World({
    faults: [
      { when: { method: 'POST', path: '/v3/videos/batches' }, do: 'refuse', status: 405 },
      { when: { method: 'POST', path: '/v3/videos', nth: 2 }, do: '403' },
    ],
  });
  world.prepare(people(3));
  world.menu('renderSelectedRows');
  expect(world.statuses()).toEqual(['Rendering', 'Queued', 'Queued']);
  world.wait(30 * MINUTE);
  expect(world.statuses()).toEqual(['Done', 'Queued', 'Queued']);
  expect(world.emulator.triggers()).toEqual([]);
});

it('a key that may not even read ends the trigger', () => {
  const world = new World();
  world.prepare(people(2));
  world.menu('renderSelectedRows');
  world.simulator.set({ faults: [{ when: { method: 'GET' }, do: '403' }] });
  world.wait(30 * MINUTE);
  expect(world.emulator.triggers()).toEqual([]);
});
