import type { Issue } from '../issue.ts';
import type { RowRequest } from '../request/request.ts';
import type { AccountFacts } from '../row/account-facts.ts';
import type { RowReading } from '../row/row-reading.ts';
import type { Table } from '../sheet/table.ts';

/** What would sound wrong in one row. `asked` is null when the row cannot be sent. */
export function rowOddities(
  _reading: RowReading,
  _asked: RowRequest | null,
  _table: Table,
  _facts: AccountFacts,
): readonly Issue[] {
  return [];
}
