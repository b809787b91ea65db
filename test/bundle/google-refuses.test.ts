import { describe, expect, it } from 'vitest';
import { MINUTE, people, World } from './world.ts';

const HOUR = 60 * MINUTE;

/** The user has made all but so many of the requests that Google allows in a day. */
function leaveRequests(world: World, left: number): void {
  const snapshot = JSON.parse(JSON.stringify(world.emulator.snapshot()));
  for (const name of Object.keys(snapshot.quotas.use)) {
    if (name.startsWith('fetch ')) snapshot.quotas.use[name] = 20_000 - left;
  }
  world.emulator.restore(snapshot);
}

/** Google counts anew, and the trigger has an hour. */
function nextDay(world: World): void {
  world.emulator.clock.moveTo(world.now + 24 * HOUR);
  world.wait(HOUR);
}

describe('a request that Google does not let out', () => {
  it('because the day’s requests are used up leaves the rows Queued, and they go on the next day', () => {
    const world = new World();
    world.prepare(people(3));
    leaveRequests(world, 0);
    world.menu('renderSelectedRows');
    expect(world.statuses()).toEqual(['Queued', 'Queued', 'Queued']);
    expect(world.posts()).toEqual([]);
    nextDay(world);
    expect(world.statuses()).toEqual(['Done', 'Done', 'Done']);
    expect(world.simulator.paidVideos()).toHaveLength(3);
  });

  it('in the middle of a run loses no video and pays none twice', () => {
    const world = new World({
      faults: [{ when: { method: 'POST', path: '/v3/videos/batches' }, do: 'refuse', status: 405 }],
    });
    world.prepare(people(5));
    // The look, the batch, and two videos. The balance is known since the key was set.
    leaveRequests(world, 4);
    world.menu('renderSelectedRows');
    expect(world.statuses()).toEqual(['Rendering', 'Rendering', 'Queued', 'Queued', 'Queued']);
    nextDay(world);
    expect(world.statuses()).toEqual(Array(5).fill('Done'));
    expect(world.simulator.paidVideos()).toHaveLength(5);
    const memory = JSON.stringify(world.emulator.snapshot());
    expect(memory).not.toContain('\\"slots\\":2');
  });

  it('because the permission was taken back stops the run with the sentence that says so', () => {
    const world = new World();
    world.prepare(people(2));
    const scopes = ['spreadsheets.currentonly', 'script.container.ui', 'script.scriptapp'];
    world.emulator.grant(scopes.map((name) => `https://www.googleapis.com/auth/${name}`));
    world.menu('renderSelectedRows');
    expect(world.statuses()).toEqual(['Queued', 'Queued']);
    expect(world.told()).toContain('Connect to an external service');
    world.emulator.grant(
      [...scopes, 'script.external_request'].map((name) => `https://www.googleapis.com/auth/${name}`),
    );
    world.menu('checkForFinishedVideos');
    world.wait(HOUR);
    expect(world.statuses()).toEqual(['Done', 'Done']);
    expect(world.simulator.paidVideos()).toHaveLength(2);
  });
});
