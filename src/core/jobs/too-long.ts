import type { VideoRequest } from '../heygen/video-request.ts';
import type { Issue } from '../issue.ts';
import { requestJson } from './request-json.ts';

/** The ledger keeps the exact request in one cell, which holds 50,000 characters; the title's tag comes on top. */
const LONGEST_REQUEST = 48_000;

/** Whether the ledger could not keep the request. */
export function isTooLong(request: VideoRequest): boolean {
  return requestJson(request).length > LONGEST_REQUEST;
}

export function tooLong(request: VideoRequest): Issue {
  const inline = 'image' in request && request.image.type === 'base64';
  return {
    code: 'request_too_long',
    column: inline ? 'image' : '',
    message: inline
      ? 'The picture in the cell "image" and the texts of this row are too long together: Reelmerge keeps the whole request of a row in one cell. Upload the picture in the sidebar and write asset:<id>.'
      : 'The texts of this row are too long together: Reelmerge keeps the whole request of a row in one cell. Shorten the longest of them.',
  };
}
