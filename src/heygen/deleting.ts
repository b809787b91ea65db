import type { HeyGen } from '../app/ports/heygen.ts';
import type { Problem } from '../core/heygen/problem.ts';
import { failure, success } from '../core/result.ts';
import type { Exchange } from './exchange.ts';
import { encoded } from './query.ts';
import { mayPass, type Patience, repeated } from './retry.ts';
import { deletedReply, reader } from './schemas.ts';

/** With one of these HeyGen itself says that it has no such video. A bare 404 may come from anywhere on the way. */
const GONE: ReadonlySet<string> = new Set(['video_not_found', 'resource_not_found']);

/**
 * Deleting twice does no harm, so it is repeated as a read is. It fails with an `outage` problem exactly when an attempt
 * may have taken effect: a later refusal or wait says nothing about that attempt.
 */
export function createDeleting(exchange: Exchange, patience: Patience): Pick<HeyGen, 'deleteVideo'> {
  return {
    deleteVideo(id) {
      const deleted = repeated(patience, mayPass, () => {
        const answer = exchange({
          operation: 'deleteVideo',
          method: 'DELETE',
          path: `videos/${encoded(id)}`,
          read: reader(deletedReply, () => null),
        });
        return !answer.ok && isGone(answer.failure) ? success(null) : answer;
      });
      if (deleted.ok) return deleted;
      const { last, met } = deleted.failure;
      const lost = [...met].reverse().find(({ kind }) => kind === 'outage');
      return failure(lost ?? last);
    },
  };
}

/** The codes come from HeyGen's error envelope, so a page or an empty body has none of them. */
function isGone({ kind, httpStatus, code }: Problem): boolean {
  return kind === 'row' && httpStatus === 404 && GONE.has(code);
}
