import { checkRow } from '../../../src/core/oddities/check-row.ts';
import type { RowRequest } from '../../../src/core/request/request.ts';
import { type AccountFacts, NO_FACTS } from '../../../src/core/row/account-facts.ts';
import type { Defaults } from '../../../src/core/row/row-cells.ts';
import { readTable } from '../../../src/core/sheet/table.ts';

export type Cells = Readonly<Record<string, string>>;

function read(cells: Cells, defaults: Defaults, known: AccountFacts) {
  const table = readTable([Object.keys(cells), Object.values(cells)]);
  const [row] = table.rows;
  if (row === undefined) throw new Error('the table has no row');
  return checkRow(table, row, defaults, known);
}

/** What a row of these cells asks for, with all warnings. */
export function asked(cells: Cells, defaults: Defaults = {}, known: AccountFacts = NO_FACTS): RowRequest {
  const { asked: result, warnings } = read(cells, defaults, known);
  if (!result.ok) throw new Error(result.failure.map(({ message }) => message).join('\n'));
  return { ...result.value, warnings };
}

/** Why a row of these cells cannot be sent: `code column`, and the sentences. */
export function refused(cells: Cells, defaults: Defaults = {}, known: AccountFacts = NO_FACTS) {
  const { asked: result } = read(cells, defaults, known);
  const issues = result.ok ? [] : result.failure;
  return {
    issues: issues.map(({ code, column }) => `${code} ${column}`),
    text: issues.map(({ message }) => message).join('\n'),
  };
}
