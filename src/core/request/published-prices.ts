import type { Prices } from './price.ts';

/**
 * HeyGen's published prices in US dollars, per second of finished video or per video. When HeyGen changes them, users
 * can change them too, in the sidebar's settings.
 */
export const PUBLISHED_PRICES: Prices = {
  asOf: '2026-07-01',
  perSecond: {
    'Avatar IV, photo': 0.05,
    'Avatar IV, twin or studio': 0.0667,
    'Avatar V, twin': 0.0667,
    'Avatar III, twin or studio': 0.0167,
    'Avatar III, photo': 0.0433,
    Speech: 0.002,
  },
  perVideo: { Cinematic: 7 },
};
