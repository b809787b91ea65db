import { describe, expect, it } from 'vitest';
import { people, World } from './world.ts';

/** Test videos are switched on for the sheet, as the sidebar does it. */
function switchOn(world: World): void {
  const args = [{ test_mode: 'yes' }, world.sheet];
  world.emulator.serve({ functionName: 'sidebarDefaults', args });
}

const defaultsOf = (world: World): string => {
  const { reply } = world.emulator.serve({ functionName: 'sidebarRow', args: [0] });
  return reply.ok ? JSON.stringify(JSON.parse(String(reply.value)).value.defaults) : reply.error;
};

describe('test videos', () => {
  it('are asked for with every row of a sheet that has them on, and cost nothing where HeyGen takes them', () => {
    const world = new World({ acceptTest: true });
    world.prepare(people(3));
    switchOn(world);
    world.menu('renderSelectedRows');
    world.follow();
    expect(world.statuses()).toEqual(['Done', 'Done', 'Done']);
    expect(world.posts().every(({ body }) => body.includes('"test":true'))).toBe(true);
    expect(world.simulator.paidVideos()).toEqual([]);
  });

  it.each([1, 3])('that HeyGen refuses cost nothing, and %i row says so', (count) => {
    const world = new World();
    world.prepare(people(count));
    switchOn(world);
    world.menu('renderSelectedRows');
    world.follow();
    expect(world.statuses()).toEqual(Array(count).fill('Failed'));
    for (const { problem } of world.rows()) {
      expect(problem).toMatch(/does not make test videos.*Nothing was made or charged.*“test_mode”/);
    }
    expect(world.simulator.paidVideos()).toEqual([]);
  });

  it.each([
    ['at once, with the whole batch', true],
    ['later, row by row', false],
  ])('refused %s, are switched off after the user’s Yes, and retried as real videos', (_, whole) => {
    const world = new World({ batchesRefusedWhole: whole });
    world.prepare(people(2));
    switchOn(world);
    world.menu('renderSelectedRows');
    world.follow();
    world.menu('checkForFinishedVideos');
    const asked = world.emulator.ui.dialogs().filter(({ title }) => title === 'Switch test videos off?');
    expect(asked).toHaveLength(1);
    expect(defaultsOf(world)).toBe('{}');
    world.menu('retryFailedRows');
    world.follow();
    expect(world.statuses()).toEqual(['Done', 'Done']);
    expect(world.simulator.paidVideos()).toHaveLength(2);
  });

  it('that were refused are not asked about any more once no row shows them', () => {
    const world = new World();
    world.prepare(people(2));
    switchOn(world);
    const usual = world.answer;
    world.answer = (dialog) => (dialog.title.startsWith('Switch') ? { button: 'NO' } : usual(dialog));
    world.menu('renderSelectedRows');
    world.follow();
    world.simulator.set({ acceptTest: true });
    world.menu('retryFailedRows');
    world.follow();
    expect(world.statuses()).toEqual(['Done', 'Done']);
    world.menu('checkForFinishedVideos');
    expect(world.told()).not.toContain('Switch');
  });

  it('stay on after a No, and nobody is asked where they are off', () => {
    const world = new World();
    world.prepare(people(1));
    switchOn(world);
    const usual = world.answer;
    world.answer = (dialog) => (dialog.title.startsWith('Switch') ? { button: 'NO' } : usual(dialog));
    world.menu('renderSelectedRows');
    expect(world.told()).toMatch(/^Switch test videos off\?/);
    expect(defaultsOf(world)).toBe('{"test_mode":"yes"}');
    const plain = new World();
    plain.prepare([
      ['script', 'avatar_id', 'test_mode'],
      ['Hello there.', 'Anna_Office_Front_public', 'yes'],
    ]);
    plain.menu('renderSelectedRows');
    expect(plain.statuses()).toEqual(['Failed']);
    expect(plain.told()).not.toContain('Switch');
  });
});
