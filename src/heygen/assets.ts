import * as z from 'zod/mini';
import type { Uploads } from '../app/ports/uploads.ts';
import { connect, type HeyGenOptions } from './connection.ts';
import { reader } from './schemas.ts';

/** The reply of `POST /v3/assets`. The id goes into a cell behind `asset:`, so it must be one plain word. */
const uploadedReply = z.lazy(() =>
  z.object({
    data: z.object({
      asset_id: z.string().check(z.regex(/^[\w.-]{1,200}$/)),
      mime_type: z.catch(z.string(), ''),
      url: z.catch(z.string().check(z.regex(/^https:\/\/\S+$/i)), ''),
    }),
  }),
);

/** The uploads port over HTTP. */
export function createUploads(options: HeyGenOptions): Uploads {
  const { exchange } = connect(options);
  return {
    upload({ content }) {
      return exchange({
        operation: 'upload',
        method: 'POST',
        path: 'assets',
        file: { field: 'file', content },
        read: reader(uploadedReply, ({ data }) => ({
          assetId: data.asset_id,
          mimeType: data.mime_type,
          url: data.url,
        })),
      });
    },
  };
}
