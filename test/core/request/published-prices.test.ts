import { expect, test } from 'vitest';
import { PRICE_NAMES } from '../../../src/core/request/price.ts';
import { PUBLISHED_PRICES } from '../../../src/core/request/published-prices.ts';

test('every price that an estimate needs is published', () => {
  expect(Object.keys(PUBLISHED_PRICES.perSecond).sort()).toEqual([...PRICE_NAMES.perSecond].sort());
  expect(Object.keys(PUBLISHED_PRICES.perVideo).sort()).toEqual([...PRICE_NAMES.perVideo].sort());
});
