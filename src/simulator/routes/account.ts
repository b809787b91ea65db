import type { Call } from '../call.ts';
import { roundMoney } from '../check/price.ts';
import { jsonReply, type Reply } from '../exchange.ts';

/** The simulator's own rate: a subscription's credit is worth ten cents. */
const CREDITS_PER_DOLLAR = 10;

/** GET /v3/users/me: only the balance that `billing_type` names is filled. */
export function getAccount(call: Call): Reply {
  const { world, account } = call;
  const { billing, credit } = world.options;
  const { spent } = world.book(account);
  const left = credit === null ? null : Math.max(0, roundMoney(credit - spent));
  const credits = left === null ? null : Math.floor(left * CREDITS_PER_DOLLAR);
  const wallet = { currency: 'usd', remaining_balance: left, auto_reload: { enabled: false } };
  const subscription = {
    plan: 'creator',
    credits: { premium_credits: { remaining: credits, resets_at: null }, add_on_credits: null },
  };
  const usage = {
    included_credits: credit === null ? null : credit * CREDITS_PER_DOLLAR,
    remaining_credits: credits,
    spending_cap_usd: credit,
    spending_current_usd: spent,
  };
  const name = account.charAt(0).toUpperCase() + account.slice(1);
  return jsonReply(200, {
    data: {
      username: account,
      email: `${account}@example.com`,
      first_name: name,
      last_name: 'Example',
      billing_type: billing,
      wallet: billing === 'wallet' ? wallet : null,
      subscription: billing === 'subscription' ? subscription : null,
      usage_based: billing === 'usage_based' ? usage : null,
    },
  });
}
