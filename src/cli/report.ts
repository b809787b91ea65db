import { type Grid, outputColumns } from './grid.ts';
import { rowsText } from './row-spans.ts';

/** What the sheet shows for one selected row at the end. */
export interface RowResult {
  readonly row: number;
  readonly status: string;
  readonly problem: string;
}

export interface VideoSums {
  readonly videos: number;
  /** Of the videos together. */
  readonly seconds: number;
  /** US dollars. */
  readonly usd: number;
}

/** The result as `--json` prints it. */
export interface JsonReport {
  readonly rows: number;
  readonly done: number;
  /** Rows whose video says earlier words. */
  readonly changed: number;
  readonly failed: number;
  readonly blocked: number;
  readonly queued: number;
  readonly rendering: number;
  readonly unconfirmed: number;
  /** Requests to HeyGen by operation. */
  readonly calls: Readonly<Record<string, number>>;
  readonly fetches: number;
  readonly sheetCalls: number;
  readonly executions: number;
  /** What was expected of the run's finished videos before they were made, where that was known. */
  readonly estimate: VideoSums;
  /** What the same videos came to, at the present prices. */
  readonly actual: VideoSums;
  /** Real seconds from start to end. */
  readonly seconds: number;
}

export function rowResults(sheet: Grid, rows: readonly number[]): RowResult[] {
  const columns = outputColumns(sheet[0] ?? []);
  const cell = (row: number, name: 'status' | 'problem'): string => {
    const column = columns.get(name);
    return column === undefined ? '' : (sheet[row - 1]?.[column] ?? '').trim();
  };
  return rows.map((row) => ({ row, status: cell(row, 'status'), problem: cell(row, 'problem') }));
}

export function countStatuses(
  results: readonly RowResult[],
): Pick<
  JsonReport,
  'rows' | 'done' | 'changed' | 'failed' | 'blocked' | 'queued' | 'rendering' | 'unconfirmed'
> {
  const count = (...statuses: string[]): number =>
    results.filter(({ status }) => statuses.includes(status)).length;
  return {
    rows: results.length,
    done: count('Done'),
    changed: count('Changed'),
    failed: count('Failed'),
    blocked: count('Blocked'),
    queued: count('Queued'),
    // A run that was killed while it sent something leaves rows in Submitting.
    rendering: count('Rendering', 'Submitting'),
    unconfirmed: count('Unconfirmed'),
  };
}

/** What to do about rows whose video says earlier words; '' when there are none. */
export function adviceOnChanged(results: readonly RowResult[]): string {
  const rows = results.filter(({ status }) => status === 'Changed').map(({ row }) => row);
  return rows.length === 0
    ? ''
    : `To make and pay for new videos of changed rows, add --again ${rowsText(rows)}.`;
}

/** The rows that are not Done, in lines of at most `width` characters. Neighbours with the same problem share one. */
export function tableOfOthers(results: readonly RowResult[], width: number): string {
  const others = results.filter(({ status }) => status !== 'Done');
  const groups = grouped(others).map(({ status, problem, rows }) => {
    const { firstRow, lastRow } = rows;
    const name = firstRow === lastRow ? `Row ${firstRow}` : `Rows ${firstRow}–${lastRow}`;
    return { name, status: status === '' ? 'not sent' : status, problem };
  });
  const nameWidth = groups.reduce((width, { name }) => Math.max(width, name.length), 0);
  const statusWidth = groups.reduce((width, { status }) => Math.max(width, status.length), 0);
  const indent = nameWidth + statusWidth + 4;
  return groups
    .map(({ name, status, problem }) => {
      const lines = wrapped(problem, Math.max(30, width - indent));
      const [first = '', ...rest] = lines;
      const head = `${name.padEnd(nameWidth)}  ${status.padEnd(statusWidth)}  ${first}`.trimEnd();
      return [head, ...rest.map((line) => (' '.repeat(indent) + line).trimEnd())].join('\n');
    })
    .join('\n');
}

interface Group {
  readonly status: string;
  readonly problem: string;
  readonly rows: { readonly firstRow: number; readonly lastRow: number };
}

function grouped(results: readonly RowResult[]): Group[] {
  const groups: Group[] = [];
  for (const { row, status, problem } of results) {
    const last = groups.at(-1);
    if (last?.status === status && last.problem === problem && last.rows.lastRow === row - 1) {
      groups[groups.length - 1] = { ...last, rows: { ...last.rows, lastRow: row } };
    } else groups.push({ status, problem, rows: { firstRow: row, lastRow: row } });
  }
  return groups;
}

/** Breaks a text at spaces into lines of at most `width` characters. Longer words stay whole. */
export function wrapped(text: string, width: number): string[] {
  return text.split('\n').flatMap((paragraph) => {
    const lines: string[] = [];
    let line = '';
    for (const word of paragraph.split(' ')) {
      if (line !== '' && line.length + 1 + word.length > width) {
        lines.push(line);
        line = word;
      } else line = line === '' ? word : `${line} ${word}`;
    }
    return [...lines, line];
  });
}
