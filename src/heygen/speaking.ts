import * as z from 'zod/mini';
import type { Speaking } from '../app/ports/speaking.ts';
import { connect, type HeyGenOptions } from './connection.ts';
import { isInFlight } from './errors.ts';
import { reader } from './schemas.ts';

/** An address is played by the page, which takes none but web addresses. */
const spokenReply = z.lazy(() =>
  z.object({
    data: z.object({
      audio_url: z.catch(z.string().check(z.regex(/^https?:\/\/\S+$/i)), ''),
      duration: z.catch(z.nullable(z.number().check(z.positive())), null),
    }),
  }),
);

/** The speaking port over HTTP. */
export function createSpeaking(options: HeyGenOptions): Speaking {
  const { exchange } = connect(options);
  return {
    speak(body, key) {
      const sent = exchange({
        operation: 'speak',
        method: 'POST',
        path: 'voices/speech',
        body,
        idempotencyKey: key,
        read: reader(spokenReply, ({ data }) => ({ url: data.audio_url, seconds: data.duration })),
      });
      if (sent.ok) return { kind: 'accepted', value: sent.value };
      const problem = sent.failure;
      return { kind: problem.kind === 'outage' || isInFlight(problem) ? 'lost' : 'refused', problem };
    },
  };
}
