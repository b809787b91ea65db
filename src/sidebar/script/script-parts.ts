import type { RowView } from '../../app/sidebar/contract.ts';

/** A part of the merged script. `field` is the header that it came from, or null for words of the script template. */
export interface ScriptPart {
  readonly text: string;
  readonly field: string | null;
}

export type MarkedScriptText = Pick<RowView, 'script' | 'marks'>;

/** Splits the script at its marks. Parts of marks that overlap or lie outside the text are ignored. */
export function scriptParts(row: MarkedScriptText): readonly ScriptPart[] {
  const parts: ScriptPart[] = [];
  let at = 0;
  const marks = [...row.marks].sort((one, other) => one.start - other.start);
  for (const mark of marks) {
    const start = Math.max(at, mark.start);
    const end = Math.min(row.script.length, mark.end);
    if (end <= start) continue;
    if (start > at) parts.push({ text: row.script.slice(at, start), field: null });
    parts.push({ text: row.script.slice(start, end), field: mark.field });
    at = end;
  }
  if (at < row.script.length) parts.push({ text: row.script.slice(at), field: null });
  return parts;
}
