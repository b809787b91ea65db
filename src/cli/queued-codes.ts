import type { JobStatus } from '../core/jobs/status.ts';

/** The hidden tab of the add-on's ledger. */
export const LEDGER = 'Reelmerge jobs';
const QUEUED: JobStatus = 'Queued';

/** What the user sees of the spreadsheet. */
interface Seen {
  sheets(): readonly { readonly name: string }[];
  displayValues(sheet: string): readonly (readonly string[])[];
}

/** Why jobs wait in the queue, in the codes of the ledger, each once. A job that only waits for its turn has none. */
export function queuedCodes(user: Seen): readonly string[] {
  if (!user.sheets().some(({ name }) => name === LEDGER)) return [];
  const [headers = [], ...lines] = user.displayValues(LEDGER);
  const [status, code] = [headers.indexOf('status'), headers.indexOf('code')];
  const codes = lines.flatMap((line) => (line[status] === QUEUED ? [line[code] ?? ''] : []));
  return [...new Set(codes)].filter((each) => each !== '');
}
