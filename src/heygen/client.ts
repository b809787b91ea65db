import type { HeyGen } from '../app/ports/heygen.ts';
import { connect, type HeyGenOptions } from './connection.ts';
import { createDeleting } from './deleting.ts';
import { accountOf } from './from-wire.ts';
import { accountReply, reader } from './schemas.ts';
import { createSending } from './sending.ts';
import { createVideoQueries } from './video-queries.ts';

/** The HeyGen port over HTTP. It holds no state but answers that came ahead. */
export function createHeyGen(options: HeyGenOptions): HeyGen {
  const { exchange, ask, ahead, clean } = connect(options);
  return {
    ...createSending(exchange, options),
    ...createVideoQueries(ask, ahead, clean),
    ...createDeleting(exchange, options),

    account: () =>
      ask({
        operation: 'account',
        method: 'GET',
        path: 'users/me',
        read: reader(accountReply, ({ data }) => accountOf(data)),
      }),
  };
}
