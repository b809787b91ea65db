import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  findRecording,
  heardSeconds,
  keptRecordings,
  type Recording,
  readRecordings,
  withoutRecording,
  withRecording,
} from '../../../src/core/hear/recordings.ts';
import { cases } from '../../cases.ts';

const AT = Date.UTC(2026, 2, 1);
const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

const recording = (changes: Partial<Recording> = {}): Recording => ({
  prints: ['p', 'by look'],
  state: 'heard',
  at: AT,
  key: 'k',
  url: 'https://example.com/a.wav',
  seconds: 2.5,
  ...changes,
});

describe('what is known of some words', () => {
  it.each([
    ['words that were heard', recording(), AT + DAY, 'heard'],
    ['words that are being asked for', recording({ state: 'asked' }), AT + 6 * MINUTE, 'running'],
    ['words whose asker is certainly dead', recording({ state: 'asked' }), AT + 8 * MINUTE, 'paid'],
    ['words whose answer was lost', recording({ state: 'lost' }), AT, 'paid'],
    ['words without an address', recording({ url: '' }), AT, 'paid'],
    [
      'words whose link has ended',
      recording({ url: `https://example.com/a.wav?Expires=${AT / 1000 + 60}` }),
      AT + 2 * MINUTE,
      'paid',
    ],
    [
      'words whose link lives',
      recording({ url: `https://example.com/a.wav?Expires=${AT / 1000 + 600}` }),
      AT + 2 * MINUTE,
      'heard',
    ],
  ])('%s', (_, known, now, kind) => {
    expect(findRecording([recording({ prints: ['q'] }), known], ['p'], now).kind).toBe(kind);
    expect(findRecording([recording({ prints: ['q'] })], ['p'], now).kind).toBe('new');
  });

  it('a lost answer is asked for with its own key for a day, and an ended link with a new one', () => {
    const lost = [recording({ state: 'lost' })];
    expect(findRecording(lost, ['p'], AT + DAY - 1)).toMatchObject({ why: 'lost', key: 'k' });
    expect(findRecording(lost, ['p'], AT + DAY)).toMatchObject({ why: 'lost', key: '' });
    expect(findRecording([recording({ url: '' })], ['p'], AT)).toMatchObject({ why: 'ended', key: '' });
  });
});

it('what is kept comes back as it was, is bounded, and forgets addresses before lengths', () => {
  let kept: readonly Recording[] = [];
  for (let each = 0; each < 500; each += 1) {
    kept = withRecording(
      kept,
      recording({ prints: [`p${each}`], seconds: each, url: `https://e.com/${each}` }),
    );
  }
  expect(readRecordings(JSON.parse(JSON.stringify(keptRecordings(kept))))).toEqual(kept);
  expect(kept).toHaveLength(400);
  expect(kept.filter(({ url }) => url !== '')).toHaveLength(40);
  expect(heardSeconds(kept).get('p100')).toBe(100);
  expect(withRecording(kept, recording({ url: `https://e.com/${'a'.repeat(2_000)}` })).at(-1)?.url).toBe('');
  expect(withoutRecording(kept, ['p499'])).toHaveLength(399);
  expect(JSON.stringify(keptRecordings(kept)).length).toBeLessThan(60_000);
});

it('whatever was kept instead is no recording', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const read = readRecordings(value);
      expect(readRecordings(keptRecordings(read))).toEqual(read);
    }),
    cases(100, 20260301),
  );
});
