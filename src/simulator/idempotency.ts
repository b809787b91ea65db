import type { Call } from './call.ts';
import { invalid, type Reply, refusal, refusalReply } from './exchange.ts';

const KEY = /^[A-Za-z0-9_:.-]{1,255}$/;
/** For so many milliseconds a key replays its first accepted reply. */
export const KEY_LIFE = 24 * 3_600_000;

export function keyOf(call: Call): string {
  return call.headers.get('idempotency-key') ?? '';
}

/**
 * Performs a request at most once per key, account and path. For 24 hours the same key gets the first accepted
 * reply again, even with another body. While the first request is in flight the answer is 409.
 */
export function onceByKey(call: Call, perform: (key: string) => Reply): Reply {
  const { world, account, path } = call;
  const key = call.headers.get('idempotency-key');
  if (key === undefined) return perform('');
  if (!KEY.test(key)) {
    return refusalReply(
      invalid('Idempotency-Key', 'Idempotency-Key must be 1 to 255 of A-Z a-z 0-9 _ : . -'),
    );
  }
  const slot = `${account}\n${path}\n${key}`;
  const first = world.keys.get(slot);
  if (first !== undefined && world.now - first.at < KEY_LIFE) {
    if (world.now < first.inFlightUntil) {
      const message = 'The first request with this Idempotency-Key is still in progress.';
      return refusalReply(refusal(409, 'request_in_progress', message, '', 1));
    }
    world.count('replayed key');
    return {
      kind: 'reply',
      status: first.status,
      headers: { 'Content-Type': 'application/json' },
      body: first.body,
      tookMs: 0,
    };
  }
  const reply = perform(key);
  if (reply.refused !== true && reply.status < 300 && typeof reply.body === 'string') {
    const inFlightMs = Math.max(world.options.inFlightMs, call.tookMs - world.options.latencyMs);
    const { status, body } = reply;
    const inFlightUntil = world.now + inFlightMs;
    world.keys.set(slot, { account, path, key, at: world.now, inFlightUntil, status, body });
  }
  return reply;
}
