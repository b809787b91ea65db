import { describe, expect, it } from 'vitest';
import type { Execution } from '../../src/playground/emulator/execution.ts';
import { type Kill, killPoints } from './kill.ts';
import { ownCells } from './laws.ts';
import { KEY, MINUTE, people, World } from './world.ts';

const DELETE = 'deleteVideosOfSelectedRows';
const GONE = 'Its video was deleted in HeyGen at your request.';

/** Rows that are Done, behind the ledger's mark. */
function finished(rows: number): World {
  const world = new World({ renderMs: [MINUTE, MINUTE] });
  world.prepare(people(rows));
  world.menu('renderSelectedRows');
  world.wait(30 * MINUTE);
  expect(world.statuses()).toEqual(Array.from({ length: rows }, () => 'Done'));
  return world;
}

/** Whose videos HeyGen still has. */
function kept(world: World): string[] {
  return world.simulator
    .videos()
    .filter(({ deletedAt }) => deletedAt === 0)
    .map(({ script }) => /Person\d+/.exec(script)?.[0] ?? '')
    .sort();
}

/** Whose rows show a link, and whose say that the video is deleted. */
function shown(world: World): Record<'links' | 'gone', string[]> {
  const names = (isSo: (row: Record<string, string>) => boolean): string[] =>
    world
      .rows()
      .filter(isSo)
      .map(({ first_name = '' }) => first_name);
  return {
    links: names((row) => row.video_url !== '' && row.problem === ''),
    gone: names((row) => (row.problem ?? '').startsWith(GONE) && row.video_url === ''),
  };
}

function deleted(world: World): Execution {
  return world.menu(DELETE);
}

describe('deleting the videos of selected rows', () => {
  it('asks first, deletes them in HeyGen, and says so in the row and in the ledger', () => {
    const world = finished(4);
    const before = ownCells(world);
    world.hands.select(world.sheet, ['A3:B4']);
    const asked: string[] = [];
    const usual = world.answer;
    world.answer = (dialog) => {
      asked.push(`${dialog.title} ${dialog.message}`);
      return usual(dialog);
    };
    deleted(world);
    expect(asked[0]).toContain('Delete 2 videos?');
    expect(asked[0]).toContain('This cannot be undone, and nothing is paid back.');
    expect(world.told()).toContain('2 videos were deleted in HeyGen.');
    expect(kept(world)).toEqual(['Person1', 'Person4']);
    expect(shown(world)).toEqual({ links: ['Person1', 'Person4'], gone: ['Person2', 'Person3'] });
    expect(world.ledger().map(({ status, code, video_url }) => [status, code, video_url === ''])).toEqual([
      ['Done', '', false],
      ['Done', 'deleted', true],
      ['Done', 'deleted', true],
      ['Done', '', false],
    ]);
    expect(ownCells(world)).toEqual(before);
  });

  it('deletes nothing after a No', () => {
    const world = finished(2);
    world.selectAll();
    const sent = world.sent.length;
    world.answer = (dialog) => ({ button: dialog.buttons === 'OK' ? 'OK' : 'NO' });
    deleted(world);
    expect(world.told()).toContain('Nothing was deleted.');
    expect(world.sent).toHaveLength(sent);
    expect(kept(world)).toHaveLength(2);
  });

  it('holds no lock while HeyGen is asked', () => {
    const world = finished(2);
    world.selectAll();
    const { calls } = deleted(world);
    let held = false;
    for (const { service, method } of calls) {
      if (service === 'lock') held = method === 'take';
      if (service === 'fetch' || service === 'ui') expect(held).toBe(false);
    }
    expect(calls.some(({ service }) => service === 'fetch')).toBe(true);
  });

  it('has a row made again only after its job cell was cleared', () => {
    const world = finished(2);
    world.selectAll();
    deleted(world);
    const paid = world.posts().length;
    world.menu('renderSelectedRows');
    expect(world.posts()).toHaveLength(paid);
    const headers = world.hands.displayValues(world.sheet)[0] ?? [];
    world.hands.type(world.sheet, 2, headers.indexOf('job') + 1, '');
    world.menu('renderSelectedRows');
    world.wait(30 * MINUTE);
    expect(shown(world)).toEqual({ links: ['Person1'], gone: ['Person2'] });
    expect(kept(world)).toEqual(['Person1']);
  });

  it('keeps what Check for finished videos shows, and shows it in copies of the row too', () => {
    const world = finished(3);
    world.hands.duplicateRow(world.sheet, 2);
    world.hands.select(world.sheet, ['A2']);
    deleted(world);
    expect(shown(world)).toEqual({ links: ['Person2', 'Person3'], gone: ['Person1', 'Person1'] });
    world.menu('checkForFinishedVideos');
    expect(shown(world)).toEqual({ links: ['Person2', 'Person3'], gone: ['Person1', 'Person1'] });
  });

  it('leaves hidden rows, rows under way and rows without a video alone, and counts them', () => {
    const world = finished(3);
    world.hands.load(world.sheet, [...world.hands.displayValues(world.sheet), ...people(5).slice(4)]);
    world.hands.select(world.sheet, ['A5']);
    world.menu('renderSelectedRows');
    world.hands.hideRows(world.sheet, 3);
    world.selectAll();
    let question = '';
    const usual = world.answer;
    world.answer = (dialog) => {
      if (dialog.buttons !== 'OK') question = dialog.message;
      return usual(dialog);
    };
    deleted(world);
    expect(question).toContain('2 videos of the selected rows');
    expect(question).toContain('1 row whose video is still being made.');
    expect(question).toContain('1 row hidden or filtered out.');
    expect(kept(world)).toEqual(['Person2', 'Person4']);
    world.hands.select(world.sheet, ['A9:B20']);
    deleted(world);
    expect(world.told()).toContain('No rows are selected.');
  });

  it('leaves a row alone that no longer holds the words of its video', () => {
    const world = finished(2);
    world.hands.type(world.sheet, 2, 1, 'Somebody else');
    world.selectAll();
    deleted(world);
    expect(kept(world)).toEqual(['Person1']);
    deleted(world);
    expect(world.told()).toContain('1 row changed since');
    expect(kept(world)).toEqual(['Person1']);
  });

  it('leaves the videos of another account alone', () => {
    const world = new World({ keys: { [KEY]: 'anna', other: 'bert' }, renderMs: [MINUTE, MINUTE] });
    world.prepare(people(2));
    world.menu('renderSelectedRows');
    world.wait(30 * MINUTE);
    world.connect('other', 'bert@example.com');
    world.selectAll();
    world.menu(DELETE, { user: 'bert@example.com' });
    expect(world.told()).toContain('2 rows whose video is in another HeyGen account.');
    expect(world.sent.filter(({ method }) => method === 'DELETE')).toEqual([]);
  });

  it('counts a video that is gone already as deleted', () => {
    const world = finished(2);
    const [first] = world.simulator.videos();
    const headers = { 'x-api-key': KEY };
    world.simulator.handle(
      { method: 'DELETE', path: `/v3/videos/${first?.id}`, headers, body: '' },
      world.now,
    );
    world.selectAll();
    deleted(world);
    expect(world.told()).toContain('2 videos were deleted in HeyGen.');
    expect(shown(world).gone).toEqual(['Person1', 'Person2']);
  });

  it('stops at a key that HeyGen refuses, and tells how many were deleted and why the rest was not', () => {
    const world = finished(3);
    world.simulator.set({
      faults: [{ when: { method: 'DELETE', nth: 2 }, do: 'refuse', status: 401, code: 'unauthorized' }],
    });
    world.selectAll();
    deleted(world);
    expect(world.told()).toContain('1 video was deleted in HeyGen.');
    expect(world.told()).toContain('2 videos are left. HeyGen does not accept this API key');
    expect(kept(world)).toEqual(['Person2', 'Person3']);
    expect(shown(world)).toEqual({ links: ['Person2', 'Person3'], gone: ['Person1'] });
  });

  it('goes on behind a video that HeyGen will not delete', () => {
    const world = finished(3);
    world.simulator.set({
      faults: [{ when: { method: 'DELETE', nth: 2 }, do: 'refuse', status: 400, code: 'invalid_parameter' }],
    });
    world.selectAll();
    deleted(world);
    expect(world.told()).toContain('2 videos were deleted in HeyGen.');
    expect(world.told()).toContain('HeyGen did not delete 1 video.');
    expect(kept(world)).toEqual(['Person2']);
  });

  it('stops before Google ends it, and goes on when it is chosen again', () => {
    const world = finished(40);
    world.simulator.set({ latencyMs: 10_000 });
    world.selectAll();
    expect(deleted(world).outcome).toBe('returned');
    expect(world.told()).toContain('The time of one run was too short for more.');
    const left = kept(world).length;
    expect(left).toBeGreaterThan(10);
    expect(shown(world).gone).toHaveLength(40 - left);
    deleted(world);
    expect(kept(world)).toEqual([]);
    expect(shown(world).gone).toHaveLength(40);
  });

  it('deletes nothing when the rows were moved while it looked', () => {
    const world = finished(3);
    world.hands.select(world.sheet, ['A2']);
    world.menu(DELETE, {
      beforeCall: ({ method }) => {
        if (method === 'getFilter') world.hands.sortRows(world.sheet, 1, false);
      },
    });
    expect(world.told()).toContain('The rows were moved just now, so nothing was deleted.');
    expect(kept(world)).toHaveLength(3);
  });
});

describe('killed at its n-th platform call', () => {
  const run = (kill?: Kill): { world: World; execution: Execution } => {
    const world = finished(4);
    world.hands.select(world.sheet, ['A2', 'A4']);
    return { world, execution: world.menu(DELETE, kill) };
  };
  const healthy = run();

  it.each([
    ['nothing', 'nothing' as const],
    ['everything', 'everything' as const],
    ['every second write', (index: number) => index % 2 === 0],
  ])(
    'with %s of the unflushed writes kept, it deletes no other video, and chosen again it ends as meant',
    (_, keepOnKill) => {
      const others = ['Person2', 'Person4'];
      const points = killPoints(healthy.execution);
      expect(points.length).toBeGreaterThan(5);
      for (const killAtCall of points) {
        const { world, execution } = run({ killAtCall, keepOnKill });
        expect(execution.outcome).toBe('killed');
        expect(kept(world)).toEqual(expect.arrayContaining(others));
        world.emulator.clock.moveTo(world.now + MINUTE);
        deleted(world);
        const end = { killAtCall, kept: kept(world), ...shown(world) };
        expect(end).toEqual({ killAtCall, kept: others, links: others, gone: ['Person1', 'Person3'] });
      }
    },
  );
});
