import { fingerprint } from '../fingerprint.ts';
import type { RowRequest } from '../request/request.ts';
import { spokenTexts } from '../request/spoken-texts.ts';
import { singleSpaced } from '../single-spaced.ts';
import { type RequestPart, requestFields, requestJson } from './request-json.ts';

type Sent = Pick<RowRequest, 'request' | 'endpoint' | 'filled'>;

/**
 * Fingerprint of everything that is sent for a row but its tag: two rows with the same print ask for the same
 * video. Of a HeyGen template the row's texts count and not the variables' bodies: these repeat what HeyGen said
 * of the template, which may differ from one look to the next.
 */
export function requestPrintOf({ request, endpoint, filled }: Sent): string {
  if (endpoint.kind === 'video' || !('variables' in request)) return fingerprint(requestJson(request));
  const { variables: _, ...rest } = request;
  return fingerprint(JSON.stringify([endpoint.templateId, filled, rest]));
}

/** Fingerprints of the parts of a request under their names. */
export type RequestParts = readonly RequestPart[];

export const NO_PARTS: RequestParts = [];

/** Each field of the request as a part; of a HeyGen template its id and what was put into its variables. */
export function requestPartsOf({ request, endpoint, filled }: Sent): RequestParts {
  const fields = requestFields(request).map(({ part }) => part);
  if (endpoint.kind === 'video' || !('variables' in request)) return fields;
  return [
    ...fields.filter(([name]) => name !== 'variables'),
    ['variables', fingerprint(JSON.stringify(filled ?? request.variables))],
    ['template_id', fingerprint(JSON.stringify(endpoint.templateId))],
  ];
}

/** They name a video and put it away at HeyGen. Nothing of them is seen or heard in it. */
const LABELS: readonly string[] = ['title', 'folder_id'];

/** Fingerprint of all that is seen and heard in a video. '' where the parts are not known, as in old ledgers. */
export function contentPrintOf(parts: RequestParts): string {
  if (parts.length === 0) return '';
  const seen = parts.filter(([name]) => !LABELS.includes(name)).map((part) => part.join(' '));
  return fingerprint(JSON.stringify(seen.sort()));
}

/** So many characters remind a person of what a video says. */
const SAYS_LENGTH = 80;

/** How the words begin that are spoken, in one line. */
export function beginningOf({ request }: Pick<RowRequest, 'request'>): string {
  const text = spokenTexts(request).join(' ');
  const words = singleSpaced(text.includes('<') ? text.replace(/<[^>]*>/gu, ' ') : text).trim();
  if (words.length <= SAYS_LENGTH) return words;
  return `${words.slice(0, SAYS_LENGTH).replace(/\s+\S*$/u, '')}…`;
}
