import { describe, expect, it } from 'vitest';
import type { RunSummary } from '../../src/app/sidebar/contract.ts';
import type { Prices } from '../../src/core/request/price.ts';
import { called } from './page-calls.ts';
import { people, World } from './world.ts';

/** Ten seconds of speech. */
const SCRIPT = 'a'.repeat(140);
const PICTURE = 'https://example.com/face.png';

const PRICES: Prices = {
  asOf: '2026-03-01',
  perSecond: {
    'Avatar IV, photo': 1,
    'Avatar IV, twin or studio': 2,
    'Avatar V, twin': 3,
    'Avatar III, twin or studio': 4,
    'Avatar III, photo': 5,
  },
  perVideo: { Cinematic: 1000 },
};

/** A connected world with prices that tell every engine and kind apart. */
function worldWith(rows: readonly Readonly<Record<string, string>>[]): World {
  const world = new World({ looks: 120 });
  const headers = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  world.prepare([headers, ...rows.map((row) => headers.map((header) => row[header] ?? ''))]);
  called(world, 'sidebarPrices', PRICES);
  return world;
}

function summaryOf(...rows: Readonly<Record<string, string>>[]): RunSummary {
  const summary = called(worldWith(rows), 'sidebarPlan').value;
  expect(summary.blocked).toEqual([]);
  return summary;
}

/** A look of each type, as the account has them. */
const LOOKS = (() => {
  const world = new World({ looks: 120 });
  world.menu('setHeyGenKey');
  const { looks } = called(world, 'sidebarLooks', null).value;
  const more = called(world, 'sidebarLooks', JSON.stringify({ of: 'public', token: null })).value.looks;
  return (type: string, engine = 'avatar_iv'): string => {
    const found = [...looks, ...more].find((look) => look.type === type && look.engines.includes(engine));
    if (found === undefined) throw new Error(`The simulated account has no ${type} for ${engine}.`);
    return found.id;
  };
})();

describe('the estimate before anything is paid', () => {
  it.each([
    ['a photo look', 'photo_avatar', '', 10],
    ['a twin', 'digital_twin', '', 20],
    ['a studio look', 'studio_avatar', '', 20],
    ['a twin on avatar_v', 'digital_twin', 'avatar_v', 30],
    ['a studio look on avatar_iii', 'studio_avatar', 'avatar_iii', 40],
  ])('counts ten seconds of %s by its engine and kind', (_, type, engine, cost) => {
    const look = LOOKS(type, engine === '' ? 'avatar_iv' : engine);
    const summary = summaryOf({ script: SCRIPT, avatar_id: look, engine });
    expect(summary).toMatchObject({ videos: 1, cost, unknownLengths: 0, tests: 0 });
    expect(summary.seconds).toBeCloseTo(10);
  });

  it('counts a look that HeyGen does not know as the dearest on its engine', () => {
    expect(summaryOf({ script: SCRIPT, avatar_id: 'of_another_account' }).cost).toBeCloseTo(20);
  });

  it('counts pictures, scenes by their speaker, and a cinematic video as one', () => {
    const look = LOOKS('digital_twin');
    expect(summaryOf({ script: SCRIPT, image: PICTURE, voice_id: 'voice_en_sara' }).cost).toBeCloseTo(10);
    const scenes = `${SCRIPT}\n---\n[photo: ${PICTURE}] [voice: v]\n${SCRIPT}`;
    expect(summaryOf({ script: scenes, avatar_id: look }).cost).toBeCloseTo(30);
    expect(summaryOf({ prompt: 'A walk', avatar_id: look }).cost).toBe(1000);
  });

  it('tells how many videos have no price yet, and how many are tests without one', () => {
    const look = LOOKS('digital_twin');
    const summary = summaryOf(
      { script: SCRIPT, avatar_id: look },
      { audio_asset_id: 'sound_1', avatar_id: look },
      { script: SCRIPT, avatar_id: look, test_mode: 'yes' },
    );
    expect(summary).toMatchObject({ videos: 3, unknownLengths: 1, tests: 1 });
    expect(summary.cost).toBeCloseTo(20);
  });

  it('tells what is worth a look, each kind once with its rows, and stops nothing for it', () => {
    const avatar_id = LOOKS('digital_twin');
    const rows = Array.from({ length: 60 }, () => ({ script: 'Look at www.example.com.', avatar_id }));
    const summary = summaryOf({ script: SCRIPT, avatar_id }, ...rows);
    expect(summary).toMatchObject({ videos: 61, warnedRows: 60 });
    expect(summary.warnings).toMatchObject([
      { column: 'script', rows: Array.from({ length: 60 }, (_, at) => at + 3) },
    ]);
  });

  it('asks HeyGen about a look once', () => {
    const world = worldWith([{ script: SCRIPT, avatar_id: LOOKS('digital_twin') }]);
    // The account, whose balance the user decides by, was asked about when the key was set.
    expect(called(world, 'sidebarPlan').fetches).toBe(1);
    expect(called(world, 'sidebarPlan').fetches).toBe(0);
  });
});

it('the balance beside the estimate is what is left now, not what was left when the sidebar was opened', () => {
  const world = new World();
  world.prepare(people(2));
  const before = called(world, 'sidebarStart').value.account?.balance?.amount ?? 0;
  world.menu('renderSelectedRows');
  world.follow();
  expect(called(world, 'sidebarPlan').value.balance?.amount).toBeLessThan(before);
});

it('prices that were saved before there were prices a video keep their changes and get the new ones', () => {
  const world = new World();
  const { perVideo: _, ...old } = PRICES;
  called(world, 'sidebarPrices', Object(old));
  const { prices } = called(world, 'sidebarSettings').value;
  const perSecond = { ...PRICES.perSecond, Speech: 0.002 };
  expect(prices).toEqual({ ...PRICES, perSecond, perVideo: { Cinematic: 7 } });
});
