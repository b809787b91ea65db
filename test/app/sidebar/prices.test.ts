import { expect, test } from 'vitest';
import { PUBLISHED_PRICES } from '../../../src/app/sidebar/prices.ts';
import { PRICE_NAMES } from '../../../src/core/request/price.ts';

test('every price that an estimate needs is published', () => {
  expect(Object.keys(PUBLISHED_PRICES.perSecond).sort()).toEqual([...PRICE_NAMES.perSecond].sort());
  expect(Object.keys(PUBLISHED_PRICES.perVideo).sort()).toEqual([...PRICE_NAMES.perVideo].sort());
});
