import { describe, expect, it } from 'vitest';
import { begun, type Keep, type Kill, killPoints } from './kill.ts';
import { breachesAtTheEnd, ownCells } from './laws.ts';
import { called, sentByPage } from './page-calls.ts';
import { MINUTE, people, World } from './world.ts';

const HEADING = "The state of this row's video. Written by Reelmerge.";

function column(world: World, header = 'status'): number {
  return (world.hands.displayValues(world.sheet)[0] ?? []).indexOf(header) + 1;
}

/** The note on the header of the status column. */
function noted(world: World): string {
  return world.hands.cell(world.sheet, 1, column(world)).note;
}

function rendered(rows: number, failing = ''): World {
  const world = new World({
    renderMs: [MINUTE, 3 * MINUTE],
    ...(failing === '' ? {} : { failWhen: failing }),
  });
  world.prepare(people(rows));
  world.menu('renderSelectedRows');
  return world;
}

describe('the summary of a run that has ended', () => {
  it('is a note on the header of the status column, written by the pass that sees the last video end', () => {
    const world = rendered(4, 'Person2,');
    while (world.statuses().some((status) => status === 'Rendering' || status === 'Queued')) {
      expect(noted(world)).toBe(HEADING);
      world.fire();
    }
    expect(noted(world)).toMatch(
      /^The state of this row's video\. Written by Reelmerge\.\nRun of 1 Mar 2026, 09:00: 3 videos done, 1 failed\. The problem column says why\. 3 finished videos: estimated .* actually .*\. Written by Reelmerge\.$/,
    );
    expect(world.hands.displayValues(world.sheet)[0]).toContain('status');
  });

  it('gives way to that of the next run', () => {
    const world = rendered(2, 'Person2,');
    world.follow();
    expect(noted(world)).toContain('1 video done, 1 failed');
    world.emulator.clock.advance(60 * MINUTE);
    world.hands.type(world.sheet, 3, 1, 'Carla');
    world.menu('retryFailedRows');
    world.follow();
    expect(noted(world)).toMatch(
      /^.*\nRun of 1 Mar 2026, 10:\d\d: 1 video done\. .* Written by Reelmerge\.$/,
    );
  });

  it('is written from the sidebar as well, where no trigger runs', () => {
    const world = new World({ renderMs: [MINUTE, MINUTE] }, { mode: 'addon-test' });
    world.prepare(people(2));
    sentByPage(world);
    world.emulator.clock.advance(5 * MINUTE);
    called(world, 'sidebarSync', true);
    expect(world.statuses()).toEqual(['Done', 'Done']);
    expect(noted(world)).toContain(': 2 videos done.');
  });

  it('counts what was taken back, and a run that was only taken back has none', () => {
    const world = new World({
      slots: 1,
      renderMs: [MINUTE, MINUTE],
      faults: [{ when: { method: 'POST', path: '/v3/videos/batches' }, do: 'refuse', status: 405 }],
    });
    world.prepare(people(3));
    world.menu('renderSelectedRows');
    world.menu('cancelQueuedRows');
    world.follow();
    const cancelled = world.statuses().filter((status) => status === 'Cancelled').length;
    expect(cancelled).toBeGreaterThan(0);
    expect(noted(world)).toContain(`, ${cancelled} cancelled.`);

    const other = new World({});
    other.prepare(people(2));
    called(other, 'sidebarRender', called(other, 'sidebarPlan').value.runPrint);
    called(other, 'sidebarCancelQueued');
    other.emulator.clock.advance(5 * MINUTE);
    called(other, 'sidebarSync', true);
    expect(noted(other)).toBe(HEADING);
  });

  it('counts all of a long run, most of which has left the open part of the ledger', {
    timeout: 60_000,
  }, () => {
    const world = new World(
      { slots: 40, renderMs: [MINUTE, 2 * MINUTE], failWhen: 'Person7,' },
      { account: 'workspace' },
    );
    world.prepare(people(240));
    world.menu('renderSelectedRows');
    world.follow();
    expect(noted(world)).toContain(': 239 videos done, 1 failed.');
  });

  it.each([
    ['beside ours', `${HEADING}\nAsk Bob about it.`],
    ['in its place', 'Ask Bob about it.'],
    ['behind our summary', `${HEADING}\nRun of 1 Jan: 3 videos done. Written by Reelmerge.\nAsk Bob.`],
  ])('leaves a note of the user’s %s as it is', (_, note) => {
    const world = rendered(2);
    world.hands.setNote(world.sheet, 1, column(world), note);
    world.follow();
    expect(world.isFinished()).toBe(true);
    expect(noted(world)).toBe(note);
  });

  it('stands on a header without a note, and on our column where the user has a Status of her own', () => {
    const bare = new World({ renderMs: [MINUTE, MINUTE] });
    bare.prepare(people(1).map((row, at) => [...row, at === 0 ? 'Status' : '']));
    bare.menu('renderSelectedRows');
    bare.follow();
    expect(bare.hands.cell(bare.sheet, 1, column(bare, 'Status')).note).toMatch(/^Run of .* 1 video done\./);

    const world = new World({ renderMs: [MINUTE, MINUTE] });
    world.prepare(people(1).map((row, at) => [...row, at === 0 ? 'Status' : 'Lead']));
    world.menu('renderSelectedRows');
    world.follow();
    expect(world.hands.cell(world.sheet, 1, column(world, 'Status')).note).toBe('');
    expect(world.hands.cell(world.sheet, 1, column(world, 'Video status')).note).toContain('1 video done.');
  });

  it('moves with its column', () => {
    const world = rendered(2);
    world.hands.moveColumn(world.sheet, column(world), 1);
    const before = ownCells(world);
    world.follow();
    expect(column(world)).toBe(1);
    expect(noted(world)).toContain('2 videos done.');
    expect(ownCells(world)).toEqual(before);
  });
});

describe('the sidebar hears of the newest run', () => {
  it('that it goes on, and then what became of it, whoever saw the end', () => {
    const world = new World({ renderMs: [MINUTE, MINUTE], failWhen: 'Person2,' });
    world.prepare(people(3));
    expect(called(world, 'sidebarSync', false).value.run).toBeNull();
    const first = sentByPage(world).value.run;
    expect(first).toMatchObject({ ended: '' });
    world.follow();
    expect(called(world, 'sidebarSync', false).value.run).toEqual({
      id: first?.id,
      ended: '2 videos done, 1 failed',
    });
    world.hands.select(world.sheet, ['A3:Z3']);
    const second = sentByPage(world).value.run;
    expect(second).toMatchObject({ ended: '' });
    expect(second?.id).not.toBe(first?.id);
  });

  it('in all its length', { timeout: 60_000 }, () => {
    const world = new World({ slots: 400, renderMs: [MINUTE, MINUTE] }, { account: 'workspace' });
    world.prepare(people(300));
    world.menu('renderSelectedRows');
    world.follow();
    expect(called(world, 'sidebarSync', false).value.run?.ended).toBe('300 videos done');
  });

  it('and nothing of one that was taken back', () => {
    const world = new World({});
    world.prepare(people(2));
    called(world, 'sidebarRender', called(world, 'sidebarPlan').value.runPrint);
    expect(called(world, 'sidebarCancelQueued').value.progress.run).toBeNull();
  });
});

it.each(['write', 'flush'] as const)(
  'a header that is protected, which shows at the %s, costs no row anything, and a sentence says the summary',
  (refusesAt) => {
    const world = new World({ renderMs: [MINUTE, MINUTE] }, { refusesAt });
    world.prepare(people(3));
    world.menu('renderSelectedRows');
    world.hands.protect(world.sheet, 'A1:Z1');
    const logs: string[] = [];
    for (let next = world.fire(); next !== null; next = world.fire()) {
      logs.push(...next.logs.map(({ text }) => text));
    }
    expect(world.isFinished()).toBe(true);
    expect(breachesAtTheEnd(world)).toEqual([]);
    expect(noted(world)).toBe(HEADING);
    expect(logs.filter((line) => line.includes('3 videos done'))).toHaveLength(1);
  },
);

describe('killed at its n-th platform call, the pass that ends a run loses no summary', () => {
  const start = begun({ rows: 2, heygen: { renderMs: [30_000, 30_000] } });
  start.menu('renderSelectedRows');
  const ending = (kill?: Kill) => {
    const world = start.copy();
    const execution = world.fire(kill);
    if (execution === null) throw new Error('There is no trigger.');
    return { world, execution };
  };
  const kept: Readonly<Record<string, Keep>> = {
    'nothing is kept': 'nothing',
    'all are kept': 'everything',
    'the even ones are kept': (index) => index % 2 === 0,
    'the odd ones are kept': (index) => index % 2 === 1,
  };

  it.each(Object.entries(kept))('when of the writes that were not flushed %s', (_, keepOnKill) => {
    const healthy = ending();
    expect(noted(healthy.world)).toContain('2 videos done.');
    for (const killAtCall of killPoints(healthy.execution)) {
      const { world } = ending({ killAtCall, keepOnKill });
      // The rows may all be done by now: what is left to do is the trigger's.
      world.follow();
      world.pressOn();
      expect({ killAtCall, note: noted(world) }).toEqual({ killAtCall, note: noted(healthy.world) });
    }
  });
});
