import type { HeyGen, Sent } from '../app/ports/heygen.ts';
import type { Problem } from '../core/heygen/problem.ts';
import { ASSET_NOT_FOUND, MAYBE_CREATED } from '../core/heygen/unsettled-refusals.ts';
import { isInFlight } from './errors.ts';
import type { Exchange } from './exchange.ts';
import { encoded } from './query.ts';
import { type Patience, repeated } from './retry.ts';
import { createdBatchReply, createdTemplateVideoReply, createdVideoReply, reader } from './schemas.ts';

/** The two operations that cost money. */
export type Sending = Pick<HeyGen, 'createVideo' | 'createBatch'>;

/**
 * Both return `refused` only when no attempt of the call can have taken effect. After an outage or a 409 only an
 * acceptance is certain: a later 402 or 429 may come from a gate before the one that checks the key. So the outcome is
 * then `lost`, with the last problem.
 */
export function createSending(exchange: Exchange, patience: Patience): Sending {
  return {
    createVideo(endpoint, body, key, folder) {
      const [path, read] =
        endpoint.kind === 'video'
          ? ['videos', createdVideo]
          : [`templates/${encoded(endpoint.templateId)}`, createdTemplateVideo];
      const sent = repeated(patience, mayPassSoon, () =>
        exchange({
          operation: 'createVideo',
          method: 'POST',
          path,
          body: videoBody(body, folder),
          idempotencyKey: key,
          read,
        }),
      );
      if (sent.ok) return { kind: 'accepted', value: sent.value };
      const { met, last } = sent.failure;
      // A doubt about one answer must not hide an attempt that had no answer at all.
      const unanswered = met.find((problem) => provesNothing(problem) && problem.code !== MAYBE_CREATED);
      return notAccepted(met.some(provesNothing), last.code === MAYBE_CREATED ? (unanswered ?? last) : last);
    },

    createBatch(bodies, title, key, folder) {
      const sent = exchange({
        operation: 'createBatch',
        method: 'POST',
        path: 'videos/batches',
        body: batchBody(bodies, title, folder),
        idempotencyKey: key,
        read: reader(createdBatchReply, ({ data }) => ({
          batchId: data.batch_id,
          totalItems: data.total_items ?? bodies.length,
        })),
      });
      if (sent.ok) return { kind: 'accepted', value: sent.value };
      return notAccepted(provesNothing(sent.failure), sent.failure);
    },
  };
}

const createdVideo = reader(createdVideoReply, ({ data }) => ({ videoId: data.video_id }));
/** A template's POST answers with the whole video. */
const createdTemplateVideo = reader(createdTemplateVideoReply, ({ data }) => ({ videoId: data.id }));

function provesNothing(problem: Problem): boolean {
  return problem.kind === 'outage' || isInFlight(problem) || problem.code === MAYBE_CREATED;
}

/** Whether the same request under the same key may be answered otherwise in a moment. */
function mayPassSoon(problem: Problem): boolean {
  return provesNothing(problem) || problem.code === ASSET_NOT_FOUND;
}

function notAccepted<Value>(mayHaveTakenEffect: boolean, problem: Problem): Sent<Value> {
  return { kind: mayHaveTakenEffect ? 'lost' : 'refused', problem };
}

/** The bodies stay the text that the ledger holds: parsing them could change how a number is written. */
function videoBody(body: string, folder: string | null): string {
  return folder === null ? body : body.replace('{', () => `{${member('folder_id', folder)}`);
}

function batchBody(bodies: readonly string[], title: string, folder: string | null): string {
  const named = title === '' ? '' : member('title', title);
  const placed = folder === null ? '' : member('folder_id', folder);
  return `{${named}${placed}"videos":[${bodies.join(',')}]}`;
}

function member(name: string, text: string): string {
  return `"${name}":${JSON.stringify(text)},`;
}
