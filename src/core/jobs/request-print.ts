import { fingerprint } from '../fingerprint.ts';
import type { RowRequest } from '../request/request.ts';
import { spokenTexts } from '../request/spoken-texts.ts';

type Sent = Pick<RowRequest, 'request' | 'endpoint' | 'filled'>;

/**
 * Fingerprint of everything that is sent for a row but its tag: two rows with the same print ask for the same
 * video. Of a HeyGen template the row's texts count and not the variables' bodies: these repeat what HeyGen said
 * of the template, which may differ from one look to the next.
 */
export function requestPrintOf(sent: Sent): string {
  return fingerprint(JSON.stringify(comparable(sent)));
}

function comparable({ request, endpoint, filled }: Sent): unknown {
  if (endpoint.kind === 'video' || !('variables' in request)) return request;
  const { variables: _, ...rest } = request;
  return [endpoint.templateId, filled, rest];
}

/** Fingerprints of the parts of a request under their names. */
export type RequestParts = readonly (readonly [name: string, print: string])[];

export const NO_PARTS: RequestParts = [];

/** Each field of the request as a part; of a HeyGen template its id and what was put into its variables. */
export function requestPartsOf({ request, endpoint, filled }: Sent): RequestParts {
  const { variables, ...fields } = { variables: undefined, ...request };
  const parts: [string, unknown][] = Object.entries(fields);
  if (variables !== undefined) parts.push(['variables', filled ?? variables]);
  if (endpoint.kind === 'template') parts.push(['template_id', endpoint.templateId]);
  return parts.map(([name, value]) => [name, fingerprint(JSON.stringify(value))]);
}

/** So many characters remind a person of what a video says. */
const SAYS_LENGTH = 80;

/** How the words begin that are spoken, in one line. */
export function beginningOf({ request }: Pick<RowRequest, 'request'>): string {
  const words = spokenTexts(request)
    .join(' ')
    .replace(/<[^>]*>/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim();
  if (words.length <= SAYS_LENGTH) return words;
  return `${words.slice(0, SAYS_LENGTH).replace(/\s+\S*$/u, '')}…`;
}
