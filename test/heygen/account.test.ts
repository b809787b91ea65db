import { describe, expect, test } from 'vitest';
import { createHeyGen } from '../../src/heygen/client.ts';
import { reply, scripted } from './scripted-http.ts';

const WHO = { username: 'u1', email: 'a@b.example', first_name: 'A', last_name: null };

function account(data: object) {
  return createHeyGen(scripted([reply(200, { data: { ...WHO, ...data } })]).options).account();
}

describe('the balance', () => {
  const credits = (premium: number | null, addOn: number | null) => ({
    plan: 'pro',
    credits: { premium_credits: { remaining: premium }, add_on_credits: { remaining: addOn } },
  });
  test.each([
    [{ billing_type: 'wallet', wallet: { currency: 'usd', remaining_balance: 12.5 } }, 12.5, 'usd'],
    [{ billing_type: 'wallet', wallet: { currency: 'credits', remaining_balance: 0 } }, 0, 'credits'],
    [{ billing_type: 'subscription', subscription: credits(10, 5) }, 15, 'credits'],
    [{ billing_type: 'subscription', subscription: credits(null, 5) }, 5, 'credits'],
    [{ billing_type: 'usage_based', usage_based: { remaining_credits: 3 } }, 3, 'credits'],
    [
      { billing_type: 'usage_based', usage_based: { spending_cap_usd: 9, spending_current_usd: 4 } },
      5,
      'usd',
    ],
    [{ billing_type: null, subscription: credits(1, 1) }, 2, 'credits'],
    [{ billing_type: 'barter', wallet: { currency: 'usd', remaining_balance: 1 } }, 1, 'usd'],
  ])('of %j is %d %s', (data, amount, unit) => {
    expect(account(data)).toMatchObject({ ok: true, value: { balance: { amount, unit } } });
  });

  test.each([
    [{ billing_type: 'wallet', wallet: null }],
    [{ billing_type: 'subscription', subscription: { plan: 'free', credits: {} } }],
    [{ billing_type: 'wallet', subscription: credits(5, 5) }],
    [{}],
  ])('of %j is not known', (data) => {
    expect(account(data)).toMatchObject({ ok: true, value: { balance: null } });
  });
});

test('an account without a name cannot own jobs and is not accepted', () => {
  const world = scripted([reply(200, { data: { email: 'a@b.example' } })], { mayPause: () => false });
  expect(createHeyGen(world.options).account()).toMatchObject({
    ok: false,
    failure: { code: 'unreadable_reply' },
  });
});

test('the account is told with its way of paying', () => {
  const world = scripted([reply(200, { data: { ...WHO, billing_type: 'wallet' } })]);
  expect(createHeyGen(world.options).account()).toEqual({
    ok: true,
    value: { username: 'u1', email: 'a@b.example', balance: null, billing: 'wallet' },
  });
  expect(world.requests[0]?.url).toBe('https://api.heygen.com/v3/users/me');
});
