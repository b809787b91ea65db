import { type Issue, listed } from '../issue.ts';
import { OUTPUT_COLUMNS, type OutputName } from '../output-columns.ts';
import { isBlank } from '../sheet/display-value.ts';
import { columnLetters } from '../sheet/header-row.ts';
import { freeHeader } from '../sheet/own-columns.ts';
import { cellOf, type Row, type Table } from '../sheet/table.ts';
import { isJobId } from './job-id.ts';
import { isRowStatus } from './status.ts';

interface ForeignColumn {
  readonly name: OutputName;
  readonly index: number;
  readonly header: string;
}

/** Other names for our columns, where the user's own values stand under ours. */
export interface OtherNames {
  /** The new headers, by column. */
  readonly headers: Readonly<Partial<Record<OutputName, string>>>;
  /** What stands where, and under which names ours would be. */
  readonly sentence: string;
}

/**
 * Columns that carry one of our output names but hold the user's own values: a list of people often has
 * a column "Job" or "Status". Writing there would destroy them, so nothing is rendered before they have other names.
 */
export function foreignColumns(table: Table): Issue[] {
  return foreignOnes(table).map(({ index, header }) => ({
    code: 'column_foreign',
    column: header,
    message: `Column ${columnLetters(index)} (“${header}”) holds your own values, but Reelmerge writes into the column of this name. Rename yours, or clear its values; Reelmerge then adds a column of its own.`,
  }));
}

/**
 * The names that our columns can have instead. Null where none are needed, and where rows are linked to their videos
 * already: under other names they would lose them, and be paid for again.
 */
export function otherNames(table: Table): OtherNames | null {
  const foreign = foreignOnes(table);
  if (foreign.length === 0 || hasLinkedRows(table)) return null;
  const taken = [...table.headers];
  const headers: Partial<Record<OutputName, string>> = {};
  for (const { name } of foreign) {
    const header = freeHeader(name, taken);
    headers[name] = header;
    taken.push(header);
  }
  const theirs = listed(
    foreign.map(({ index, header }) => `${columnLetters(index)} (“${header}”)`),
    'and',
  );
  const ours = listed(
    Object.values(headers).map((header) => `“${header}”`),
    'and',
  );
  const sentence =
    foreign.length === 1
      ? `Column ${theirs} holds your own values, and Reelmerge has a column of that name. It can write into ${ours} instead and leave yours alone.`
      : `The columns ${theirs} hold your own values, and Reelmerge has columns of those names. It can write into ${ours} instead and leave yours alone.`;
  return { headers, sentence };
}

/** Whether the sheet shows anything of ours: under other headers its rows would lose their videos. */
export function hasLinkedRows(table: Table): boolean {
  return table.rows.some((row) => isOurs(table, row));
}

function foreignOnes(table: Table): ForeignColumn[] {
  const rows = table.rows.filter((row) => !isOurs(table, row));
  return OUTPUT_COLUMNS.flatMap(({ name }): ForeignColumn[] => {
    const index = table.columnOf(name);
    if (index < 0 || rows.every((row) => isBlank(cellOf(row, index)))) return [];
    return [{ name, index, header: table.headers[index] ?? name }];
  });
}

/** A row is ours when its job cell holds a job id or its status cell one of our statuses. */
function isOurs(table: Table, row: Row): boolean {
  const job = table.columnOf('job');
  const status = table.columnOf('status');
  if (isJobId(cellOf(row, job).trim())) return true;
  // "Done" in a column "Status" is everybody's word. We write a status only beside a job column.
  const mayBeOurs = job >= 0 || table.headers[status] === table.own.headerOf('status');
  return mayBeOurs && isRowStatus(cellOf(row, status).trim());
}
