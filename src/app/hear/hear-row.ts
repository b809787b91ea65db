import { hearingOf } from '../../core/hear/hearing.ts';
import { spokenParts } from '../../core/hear/spoken-part.ts';
import { requestFrom } from '../../core/request/request.ts';
import { failure, type Result, success } from '../../core/result.ts';
import { readRow } from '../../core/row/row-reading.ts';
import { lookUpAccount } from '../account/look-up-account.ts';
import { CONNECT_FIRST } from '../obstacles.ts';
import type { Platform } from '../ports/ports.ts';
import type { Tab } from '../ports/tab.ts';
import { FOR_PRICES } from '../render/plan-visible.ts';
import { tableOf } from '../tabs/tab-table.ts';
import { type Again, speakOnce } from './speak-once.ts';

/** What a wish to hear something came to. */
export type Heard =
  | { readonly kind: 'heard'; readonly urls: readonly string[] }
  /** Nothing was paid now. `no-speech`: there is no way but a video. `paid`: only a second payment brings it. */
  | { readonly kind: 'no-speech' | 'paid'; readonly message: string };

const OTHER_WORDS = 'This row says other words now. Nothing was paid. Look at them, then press again.';

/** Has the words of a row spoken without a video, if they are still those with this `print`. */
export function hearRow(
  platform: Platform,
  tab: Tab,
  number: number,
  print: string,
  again: Again,
): Result<Heard> {
  const key = platform.settings.apiKey();
  if (key === null) return failure(CONNECT_FIRST);
  const table = tableOf(tab);
  const row = table.rows.find((each) => each.number === number);
  if (row === undefined || row.blank) return failure(`Row ${number} is empty now. Nothing was paid.`);
  const defaults = platform.settings.defaults(tab.id);
  const facts = lookUpAccount(platform, table, [row], defaults, FOR_PRICES);
  const asked = requestFrom(readRow(table, row, defaults, facts), table, row, facts);
  if (!asked.ok) return failure(`Row ${number}: ${asked.failure[0]?.message ?? ''}`);
  const { request } = asked.value;
  if (hearingOf(request, facts)?.print !== print) return failure(OTHER_WORDS);
  const parts = spokenParts(request, facts.looks);
  if (!parts.ok) return success({ kind: 'no-speech', message: parts.failure });
  const urls: string[] = [];
  for (const part of parts.value) {
    const spoken = speakOnce(platform, key, part, again);
    if (spoken.kind === 'not-heard') return failure(spoken.message);
    if (spoken.kind !== 'heard') return success(spoken);
    urls.push(spoken.recording.url);
  }
  return success({ kind: 'heard', urls });
}
