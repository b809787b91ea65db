import type { HeyGen } from '../app/heygen.ts';
import { connect, type HeyGenOptions } from './connection.ts';
import { createFollowing } from './following.ts';
import { encoded } from './query.ts';
import { accountReply, deletedReply, reader } from './schemas.ts';
import { createSending } from './sending.ts';
import { accountOf } from './values.ts';

/** The HeyGen port over HTTP. Holds no state: every call stands alone. */
export function createHeyGen(options: HeyGenOptions): HeyGen {
  const { exchange, ask, clean } = connect(options);
  return {
    ...createSending(exchange, options),
    ...createFollowing(ask, clean),

    deleteVideo(id) {
      const asked = ask({
        operation: 'deleteVideo',
        method: 'DELETE',
        path: `videos/${encoded(id)}`,
        read: reader(deletedReply, () => null),
      });
      const isGone =
        asked.kind === 'failed' && asked.problem.kind === 'row' && asked.problem.httpStatus === 404;
      return isGone ? { kind: 'answered', value: null } : asked;
    },

    account: () =>
      ask({
        operation: 'account',
        method: 'GET',
        path: 'users/me',
        read: reader(accountReply, ({ data }) => accountOf(data)),
      }),
  };
}
