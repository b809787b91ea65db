import { describe, expect, it } from 'vitest';
import type { Execution } from '../../src/emulator/execution.ts';
import { finished } from './deletion.ts';
import { type Kill, killPoints } from './kill.ts';
import { called } from './page-calls.ts';
import { MINUTE, type World } from './world.ts';

const DAY = 24 * 60 * MINUTE;
const RENEW = 'renewLinksOfSelectedRows';

const links = (world: World): string[] => world.rows().map(({ video_url = '' }) => video_url);

/** Unix ms: when each row's link ends. */
const ends = (world: World): number[] =>
  links(world).map((link) => Number(/Expires=(\d+)/.exec(link)?.[1] ?? 0) * 1000);

/** Finished rows whose links have ended. */
function ended(rows: number): World {
  const world = finished(rows);
  world.emulator.clock.moveTo(world.now + 8 * DAY);
  return world;
}

describe('a link that has ended', () => {
  it('says so in its row when the sheet is looked at, and nowhere looks alive', () => {
    const world = ended(2);
    expect(called(world, 'sidebarSync', false).value.finished.map(({ video_url }) => video_url)).toEqual([
      '',
      '',
    ]);
    world.menu('checkForFinishedVideos');
    for (const { problem, status } of world.rows()) {
      expect(status).toBe('Done');
      expect(problem).toMatch(
        /^The link in video_url ended on \d{4}-\d\d-\d\d \d\d:\d\d UTC\. To get a new one/,
      );
    }
    world.menu('checkForFinishedVideos');
    expect(world.rows()[0]?.problem).toContain('ended on');
  });

  it('is renewed for the selected rows alone, with one question for a whole batch, and nothing is paid', () => {
    const world = ended(4);
    world.menu('checkForFinishedVideos');
    const before = links(world);
    const posts = world.posts().length;
    world.hands.select(world.sheet, ['A2', 'A4:A5']);
    world.sent.length = 0;
    world.menu(RENEW);
    expect(world.sent.map(({ method }) => method)).toEqual(['GET']);
    expect(world.posts().length + posts).toBe(posts);
    const after = links(world);
    expect(after.map((link, at) => link === before[at])).toEqual([false, true, false, false]);
    expect(ends(world).map((end) => end > world.now + 6 * DAY)).toEqual([true, false, true, true]);
    expect(world.rows().map(({ problem }) => problem === '')).toEqual([true, false, true, true]);
    // The ledger has them as well: a look at the sheet leaves them.
    world.menu('checkForFinishedVideos');
    expect(links(world)).toEqual(after);
  });

  it('stays as it is where HeyGen is down, and the user hears why', () => {
    const world = ended(1);
    const before = links(world);
    world.simulator.set({ faults: [{ when: { method: 'GET' }, do: '503' }] });
    world.hands.select(world.sheet, ['A2']);
    world.menu(RENEW);
    expect(world.told()).toContain('Not renewed: 1 video.');
    expect(links(world)).toEqual(before);
  });

  it('cannot be renewed where the selected rows have no video', () => {
    const world = finished(1);
    world.hands.select(world.sheet, ['A9']);
    world.menu(RENEW);
    expect(world.told()).toContain('The selected rows have no finished video of your account.');
  });
});

describe('a renewal that is killed at its n-th platform call', () => {
  const start = ended(3);
  const run = (kill?: Kill): { world: World; execution: Execution } => {
    const world = start.copy();
    world.hands.select(world.sheet, ['A2:A4']);
    return { world, execution: world.menu(RENEW, kill) };
  };
  const points = killPoints(run().execution);

  it.each([
    ['nothing', 'nothing' as const],
    ['everything', 'everything' as const],
    ['every second write', (index: number) => index % 2 === 0],
  ])(
    'with %s of the unflushed writes kept, loses no video and ends as meant when it is chosen again',
    (_, keepOnKill) => {
      expect(points.length).toBeGreaterThan(5);
      for (const killAtCall of points) {
        const { world, execution } = run({ killAtCall, keepOnKill });
        expect(execution.outcome).toBe('killed');
        expect(world.statuses()).toEqual(['Done', 'Done', 'Done']);
        world.emulator.clock.moveTo(world.now + MINUTE);
        world.menu(RENEW);
        const alive = ends(world).map((end) => end > world.now + 6 * DAY);
        expect({ killAtCall, alive }).toEqual({ killAtCall, alive: [true, true, true] });
        expect(world.rows().every(({ problem }) => problem === '')).toBe(true);
      }
    },
  );
});

it('at the same time as a check, wherever one interrupts the other, the links end renewed in rows and ledger', () => {
  const start = ended(2);
  start.hands.select(start.sheet, ['A2:A3']);
  const met = (schedule: (step: number) => number): World => {
    const world = start.copy();
    const runs = [
      { functionName: RENEW, kind: 'menu' },
      { functionName: 'checkForFinishedVideos', kind: 'menu' },
    ] as const;
    for (const { outcome } of world.emulator.interleave(runs, schedule)) expect(outcome).not.toBe('threw');
    return world;
  };
  for (let k = 0; k < 60; k += 2) {
    const world = met((step) => (step < k ? 0 : 1));
    const shown = links(world);
    const alive = ends(world).map((end) => end > world.now + 6 * DAY);
    world.menu('checkForFinishedVideos');
    expect({ k, alive, same: links(world).join() === shown.join() }).toEqual({
      k,
      alive: [true, true],
      same: true,
    });
  }
});
