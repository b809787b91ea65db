import { expect, it } from 'vitest';
import { clickCalls } from '../bench/click-calls.ts';

const calls = clickCalls();

it('a click makes no more platform calls than these, in a sheet of 1,000 rows', () => {
  // Each is a ceiling: what is added to a click must be saved in it.
  expect(calls.opening).toBeLessThanOrEqual(9);
  expect(calls.firstOpening).toBeLessThanOrEqual(9);
  expect(Math.max(...Object.values(calls.row))).toBeLessThanOrEqual(4);
  expect(Math.max(...Object.values(calls.sync))).toBeLessThanOrEqual(6);
  expect(calls.render).toBeLessThanOrEqual(33);
  expect(calls.renderFlushes).toBeLessThanOrEqual(4);
});

it('the look at another row reads two rows, never the whole sheet', () => {
  expect(calls.rowCells).toBeLessThanOrEqual(20);
});
