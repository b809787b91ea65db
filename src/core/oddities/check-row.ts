import type { Issue } from '../issue.ts';
import { type RowRequest, requestFrom } from '../request/request.ts';
import type { Result } from '../result.ts';
import { type AccountFacts, NO_FACTS } from '../row/account-facts.ts';
import type { Defaults } from '../row/row-cells.ts';
import { type RowReading, readRow } from '../row/row-reading.ts';
import type { Row, Table } from '../sheet/table.ts';
import { rowOddities } from './row-oddities.ts';

/** A row's request, with everything that is worth a look before it is paid for. */
export interface CheckedRow {
  readonly asked: Result<RowRequest, readonly Issue[]>;
  /** All warnings, those of the request among them. A row that cannot be sent has warnings, too. */
  readonly warnings: readonly Issue[];
}

/** Most rows have none. */
const NO_WARNINGS: readonly Issue[] = [];

/** Makes a row's request and looks for what would sound wrong. The request is the same as without the look. */
export function checkRow(
  table: Table,
  row: Row,
  defaults: Defaults,
  facts: AccountFacts = NO_FACTS,
): CheckedRow {
  return checkReading(readRow(table, row, defaults, facts), table, row, facts);
}

/** The same for a row that was read already. */
export function checkReading(reading: RowReading, table: Table, row: Row, facts: AccountFacts): CheckedRow {
  return withOddities(reading, requestFrom(reading, table, row, facts), table, facts);
}

/** The same for a row whose request was made already. */
export function withOddities(
  reading: RowReading,
  asked: CheckedRow['asked'],
  table: Table,
  facts: AccountFacts,
): CheckedRow {
  const known = asked.ok ? asked.value.warnings : reading.findings.warnings;
  const odd = rowOddities(reading, asked.ok ? asked.value : null, table, facts);
  return { asked, warnings: known.length + odd.length === 0 ? NO_WARNINGS : [...known, ...odd] };
}
