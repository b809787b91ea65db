import { closestHeader } from './closest-header.ts';
import { headerKey } from './columns.ts';
import { columnList } from './header-row.ts';
import { excerpt, type Issue } from './issue.ts';
import type { Table } from './table.ts';

/** The cell is empty and no fallback was written. */
export function emptyField(name: string, header: string): Issue {
  const field = excerpt(name);
  return {
    code: 'field_empty',
    column: header,
    message: `<<${field}>> is empty. Fill the cell or write <<${field}|there>>.`,
  };
}

/** No column has the name. `into` is the column whose text asks for it. */
export function unknownField(name: string, into: string, table: Table): Issue {
  const mergeable = table.headers.filter(
    (header) => table.fieldOf(header).kind === 'column' && headerKey(header) !== headerKey(into),
  );
  const closest = excerpt(closestHeader(name, mergeable));
  const field = excerpt(name);
  const advice =
    closest === ''
      ? `Correct the name, or add a column named "${field}".`
      : `Did you mean <<${closest}>>? Correct the name, or add a column named "${field}".`;
  return { code: 'field_unknown', column: into, message: `<<${field}>> fits no column. ${advice}` };
}

/** Several columns have the name. */
export function repeatedField(name: string, into: string, indexes: readonly number[]): Issue {
  return {
    code: 'field_repeated',
    column: into,
    message: `<<${excerpt(name)}>> fits the columns ${columnList(indexes)}. Rename all but one of them.`,
  };
}

/** The name is one of Reelmerge's own output columns. */
export function outputField(name: string, into: string): Issue {
  return {
    code: 'field_output',
    column: into,
    message: `<<${excerpt(name)}>> is a column that Reelmerge writes, so it cannot be merged. Use a column of your own.`,
  };
}

/** The text asks for the very cell that it stands in, or stands in for. */
export function fieldItself(name: string, into: string): Issue {
  return {
    code: 'field_itself',
    column: into,
    message: `<<${excerpt(name)}>> would put the ${into} into itself. Use another column.`,
  };
}

/** `<<>>`, or `<<|there>>`. */
export function unnamedField(source: string, into: string): Issue {
  return {
    code: 'field_unnamed',
    column: into,
    message: `${excerpt(source)} in the ${into} names no column. Write a column's name in it, such as <<first_name>>, or \\<< for a literal <<.`,
  };
}

/** A `<<` whose `>>` is missing. */
export function unclosedField(source: string, into: string): Issue {
  return {
    code: 'field_unclosed',
    column: into,
    message: `"${excerpt(source)}" in the ${into} has no >> at its end. Write >> after the column's name, or \\<< for a literal <<.`,
  };
}
