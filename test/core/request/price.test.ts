import { expect, test } from 'vitest';
import { printOf } from '../../../src/core/hear/spoken-part.ts';
import type { AvatarRequest, Scene, VideoRequest } from '../../../src/core/heygen/video-request.ts';
import { estimateOf, type Prices } from '../../../src/core/request/price.ts';
import { type AccountFacts, NO_FACTS } from '../../../src/core/row/account-facts.ts';

const PRICES: Prices = {
  asOf: '2026-07-01',
  perSecond: {
    'Avatar IV, photo': 0.05,
    'Avatar IV, twin or studio': 0.07,
    'Avatar V, twin': 0.08,
    'Avatar III, twin or studio': 0.02,
    'Avatar III, photo': 0.04,
  },
  perVideo: { Cinematic: 7 },
};

const KNOWN: AccountFacts = {
  ...NO_FACTS,
  looks: new Map(
    ['photo_avatar', 'digital_twin', 'studio_avatar'].map((type) => [type, { type, engines: [] }]),
  ),
};

/** Ten seconds of speech. */
const TEN_SECONDS = 'a'.repeat(140);

/** The price of ten seconds, in cents: exact where dollars would not be. */
function cents(request: VideoRequest, known = KNOWN): number | null {
  const { cost } = estimateOf(request, known, PRICES);
  return cost === null ? null : Math.round(cost * 100);
}

const speaking = (
  avatar_id: string,
  engine?: NonNullable<AvatarRequest['engine']>['type'],
): VideoRequest => ({
  type: 'avatar',
  avatar_id,
  script: TEN_SECONDS,
  ...(engine === undefined ? {} : { engine: { type: engine } }),
});

test.each([
  ['a photo look without an engine', speaking('photo_avatar'), 50],
  ['a twin without an engine', speaking('digital_twin'), 70],
  ['a studio look on avatar_iv', speaking('studio_avatar', 'avatar_iv'), 70],
  ['a twin on avatar_v', speaking('digital_twin', 'avatar_v'), 80],
  ['a photo look on avatar_v, which has one price', speaking('photo_avatar', 'avatar_v'), 80],
  ['a studio look on avatar_iii', speaking('studio_avatar', 'avatar_iii'), 20],
  ['a photo look on avatar_iii', speaking('photo_avatar', 'avatar_iii'), 40],
])('%s costs what its engine and kind cost', (_, request, price) => {
  expect(cents(request)).toBe(price);
});

test('a look of unknown kind counts as the dearest one on its engine', () => {
  expect(cents(speaking('somebody'))).toBe(70);
  expect(cents(speaking('somebody', 'avatar_iii'))).toBe(40);
  expect(cents(speaking('photo_avatar'), NO_FACTS)).toBe(70);
});

test('a picture that speaks costs what a photo look costs', () => {
  const image = { type: 'url', url: 'https://example.com/a.png' } as const;
  expect(cents({ type: 'image', image, script: TEN_SECONDS })).toBe(50);
});

test('a cinematic video has one price, whatever its length, also when HeyGen chooses it', () => {
  const cinematic = { type: 'cinematic_avatar', avatar_id: ['digital_twin'], prompt: 'A walk' } as const;
  expect(estimateOf(cinematic, KNOWN, PRICES)).toMatchObject({ seconds: 10, cost: 7 });
  expect(estimateOf({ ...cinematic, auto_duration: true }, KNOWN, PRICES)).toMatchObject({
    seconds: null,
    cost: 7,
  });
});

test('an engine that has no price yet counts like the dearest', () => {
  const twin = { type: 'avatar', avatar_id: 'digital_twin', script: TEN_SECONDS } as const;
  const dearest = Math.max(
    ...['avatar_iii', 'avatar_iv', 'avatar_v'].map((type) => cents({ ...twin, engine: { type } }) ?? 0),
  );
  expect(cents({ ...twin, engine: { type: 'avatar_vi' } })).toBe(dearest);
});

test('scenes are added up, each by who speaks in it', () => {
  const scenes: Scene[] = [
    { type: 'avatar_video', input: { type: 'avatar', avatar_id: 'digital_twin', script: TEN_SECONDS } },
    {
      type: 'avatar_video',
      input: {
        type: 'avatar',
        avatar_id: 'studio_avatar',
        script: TEN_SECONDS,
        engine: { type: 'avatar_iii' },
      },
    },
    { type: 'image', source: { type: 'asset_id', asset_id: 'a' }, duration: 5 },
  ];
  expect(estimateOf({ type: 'studio', scenes }, KNOWN, PRICES).seconds).toBe(25);
  expect(cents({ type: 'studio', scenes })).toBe(70 + 20 + 25);
});

test('what is as long as it is has no price before: a recording, a clip, a template', () => {
  const nothing = { seconds: null, cost: null };
  const recording = { type: 'avatar', avatar_id: 'digital_twin', audio_asset_id: 'a' } as const;
  expect(estimateOf(recording, KNOWN, PRICES)).toMatchObject(nothing);
  const clip = { type: 'video', source: { type: 'asset_id', asset_id: 'a' } } as const;
  expect(estimateOf({ type: 'studio', scenes: [clip] }, KNOWN, PRICES)).toMatchObject(nothing);
  expect(estimateOf({ variables: {} }, KNOWN, PRICES)).toMatchObject(nothing);
});

test('a test video costs nothing, whatever makes it', () => {
  const twin = { type: 'avatar', avatar_id: 'digital_twin', script: TEN_SECONDS, test: true } as const;
  expect(estimateOf(twin, KNOWN, PRICES)).toMatchObject({ seconds: 10, cost: 0 });
  expect(estimateOf({ variables: {}, test: true }, KNOWN, PRICES).cost).toBe(0);
});

test('the price lies within its range, and the range is wider where the kind of a look is not known', () => {
  const twin = { type: 'avatar', avatar_id: 'digital_twin', script: TEN_SECONDS } as const;
  const width = (request: VideoRequest): number => {
    const { cost, range } = estimateOf(request, KNOWN, PRICES);
    expect(range.least).toBeLessThanOrEqual(cost ?? 0);
    expect(range.most).toBeGreaterThanOrEqual(cost ?? 0);
    return range.most - range.least;
  };
  expect(width({ ...twin, avatar_id: 'of another account' })).toBeGreaterThan(width(twin));
  expect(width({ type: 'studio', scenes: [{ type: 'avatar_video', input: twin }] })).toBeCloseTo(width(twin));
  expect(width({ type: 'cinematic_avatar', avatar_id: ['digital_twin'], prompt: 'A walk' })).toBe(0);
  expect(width({ ...twin, test: true })).toBe(0);
});

test('an estimate says which price it used, as far as it was one', () => {
  const rateOf = (request: VideoRequest): string => estimateOf(request, KNOWN, PRICES).rate;
  const twin = { type: 'avatar', avatar_id: 'digital_twin', script: TEN_SECONDS } as const;
  expect(rateOf(twin)).toBe('Avatar IV, twin or studio');
  expect(rateOf({ ...twin, avatar_id: 'photo_avatar' })).toBe('Avatar IV, photo');
  const scene = (avatar_id: string) =>
    ({ type: 'avatar_video', input: { type: 'avatar', avatar_id, script: TEN_SECONDS } }) as const;
  expect(rateOf({ type: 'studio', scenes: [scene('digital_twin'), scene('digital_twin')] })).toBe(
    rateOf(twin),
  );
  expect(rateOf({ type: 'studio', scenes: [scene('digital_twin'), scene('photo_avatar')] })).toBe('');
});

test('the range narrows to how evenly a voice has spoken, and to nothing where its words were heard', () => {
  const twin = { type: 'avatar', avatar_id: 'digital_twin', voice_id: 'sara', script: TEN_SECONDS } as const;
  const width = (facts: AccountFacts): number => {
    const { cost, range } = estimateOf(twin, facts, PRICES);
    return (range.most - range.least) / (cost ?? 0);
  };
  const paced = (...times: readonly number[]): AccountFacts => ({ ...KNOWN, paces: { 'sara/': times } });
  expect(width(KNOWN)).toBeCloseTo(0.3);
  expect(width(paced(1.2, 1.2))).toBeCloseTo(0.3);
  expect(width(paced(1.2, 1.2, 1.2))).toBeCloseTo(0.06);
  expect(width(paced(1, 1.1, 1))).toBeCloseTo(0.2);
  expect(width(paced(0.5, 1, 2))).toBeCloseTo(0.3);
  const heard = { ...KNOWN, heard: new Map([[printOf({ speech: twin, look: 'digital_twin' }), 12]]) };
  expect(estimateOf(twin, heard, PRICES).range).toEqual({ least: 12 * 0.07, most: 12 * 0.07 });
  const said = { ...twin, script: 'b' };
  const scenes = [twin, said].map((input) => ({ type: 'avatar_video', input }) as const);
  const { range } = estimateOf({ type: 'studio', scenes }, heard, PRICES);
  expect(range.most - range.least).toBeCloseTo((0.3 * 0.07) / 14);
});
