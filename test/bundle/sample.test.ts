import { expect, it } from 'vitest';
import { called } from './page-calls.ts';
import { MINUTE, World } from './world.ts';

const HEADERS = ['first_name', 'script', 'avatar_id', 'voice_id'];

const CATALOGUE = (() => {
  const world = new World();
  world.menu('setHeyGenKey');
  const [look, other] = called(world, 'sidebarLooks', null).value.looks;
  const [voice] = called(world, 'sidebarVoices', null).value.voices;
  const otherName = other?.name ?? '';
  return { look: look?.id ?? '', other: other?.id ?? '', otherName, voice: voice?.id ?? '' };
})();

/** Thirty rows, among them one without a name, one with another look and one in other letters. */
function worldOf(above: number | null = 20): World {
  const world = new World();
  const names = Array.from({ length: 30 }, (_, at) => `Anna ${'n'.repeat(at % 7)}`);
  names[11] = '';
  names[17] = 'Łukasz';
  const rows = names.map((name, at) => [
    name,
    'Hello <<first_name|there>>!',
    at === 23 ? CATALOGUE.other : CATALOGUE.look,
    CATALOGUE.voice,
  ]);
  world.prepare([HEADERS, ...rows]);
  if (above !== null) called(world, 'sidebarSheetSettings', { sampleAboveRows: above }, world.sheet);
  return world;
}

function done(world: World): number[] {
  return world.rows().flatMap(({ status }, at) => (status === 'Done' ? [at + 2] : []));
}

/** Everything that dialogs have said so far. */
function questions(world: World): string {
  return world.emulator.ui
    .dialogs()
    .map(({ message }) => message)
    .join('\n');
}

it('a large run waits for a sample, and goes on once the sample was approved', () => {
  const world = worldOf();
  world.menu('renderSelectedRows');
  expect(world.told()).toContain('only after a sample. Nothing was sent and nothing was paid.');
  expect(world.posts()).toEqual([]);
  world.menu('renderSampleFirst');
  const question = questions(world);
  expect(question).toContain('• Row 13: the fallback of <<first_name>>');
  expect(question).toContain('• Row 19: the most unusual letters');
  world.menu('renderSelectedRows');
  expect(world.told()).toContain('The sample is still being rendered.');
  world.follow();
  expect(done(world)).toContain(13);
  expect(done(world).length).toBeLessThanOrEqual(5);
  world.menu('renderSampleFirst');
  world.follow();
  expect(world.isFinished()).toBe(true);
  expect(world.ledger()).toHaveLength(30);
});

it('another script needs another sample', () => {
  const world = worldOf();
  world.menu('renderSampleFirst');
  world.follow();
  called(world, 'sidebarApproveSample');
  expect(called(world, 'sidebarPlan').value.sample).toMatchObject({ required: false });
  for (let row = 2; row <= 31; row += 1)
    world.hands.type(world.sheet, row, 2, 'Good day, <<first_name|there>>!');
  const plan = called(world, 'sidebarPlan').value;
  expect(plan.sample).toMatchObject({ required: true, made: null });
  const sent = called(world, 'sidebarRender', plan.runPrint).value;
  expect(sent.message).toContain('The last sample was made with another script.');
});

it('the sidebar names the rows and why, shows their videos, and renders the rest after approval', () => {
  const world = worldOf();
  const before = called(world, 'sidebarPlan').value;
  const { sample } = before;
  expect(sample?.rows.map(({ row }) => row)).toContain(25);
  expect(sample).toMatchObject({ required: true, made: null, unshown: '' });
  expect(sample?.rows.find(({ row }) => row === 25)?.why).toBe(`avatar ${CATALOGUE.otherName}`);
  expect(sample?.cost).toContain('$');
  const sent = called(world, 'sidebarRenderSample', sample?.runPrint ?? '').value;
  expect(sent).toMatchObject({ message: '', videos: sample?.rows.length });
  expect(() => called(world, 'sidebarApproveSample')).toThrow('The sample is still being rendered.');
  world.follow();
  const made = called(world, 'sidebarPlan').value.sample?.made;
  expect(made).toMatchObject({ approved: false, open: 0 });
  expect(made?.videos.map(({ row, why }) => ({ row, why }))).toEqual(sample?.rows);
  for (const { status, video_url } of made?.videos ?? []) {
    expect([status, video_url.slice(0, 8)]).toEqual(['Done', 'https://']);
  }
  called(world, 'sidebarApproveSample');
  called(world, 'sidebarRender', called(world, 'sidebarPlan').value.runPrint);
  world.follow();
  expect(world.isFinished()).toBe(true);
  expect(world.ledger()).toHaveLength(30);
});

it('a sample that changed while the user looked at it is not sent', () => {
  const world = worldOf();
  const print = called(world, 'sidebarPlan').value.sample?.runPrint ?? '';
  world.hands.type(world.sheet, 2, 1, 'Bob');
  expect(called(world, 'sidebarRenderSample', print).value).toMatchObject({ videos: 0 });
  expect(world.posts()).toEqual([]);
});

it('without the setting nothing waits', () => {
  const world = worldOf(null);
  world.menu('renderSelectedRows');
  world.follow();
  expect(world.isFinished()).toBe(true);
});

it('HeyGen down during the sample: nothing is approved, and nothing is paid twice', () => {
  const world = worldOf();
  world.simulator.set({ faults: [{ when: { method: 'POST' }, do: '500' }] });
  world.menu('renderSampleFirst');
  expect(() => called(world, 'sidebarApproveSample')).toThrow(/still being rendered|No video/);
  world.simulator.set({ faults: [] });
  world.emulator.clock.moveTo(world.now + 20 * MINUTE);
  world.menu('checkForFinishedVideos');
  world.follow();
  expect(done(world).length).toBeGreaterThan(0);
  called(world, 'sidebarApproveSample');
  world.pressOn();
  expect(world.isFinished()).toBe(true);
  expect(world.simulator.paidVideos()).toHaveLength(30);
});

it('killed in the sample or between it and the rest, every row ends with one paid video', () => {
  for (const killAtCall of [20, 60, 120, 180]) {
    const world = worldOf();
    const killed = world.menu('renderSampleFirst', { killAtCall });
    world.emulator.clock.moveTo(world.now + 8 * MINUTE);
    world.menu('checkForFinishedVideos');
    world.follow();
    for (let round = 0; round < 4 && !world.isFinished(); round += 1) {
      // A kill may leave the half-made ledger in front.
      world.selectAll();
      const isApproved = called(world, 'sidebarPlan').value.sample?.made?.approved === true;
      world.menu(isApproved ? 'renderSelectedRows' : 'renderSampleFirst', round === 1 ? { killAtCall } : {});
      world.emulator.clock.moveTo(world.now + 8 * MINUTE);
      world.menu('checkForFinishedVideos');
      world.follow();
    }
    expect(['killed', 'returned']).toContain(killed.outcome);
    expect(world.isFinished()).toBe(true);
    expect(world.simulator.paidVideos()).toHaveLength(30);
  }
});

it('names the voices that it shows, and those for which five rows have no room', () => {
  const world = new World();
  world.menu('setHeyGenKey');
  const { next } = called(world, 'sidebarVoices', null).value;
  const seven = called(world, 'sidebarVoices', next).value.voices.slice(0, 7);
  expect(seven).toHaveLength(7);
  const rows = Array.from({ length: 21 }, (_, at) => [
    `Anna ${at}`,
    'Hello <<first_name>>!',
    CATALOGUE.look,
    seven[at % 7]?.id ?? '',
  ]);
  world.prepare([HEADERS, ...rows]);
  const { sample } = called(world, 'sidebarPlan').value;
  const words = [...(sample?.rows ?? []).map(({ why }) => why), sample?.unshown ?? ''].join('\n');
  for (const { id, name } of seven) {
    expect(words).toContain(`voice ${name}`);
    expect(words).not.toContain(id);
  }
  world.menu('renderSampleFirst');
  expect(questions(world)).toContain(`• Not shown: ${sample?.unshown}.`);
});
