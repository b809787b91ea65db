import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Forecast } from '../../../src/core/jobs/forecast.ts';
import { cases } from '../../cases.ts';
import { MINUTE, START } from './jobs.ts';

const TICK = 55_000;
const sent = Array.from({ length: 100 }, () => START);

/** An account of ten slots whose videos ended at these minutes, after turns of these minutes. */
function forecast(ends: readonly number[], turns: readonly number[]): Forecast {
  const renders = { ends: ends.map((at) => START + at * MINUTE), turns: turns.map((turn) => turn * MINUTE) };
  return new Forecast(sent, { slots: 10, renders });
}

const minutes = (at: number | null): number => ((at ?? 0) - START) / MINUTE;

describe('HeyGen is asked', () => {
  test('right after videos that end together', () => {
    const together = forecast(Array(10).fill(60), Array(10).fill(5));
    expect(minutes(together.worthAskingAt(START + 61 * MINUTE, together.begun, TICK))).toBeCloseTo(65, 0);
  });

  test('about each minute and a half while videos end one after the other', () => {
    const inTurn = forecast(
      Array.from({ length: 10 }, (_, at) => 55.5 + at / 2),
      [4.8, 5, 5.2],
    );
    const at = minutes(inTurn.worthAskingAt(START + 60 * MINUTE, inTurn.begun, TICK));
    expect(at).toBeGreaterThan(61);
    expect(at).toBeLessThan(61.7);
  });

  test('less often about a batch that has few of the slots', () => {
    const inTurn = forecast(
      Array.from({ length: 10 }, (_, at) => 55.5 + at / 2),
      [4.8, 5, 5.2],
    );
    const [all, few] = [inTurn.begun, inTurn.begun.slice(-1)].map(
      (begun) => inTurn.worthAskingAt(START + 60 * MINUTE, begun, TICK) ?? 0,
    );
    expect(few).toBeGreaterThan(all ?? 0);
  });

  test('by the clock while nothing is known', () => {
    expect(forecast([], []).worthAskingAt(START, [], TICK)).toBeNull();
  });
});

test('whatever is known, it is after the last question by a tick at least and a quarter of an hour at most', () => {
  const lists = (most: number) =>
    fc.array(fc.double({ min: 0.1, max: most, noNaN: true }), { maxLength: 30 });
  fc.assert(
    fc.property(lists(90), lists(40), fc.nat(10), (ends, turns, own) => {
      const asked = START + 90 * MINUTE;
      const known = forecast(
        [...ends].sort((a, b) => a - b),
        turns,
      );
      const at = known.worthAskingAt(asked, known.begun.slice(0, own), TICK);
      expect(at === null).toBe(turns.length === 0);
      expect(at ?? asked + TICK).toBeGreaterThanOrEqual(asked + TICK);
      expect(at ?? asked).toBeLessThanOrEqual(asked + 15 * MINUTE);
    }),
    cases(400, 21),
  );
});
