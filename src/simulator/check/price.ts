import type { Look } from '../catalogue/look.ts';

/** US dollars per output second as last published (July 2026), by engine and kind of look. */
const PRICES: Readonly<Record<string, Readonly<Record<'photo' | 'video', number>>>> = {
  avatar_v: { photo: 0.0667, video: 0.0667 },
  avatar_iv: { photo: 0.05, video: 0.0667 },
  avatar_iii: { photo: 0.0433, video: 0.0167 },
};
const CINEMATIC = 7;

/** Rounds to four decimals, so that sums over thousands of videos do not drift. */
export function roundMoney(dollars: number): number {
  return Math.round(dollars * 10_000) / 10_000;
}

/** US dollars due for a video when it completes. `perSecond` overrides the published prices. */
export function videoCost(
  seconds: number,
  engine: string,
  lookType: Look['type'] | null,
  perSecond: number | null,
): number {
  if (perSecond !== null) return roundMoney(seconds * perSecond);
  if (engine === 'cinematic') return CINEMATIC;
  const prices = PRICES[engine] ?? { photo: 0.05, video: 0.0667 };
  return roundMoney(
    seconds * (lookType === null || lookType === 'photo_avatar' ? prices.photo : prices.video),
  );
}

/** US dollars per second of speech alone. */
const SPEECH = 0.000667;

export function speechCost(seconds: number): number {
  return roundMoney(seconds * SPEECH);
}
