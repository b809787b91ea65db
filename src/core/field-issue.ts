import { closestHeader } from './closest-header.ts';
import { headerKey } from './columns.ts';
import { EXPECTED, FORMATTERS } from './formatter.ts';
import { columnList } from './header-row.ts';
import { excerpt, type Issue, listed } from './issue.ts';
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

/** `<<if …>>` without anything that could be true or false. */
export function conditionMalformed(name: string, into: string): Issue {
  return {
    code: 'condition_malformed',
    column: into,
    message: `<<${excerpt(name)}>> in the ${into} compares nothing. Write <<if plan = Pro>>, <<if plan != Pro>>, <<if plan contains Pro>>, <<if plan is empty>> or <<if plan is not empty>>.`,
  };
}

/** `<<if …>>` without `<<end>>`. */
export function conditionUnended(source: string, into: string): Issue {
  return {
    code: 'condition_unended',
    column: into,
    message: `${excerpt(source)} in the ${into} has no <<end>>. Write <<end>> where the text that depends on it stops.`,
  };
}

/** `<<else>>` or `<<end>>` outside any condition, and no column is named so. */
export function conditionStray(name: string, into: string): Issue {
  return {
    code: 'condition_stray',
    column: into,
    message: `<<${excerpt(name)}>> in the ${into} belongs to no <<if …>>. Write the <<if …>> before it, or delete it.`,
  };
}

/** A word behind the colon that formats nothing. */
export function formatterUnknown(name: string, word: string, into: string): Issue {
  return {
    code: 'formatter_unknown',
    column: into,
    message: `"${excerpt(word)}" in <<${excerpt(name)}>> is no way to put a value in. Write ${listed(FORMATTERS, 'or')} behind the colon.`,
  };
}

/** `<<name:say>>` without a column that says how. */
export function sayMissing(name: string, header: string, into: string): Issue {
  return {
    code: 'say_missing',
    column: into,
    message: `<<${excerpt(name)}>> has no spoken form. Add a column named "${excerpt(header)} (say)" with the word as it sounds.`,
  };
}

/** The value is not what the formatter needs. */
export function valueUnreadable(
  name: string,
  header: string,
  value: string,
  formatter: keyof typeof EXPECTED,
): Issue {
  return {
    code: 'value_unreadable',
    column: header,
    message: `<<${excerpt(name)}>> is "${excerpt(value)}", which cannot be said as a ${formatter}. Write ${EXPECTED[formatter]}, or leave out ":${formatter}".`,
  };
}
