import { describe, expect, it } from 'vitest';
import { avatarBody, Caller } from './caller.ts';

/** One dollar a second: each video of `avatarBody` costs 2.14. */
const PRICED = { credit: 5, costPerSecond: 1 };

describe('credit that ends late', () => {
  it('accepts every video, and fails those that it does not cover when they render', () => {
    const caller = new Caller({ ...PRICED, creditEndsLate: true });
    const { json } = caller.batch([avatarBody(), avatarBody(), avatarBody()]);
    const single = caller.create();
    expect(single.status).toBe(200);
    caller.wait(600);
    const items = caller.get(`/v3/videos/batches/${json.data?.batch_id}`).json.data?.items ?? [];
    expect(items.map(({ status }) => status)).toEqual(['completed', 'failed', 'failed']);
    expect(items[2]?.error?.code).toBe('MOVIO_PAYMENT_INSUFFICIENT_CREDIT');
    expect(caller.get(`/v3/videos/${single.json.data?.video_id}`).json.data?.status).toBe('completed');
    expect(caller.simulator.accounts()[0]).toMatchObject({ spent: 4.28, reserved: 0 });
    expect(caller.simulator.paidVideos()).toHaveLength(2);
  });

  it('is over after a top-up', () => {
    const caller = new Caller({ ...PRICED, credit: 1, creditEndsLate: true });
    const id = caller.made();
    caller.wait(60);
    expect(caller.get(`/v3/videos/${id}`).json.data?.failure_code).toBe('MOVIO_PAYMENT_INSUFFICIENT_CREDIT');
    caller.simulator.set({ credit: 10 });
    const again = caller.made();
    caller.wait(60);
    expect(caller.get(`/v3/videos/${again}`).json.data?.status).toBe('completed');
  });

  it.each([
    [402, 'insufficient_credit'],
    [402, 'MOVIO_PAYMENT_INSUFFICIENT_CREDIT'],
    [400, 'movio_payment_insufficient_credit'],
    [200, 'Movio_Payment_Insufficient_Credit'],
  ])('or at once, under status %i with the code %s', (creditStatus, creditCode) => {
    const caller = new Caller({ ...PRICED, credit: 1, creditStatus, creditCode });
    const refused = { status: creditStatus, json: { error: { code: creditCode } } };
    expect(caller.create()).toMatchObject(refused);
    expect(caller.batch([avatarBody()])).toMatchObject(refused);
    expect(caller.simulator.videos()).toEqual([]);
  });
});
