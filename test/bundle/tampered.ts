import {
  createDirectTransport,
  type DirectReply,
  type DirectRequest,
} from '../../src/emulator/transport/direct.ts';
import type { SimulatorChoices } from '../../src/simulator/options.ts';
import { World } from './world.ts';

/** What the add-on gets for a request, made of what the simulator answers. */
export type Tamper = (request: DirectRequest, answer: () => DirectReply) => DirectReply | 'cut';

/** A world in whose HeyGen somebody has a hand: for answers that no healthy HeyGen gives. */
export function tampered(tamper: Tamper, choices: SimulatorChoices = {}): World {
  const made: World[] = [];
  const transport = createDirectTransport((request, now) => {
    const [world] = made;
    if (world === undefined) throw new Error('the world is not made yet');
    const { method, path, headers, body } = request;
    const key = headers['idempotency-key'] ?? '';
    world.sent.push({ method, path: path.replace(/\?.*/, ''), key, body, at: now });
    return tamper(request, () => {
      const answer = world.simulator.handle(request, now);
      if (answer.kind === 'cut') throw new Error('the simulator cuts no connection unless told to');
      return { ...answer, body: String(answer.body) };
    });
  });
  const world = new World(choices, { transport });
  made.push(world);
  return world;
}

/** The answer with another body in place of its own. */
export function withBody(
  answer: DirectReply,
  change: (body: Record<string, unknown>) => unknown,
): DirectReply {
  return { ...answer, body: JSON.stringify(change(JSON.parse(String(answer.body)))) };
}

export function json(body: unknown): DirectReply {
  return {
    status: 200,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
    tookMs: 50,
  };
}

/** Whether it is a look at the list of videos, whatever is searched for. */
export function looksAtVideos({ method, path }: DirectRequest): boolean {
  return method === 'GET' && /^\/v3\/videos(?:\?|$)/.test(path);
}
