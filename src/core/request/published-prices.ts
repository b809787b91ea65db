import type { Prices } from './price.ts';

/**
 * What HeyGen charges for a second of finished video, or for a video, in US dollars, as last published. Prices
 * move: the user can change every one of them in the sidebar's settings.
 */
export const PUBLISHED_PRICES: Prices = {
  asOf: '2026-07-01',
  perSecond: {
    'Avatar IV, photo': 0.05,
    'Avatar IV, twin or studio': 0.0667,
    'Avatar V, twin': 0.0667,
    'Avatar III, twin or studio': 0.0167,
    'Avatar III, photo': 0.0433,
  },
  perVideo: { Cinematic: 7 },
};
