import { describe, expect, it } from 'vitest';
import {
  estimateAgainstActual,
  estimateWords,
  latestFinishedRun,
} from '../../../src/core/jobs/estimate-actual.ts';
import type { Job } from '../../../src/core/jobs/job.ts';
import { job, START } from './jobs.ts';

const PRICES = { asOf: '2026-11-01', perSecond: { photo: 0.1 }, perVideo: { Cinematic: 7 } };

const done = (fields: Partial<Job>): Job =>
  job({ status: 'Done', rate: 'photo', estimatedSeconds: 10, estimatedUsd: 0.8, seconds: 12, ...fields });

describe('estimate against actual', () => {
  it('adds up finished videos, by their real length at the present price', () => {
    const compared = estimateAgainstActual(
      [
        done({}),
        done({ seconds: 8 }),
        job({ status: 'Rendering', estimatedUsd: 3 }),
        job({ status: 'Failed' }),
      ],
      PRICES,
    );
    expect(compared).toMatchObject({ videos: 2, estimatedSeconds: 20, actualSeconds: 20, unestimated: 0 });
    expect(compared.estimatedUsd).toBeCloseTo(1.6);
    expect(compared.actualUsd).toBeCloseTo(2);
    expect(estimateWords(compared)).toBe(
      '2 finished videos: estimated 20 s and $1.60, actually 20 s and $2.00.',
    );
  });

  it('leaves out what nobody could estimate, and counts it', () => {
    const compared = estimateAgainstActual([done({ estimatedSeconds: null, estimatedUsd: null })], PRICES);
    expect(compared).toMatchObject({ videos: 0, unestimated: 1, actualUsd: 0 });
    expect(estimateWords(compared)).toBe('');
  });

  it('takes a free test video for free, and a cinematic one by the piece', () => {
    const compared = estimateAgainstActual(
      [done({ estimatedUsd: 0 }), done({ rate: 'Cinematic', estimatedUsd: 6 })],
      PRICES,
    );
    expect(compared.actualUsd).toBe(7);
  });

  it('the latest run is the one that was asked for last among those with a finished video', () => {
    const old = done({ id: 'aaaaaaaa-1-1', askedAt: START });
    const late = done({ id: 'bbbbbbbb-1-1', askedAt: START + 1 });
    const other = job({ id: 'bbbbbbbb-1-2', askedAt: START + 1 });
    const open = job({ id: 'cccccccc-1-1', askedAt: START + 2 });
    expect(latestFinishedRun([late, old, other, open])).toEqual([late, other]);
    expect(latestFinishedRun([open])).toEqual([]);
  });
});
