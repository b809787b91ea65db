import { describe, expect, it } from 'vitest';
import { paceName, paceOf, type VoicePaces, withPace } from '../../../src/core/speech/voice-paces.ts';

const of = (times: readonly number[], name = 'v/en'): VoicePaces =>
  times.reduce<VoicePaces>((paces, each) => withPace(paces, name, each * 10, 10), {});

describe('the pace of a voice', () => {
  it('is known after three videos, and is that of the middle one', () => {
    expect(paceOf(of([1.2, 1.3]), 'v/en')).toBeNull();
    expect(paceOf(of([1.2, 1.3, 1.25]), 'v/en')).toBe(1.25);
    expect(paceOf(undefined, 'v/en')).toBeNull();
  });

  it('is not moved by an odd video, nor by one of another length altogether', () => {
    expect(paceOf(of([1.2, 1.2, 2.9, 1.2]), 'v/en')).toBe(1.2);
    expect(of([9, 0.1, Number.NaN, Number.POSITIVE_INFINITY])).toEqual({});
  });

  it('follows what the latest videos say, and keeps few voices', () => {
    expect(paceOf(of([...Array(9).fill(1), ...Array(9).fill(1.5)]), 'v/en')).toBe(1.5);
    let paces: VoicePaces = {};
    for (let at = 0; at < 100; at++) paces = withPace(paces, `v${at}/en`, 10, 10);
    expect(Object.keys(paces)).toHaveLength(30);
    expect(paces).toHaveProperty('v99/en');
    expect(JSON.stringify(paces).length).toBeLessThan(3_000);
  });

  it('is another one in another language, and in other letters', () => {
    expect(paceName('v', 'de-AT', 'Hallo')).toBe('v/de');
    expect(paceName('v', undefined, 'Hello “there”')).toBe('v/');
    expect(paceName('v', undefined, 'こんにちは')).toBe('v/other');
  });
});
