import { cellIssue } from './cell-issue.ts';
import { INPUT_COLUMNS, type InputName } from './columns.ts';
import { isBlank, unusable } from './display-value.ts';
import type { Issue } from './issue.ts';
import { failure, type Result, success } from './result.ts';
import { cellOf, type Row, type Table } from './table.ts';
import { type Merged, mergeTemplate, parseTemplate } from './template.ts';
import { defaultTitle } from './title.ts';
import type { RequestPart, VideoRequest } from './video-request.ts';

/** What stands in for blank cells, for the whole sheet. Merged columns may hold merge fields here too. */
export type Defaults = Readonly<Partial<Record<InputName, string>>>;

/** What one row asks for, and what ties the spoken words to that row. */
export interface RowRequest {
  readonly request: VideoRequest;
  /**
   * The row's own texts that the script was made of: the values merged into it, in order and each
   * once, then the script cell as written unless the script is the sheet's default. A row that still
   * shows them is the row whose text the video speaks, whatever was renamed or moved. Empty when the
   * script says nothing of this row.
   */
  readonly person: readonly string[];
}

/**
 * What a row asks for, or every reason why it cannot be sent. A cell beats the sheet's default. The
 * table's own issues are not looked at: with those nothing may be sent at all.
 */
export function requestOf(table: Table, row: Row, defaults: Defaults): Result<RowRequest, readonly Issue[]> {
  const issues: Issue[] = [];
  let parts: RequestPart = {};
  let person: readonly string[] = [];
  for (const column of INPUT_COLUMNS) {
    const cell = cellOf(row, table.columnOf(column.name));
    const fromCell = !isBlank(cell);
    const written = fromCell ? cell : (defaults[column.name] ?? '');
    if (isBlank(written)) {
      if ('missing' in column) issues.push(column.missing);
      continue;
    }
    const why = unusable(written);
    if (why !== null) {
      issues.push(cellIssue(column.name, written, why));
      continue;
    }
    const merged = column.merged
      ? mergeTemplate(parseTemplate(written), row, table, column.name)
      : plain(written);
    issues.push(...merged.issues);
    if (merged.issues.length > 0 || (isBlank(merged.text) && !('missing' in column))) continue;
    if (column.name === 'script') person = distinct(fromCell ? [...merged.used, cell] : merged.used);
    const read = column.read(merged.text);
    if (read.ok) parts = { ...parts, ...read.value };
    else issues.push(...read.failure);
  }
  const { script, avatar_id, ...optional } = parts;
  // Both are required columns: where one is absent, an issue has said so.
  if (issues.length > 0 || script === undefined || avatar_id === undefined) {
    return failure(withoutRepeats(issues));
  }
  const title = optional.title ?? defaultTitle(script);
  return success({
    request: { type: 'avatar', avatar_id, script, ...optional, ...(title === '' ? {} : { title }) },
    person,
  });
}

function plain(text: string): Merged {
  return { text, marks: [], used: [], issues: [] };
}

function distinct(values: readonly string[]): readonly string[] {
  return [...new Set(values)];
}

/** The script and the title often share a field, and its issue is told once. */
function withoutRepeats(issues: readonly Issue[]): readonly Issue[] {
  return [...new Map(issues.map((issue) => [`${issue.code} ${issue.message}`, issue])).values()];
}
