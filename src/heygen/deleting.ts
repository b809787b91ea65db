import type { HeyGen } from '../app/ports/heygen.ts';
import type { Problem } from '../core/heygen/problem.ts';
import type { Exchange } from './exchange.ts';
import { type Patience, waited } from './patience.ts';
import { encoded } from './query.ts';
import { mayPass } from './reading.ts';
import { deletedReply, reader } from './schemas.ts';

/** With one of these HeyGen itself says that it has no such video. A bare 404 may come from anywhere on the way. */
const GONE: ReadonlySet<string> = new Set(['video_not_found', 'resource_not_found']);

/**
 * Deleting may be sent twice without harm, so it is repeated as a read is. It fails with a problem of the kind
 * `outage` exactly when an attempt may have taken effect: a later refusal or wait says nothing about that one.
 */
export function createDeleting(exchange: Exchange, patience: Patience): Pick<HeyGen, 'deleteVideo'> {
  return {
    deleteVideo(id) {
      let lost: Problem | null = null;
      for (let attempt = 1; ; attempt++) {
        const answer = exchange({
          operation: 'deleteVideo',
          method: 'DELETE',
          path: `videos/${encoded(id)}`,
          read: reader(deletedReply, () => null),
        });
        if (answer.ok || isGone(answer.failure)) return { kind: 'answered', value: null };
        const problem = answer.failure;
        if (problem.kind === 'outage') lost = problem;
        if (!mayPass(problem) || !waited(patience, problem, attempt)) {
          return { kind: 'failed', problem: lost ?? problem };
        }
      }
    },
  };
}

/** The codes are read from HeyGen's error envelope only: a page or an empty body has none of them. */
function isGone({ kind, httpStatus, code }: Problem): boolean {
  return kind === 'row' && httpStatus === 404 && GONE.has(code);
}
