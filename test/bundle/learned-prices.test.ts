import { describe, expect, it } from 'vitest';
import type { SimulatorChoices } from '../../src/simulator/options.ts';
import { breachesAtTheEnd } from './laws.ts';
import { called } from './page-calls.ts';
import { World } from './world.ts';

const RATE = 'Avatar IV, twin or studio';

/** What HeyGen charges when 0.0667 has become 0.081. */
const DEARER: SimulatorChoices = { priceFactor: 0.081 / 0.0667 };

/** Videos of three to twelve seconds. */
function worldOf(count: number, choices: SimulatorChoices = {}): World {
  const world = new World(choices);
  world.prepare([
    ['first_name', 'script', 'avatar_id'],
    ...Array.from({ length: count }, (_, at) => [
      `Person${at + 1}${' of the long name'.repeat(at % 6)}`,
      'Hello <<first_name>>, this one is for you.',
      'Anna_Office_Front_public',
    ]),
  ]);
  return world;
}

const finished = (world: World): number => world.statuses().filter((status) => status === 'Done').length;
const looks = (world: World): number => world.sent.filter(({ path }) => path === '/v3/users/me').length;
const news = (world: World): readonly string[] =>
  called(world, 'sidebarSettings').value.differences.map(({ words }) => words);
const followTo = (world: World, videos: number): void => {
  while (finished(world) < videos && world.fire() !== null);
};

describe('the price table learns from the balance', () => {
  it('a price that changes in the middle of a run is told within 20 finished videos', () => {
    const world = worldOf(60);
    world.menu('renderSelectedRows');
    followTo(world, 25);
    expect(news(world)).toEqual([]);
    world.simulator.set(DEARER);
    const before = finished(world);
    while (news(world).length === 0 && world.fire() !== null);
    const [told] = news(world);
    expect(told).toMatch(
      /^HeyGen seems to charge 0\.081 a second for Avatar IV, twin or studio; the table says 0\.0667\./,
    );
    expect(finished(world) - before).toBeLessThanOrEqual(20);
    expect(called(world, 'sidebarSync', false).value.remarks).toContain(told);
    world.follow();
    expect(looks(world)).toBeLessThanOrEqual(60 / 5);
    // What the run came to is told beside what was expected of it.
    expect(called(world, 'sidebarSync', false).value.actual).toMatch(
      /^60 finished videos: estimated .* actually/,
    );
    expect(breachesAtTheEnd(world)).toEqual([]);

    // The next run is estimated by what was learned, and comes to that within a tenth.
    world.hands.select(world.sheet, ['A2:Z21']);
    const { cost, priceNews } = called(world, 'sidebarPlan', true).value;
    expect(priceNews[0]).toContain('Estimates use it.');
    const spent = (): number => world.simulator.paidVideos().reduce((sum, { charged }) => sum + charged, 0);
    const spentBefore = spent();
    world.menu('renderSelectedRowsAgain');
    expect(world.told()).toContain('HeyGen seems to charge 0.081 a second');
    world.follow();
    expect(Math.abs(spent() - spentBefore - cost)).toBeLessThan(0.1 * cost);
  });

  it('a price of the user stays until “Use it”, and then nothing is told any more', () => {
    const world = worldOf(30, DEARER);
    const { prices } = called(world, 'sidebarSettings').value;
    const own = { ...prices, perSecond: { ...prices.perSecond, [RATE]: 0.06 } };
    called(world, 'sidebarPrices', own);
    world.menu('renderSelectedRows');
    world.follow();
    const { differences, prices: kept } = called(world, 'sidebarSettings').value;
    expect(kept.perSecond[RATE]).toBe(0.06);
    expect(differences).toMatchObject([{ name: RATE, usd: 0.081 }]);
    expect(differences[0]?.words).not.toContain('Estimates use it.');
    const used = { ...own, perSecond: { ...own.perSecond, [RATE]: differences[0]?.usd ?? 0 } };
    expect(called(world, 'sidebarPrices', used).value.differences).toEqual([]);
  });

  it('a top-up in the middle, and money spent elsewhere once, are not taken for a price', () => {
    const world = worldOf(60, { credit: 1_000 });
    world.menu('renderSelectedRows');
    followTo(world, 12);
    world.simulator.set({ credit: 1_500 });
    followTo(world, 24);
    world.simulator.set({ credit: 1_480 });
    for (let at = 25; at <= 60; at++) {
      followTo(world, at);
      expect(news(world)).toEqual([]);
    }
    expect(finished(world)).toBe(60);
  });

  it('an account that tells no dollars is not asked again and again', () => {
    const world = worldOf(40, { billing: 'subscription', ...DEARER });
    world.menu('renderSelectedRows');
    world.follow();
    expect(finished(world)).toBe(40);
    expect(looks(world)).toBeLessThanOrEqual(3);
    expect(news(world)).toEqual([]);
  });
});

describe('the pace of a voice is learned from its finished videos', () => {
  it('a voice that speaks slowly is estimated by its earlier videos, and that is said', () => {
    const world = worldOf(8);
    const [voice] = called(world, 'sidebarVoices', null).value.voices;
    const id = voice?.id ?? '';
    world.simulator.set({ voiceSpeeds: { [id]: 9 } });
    called(world, 'sidebarDefaults', { voice_id: id }, world.sheet);
    const before = called(world, 'sidebarPlan').value;
    expect(before.paced).toBe(0);
    world.menu('renderSelectedRows');
    world.follow();
    const made = world.simulator.paidVideos().reduce((sum, { seconds }) => sum + seconds, 0);
    expect(made).toBeGreaterThan(1.4 * before.seconds);
    const after = called(world, 'sidebarPlan', true).value;
    expect(after.paced).toBe(8);
    expect(Math.abs(after.seconds - made)).toBeLessThan(0.1 * made);
    const asked: string[] = [];
    world.answer = ({ message }) => {
      asked.push(message);
      return { button: 'NO' };
    };
    world.menu('renderSelectedRowsAgain');
    expect(asked.join()).toContain('by the pace of the voices in earlier videos');
  });
});

it('what was learned is kept, however much it is', () => {
  const world = worldOf(2);
  world.menu('renderSelectedRows');
  // Just below the 9 KB that one property may have.
  const voices = Array.from({ length: 29 }, (_, at) => [`${'v'.repeat(235)}${at}/en`, Array(9).fill(1.013)]);
  const paces = JSON.stringify(JSON.stringify(Object.fromEntries(voices))).slice(1, -1);
  const before = JSON.stringify(world.emulator.snapshot());
  const filled = before.replace(String.raw`\"paces\":{}`, String.raw`\"paces\":${paces}`);
  expect(filled.length).toBeGreaterThan(before.length + 8_000);
  world.emulator.restore(JSON.parse(filled));
  world.follow();
  expect(breachesAtTheEnd(world)).toEqual([]);
  world.menu('renderSelectedRowsAgain');
  world.follow();
  expect(world.emulator.triggers()).toEqual([]);
  expect(JSON.stringify(world.emulator.snapshot()).includes(String.raw`\"voice_en_sara/\":[1,`)).toBe(true);
});
