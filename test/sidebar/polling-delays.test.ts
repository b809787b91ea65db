import { describe, expect, it } from 'vitest';
import type { Progress } from '../../src/app/sidebar/contract.ts';
import { syncDelay } from '../../src/sidebar/page/polling-delays.ts';
import { noProgress } from '../browser/sidebar/fake-progress.ts';

const rendering: Progress = { ...noProgress(), counts: { ...noProgress().counts, Rendering: 3 } };

describe('the rhythm of syncs', () => {
  it('is ten seconds while something renders', () => {
    expect(syncDelay(rendering, 0)).toBe(10_000);
    expect(syncDelay(rendering, 11)).toBe(10_000);
  });

  it('slows down to 30 and 60 seconds when nothing changes', () => {
    expect(syncDelay(rendering, 12)).toBe(30_000);
    expect(syncDelay(rendering, 22)).toBe(60_000);
  });

  it('is a minute when nothing is under way, and five when that stays so', () => {
    expect(syncDelay(noProgress(), 2)).toBe(60_000);
    expect(syncDelay(null, 5)).toBe(60_000);
    expect(syncDelay(noProgress(), 6)).toBe(300_000);
  });
});
