import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  beginnings,
  likelyEnds,
  NO_RENDER_TIMES,
  patienceOf,
  usualTurn,
  videosIn,
  withFinished,
} from '../../../src/core/jobs/render-times.ts';
import { cases } from '../../cases.ts';
import { MINUTE, START } from './jobs.ts';

/** A thousand rows in ten slots, each render of five minutes: ten videos end every five minutes. */
const ended = (rounds: number) =>
  Array.from({ length: rounds * 10 }, (_, at) => ({
    sentAt: START,
    completedAt: START + (Math.floor(at / 10) + 1) * 5 * MINUTE,
    kind: '',
  }));

const END = START + 60 * MINUTE;

describe('how long renders take', () => {
  test('is learned from when they ended, although they waited for their slots', () => {
    const known = withFinished(NO_RENDER_TIMES, ended(4), 10, END);
    expect(usualTurn(known)).toBe(5 * MINUTE);
    expect(videosIn(60 * MINUTE, known, 10)).toBe(120);
  });

  test('is not believed of the first videos alone: the short ones end first', () => {
    const first = { sentAt: START, completedAt: START + MINUTE, kind: '' };
    const known = withFinished(NO_RENDER_TIMES, [first, first, first], 10, END);
    expect(usualTurn(known)).toBeGreaterThan(4 * MINUTE);
    const many = Array.from({ length: 30 }, () => first);
    expect(usualTurn(withFinished(NO_RENDER_TIMES, many, 100, END))).toBe(MINUTE);
  });

  test('is learned in the same way when the batches of one moment are asked about in turn', () => {
    const rounds = ended(6);
    const inTurn = [rounds.filter((_, at) => at % 2 === 0), rounds.filter((_, at) => at % 2 === 1)];
    const known = inTurn.reduce((before, part) => withFinished(before, part, 10, END), NO_RENDER_TIMES);
    expect(known.ends).toEqual(withFinished(NO_RENDER_TIMES, rounds, 10, END).ends);
  });

  test('tells when the next ones are there', () => {
    const known = withFinished(NO_RENDER_TIMES, ended(4), 10, END);
    const begun = beginnings(
      known,
      Array.from({ length: 100 }, () => START),
      10,
    );
    const last = START + 20 * MINUTE;
    expect(begun).toEqual(Array.from({ length: 10 }, () => last));
    expect(likelyEnds(begun, known, last).every(({ at }) => at === last + 5 * MINUTE)).toBe(true);
  });

  test('of a video that takes longer than any before it, the end is expected any moment', () => {
    const known = withFinished(NO_RENDER_TIMES, ended(1), 10, END);
    const asked = START + 60 * MINUTE;
    const ends = likelyEnds([START], known, asked).map(({ at }) => at - asked);
    expect(Math.min(...ends)).toBeGreaterThan(0);
    expect(Math.max(...ends)).toBeLessThan(5 * MINUTE);
  });
});

describe('how patient passes are', () => {
  /** What is known after so many videos that have each waited for so many seconds. */
  const waited = (count: number, seconds: number) =>
    withFinished(
      NO_RENDER_TIMES,
      Array.from({ length: count }, () => ({ sentAt: START, completedAt: END - seconds * 1000, kind: '' })),
      10,
      END,
    );

  test('is learned: more where videos wait shortly, less where they wait long', () => {
    expect(patienceOf(waited(30, 30))).toBeGreaterThan(patienceOf(NO_RENDER_TIMES));
    expect(patienceOf(waited(30, 80))).toBeLessThan(patienceOf(NO_RENDER_TIMES));
  });

  test('is changed by one silence of the trigger no more than by three videos', () => {
    expect(patienceOf(waited(1, 3 * 3_600))).toBeGreaterThan(patienceOf(waited(3, 110)) - 1000);
  });

  test('is never less than a tick, nor so much that a video waits for minutes', () => {
    fc.assert(
      fc.property(fc.nat(5_000), fc.integer({ min: -100, max: 100_000 }), (count, seconds) => {
        expect(patienceOf(waited(count, seconds))).toBeGreaterThanOrEqual(55_000);
        expect(patienceOf(waited(count, seconds))).toBeLessThanOrEqual(100_000);
      }),
      cases(50, 24),
    );
  });
});
