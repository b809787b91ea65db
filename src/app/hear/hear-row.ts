import { type Hearing, hearingOf } from '../../core/hear/hearing.ts';
import { type SpokenPart, spokenParts } from '../../core/hear/spoken-part.ts';
import { requestFrom } from '../../core/request/request.ts';
import { estimatedSeconds } from '../../core/request/spoken-texts.ts';
import { failure, type Result, success } from '../../core/result.ts';
import { readRow } from '../../core/row/row-reading.ts';
import { lookUpAccount } from '../account/look-up-account.ts';
import { CONNECT_FIRST } from '../obstacles.ts';
import type { Platform } from '../ports/ports.ts';
import type { Tab } from '../ports/tab.ts';
import { FOR_PRICES } from '../render/plan-visible.ts';
import { tableOf } from '../tabs/tab-table.ts';
import { type Heard, hearParts } from './hear-parts.ts';
import type { Again } from './speak-once.ts';

const OTHER_WORDS = 'This row says other words now. Nothing was paid. Look at them, then press again.';

/** What a row would say. */
export interface Said {
  /** Null when it says no words of its own. */
  readonly hearing: Hearing | null;
  readonly parts: Result<readonly SpokenPart[]>;
  readonly seconds: number | null;
}

/** The words of a row as they would be sent. */
export function saidIn(platform: Platform, tab: Tab, number: number): Result<Said> {
  const table = tableOf(tab);
  const row = table.rows.find((each) => each.number === number);
  if (row === undefined || row.blank) return failure(`Row ${number} is empty now. Nothing was paid.`);
  const defaults = platform.settings.defaults(tab.id);
  const facts = lookUpAccount(platform, table, [row], defaults, FOR_PRICES);
  const asked = requestFrom(readRow(table, row, defaults, facts), table, row, facts);
  if (!asked.ok) return failure(`Row ${number}: ${asked.failure[0]?.message ?? ''}`);
  const { request } = asked.value;
  return success({
    hearing: hearingOf(request, facts),
    parts: spokenParts(request, facts.looks),
    seconds: estimatedSeconds(request, facts),
  });
}

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
  const said = saidIn(platform, tab, number);
  if (!said.ok) return said;
  const { hearing, parts } = said.value;
  if (hearing?.print !== print) return failure(OTHER_WORDS);
  if (!parts.ok) return success({ kind: 'no-speech', message: parts.failure });
  return hearParts(platform, key, parts.value, again);
}
