import { readFileSync } from 'node:fs';
import { excerpt } from '../core/issue.ts';
import { failure, type Result, success } from '../core/result.ts';
import { type Correction, valueKey } from '../core/sheet/corrections.ts';
import { namesColumns, readNames, whyUnclear } from '../core/sheet/names-sheet.ts';
import { readCsv } from '../local/csv.ts';
import type { Grid } from './grid.ts';

/** More are not read at once. */
const MOST_FAULTS = 10;

/**
 * The names sheet as a CSV file, read as the add-on reads that sheet. In a sheet a line that is not clear blocks its
 * rows; here nothing is begun, and each such line is named.
 */
export function readNamesFile(file: string): Result<Grid, string> {
  let bytes: Uint8Array;
  try {
    bytes = readFileSync(file);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    return failure(`--names: ${file} cannot be read (${code}). Check the name of the file.`);
  }
  const csv = readCsv(bytes);
  if (!csv.ok) return failure(`--names: ${file}, ${csv.failure}`);
  const { rows } = csv.value;
  const columns = namesColumns(rows);
  const missing = columns === null || columns.value < 0 ? 'value' : columns.say < 0 ? 'say' : '';
  if (missing !== '') {
    return failure(
      `--names: ${file}, line 1: there is no column “${missing}”. The first line must name the columns value, say, language and voice; the last two may be missing.`,
    );
  }
  const { list, issue } = readNames(rows);
  if (issue !== '') return failure(`--names: ${file}: ${issue}`);
  const faults = faultsIn(list, rows, linesOf(rows));
  const more = faults.length - MOST_FAULTS;
  if (faults.length === 0) return success(rows);
  const told = faults.slice(0, MOST_FAULTS).map((fault) => `--names: ${file}, ${fault}`);
  return failure([...told, ...(more > 0 ? [`And ${more} more like these.`] : [])].join('\n'));
}

function faultsIn(list: readonly Correction[], rows: Grid, lineOf: readonly number[]): string[] {
  const columns = namesColumns(rows);
  const said = new Map<string, Correction>();
  return list.flatMap((each): string[] => {
    const { line, value, say, language, voice, fault } = each;
    const at = lineOf[line - 1] ?? line;
    if (fault !== '') {
      const cell = (name: 'say' | 'language' | 'voice'): string =>
        (rows[line - 1]?.[columns?.[name] ?? -1] ?? '').trim();
      const why = whyUnclear(cell('say'), cell('language'), cell('voice'));
      return [`line ${at}: how “${excerpt(value)}” sounds is not clear, because ${why}. Correct the line.`];
    }
    if (say === '') return [];
    const key = JSON.stringify([valueKey(value), language, voice]);
    const before = said.get(key);
    if (before === undefined) said.set(key, each);
    if (before === undefined || before.say === say) return [];
    return [
      `lines ${lineOf[before.line - 1] ?? before.line} and ${at}: “${excerpt(value)}” is said in two ways, “${excerpt(before.say)}” and “${excerpt(say)}”. Keep one of them, or tell them apart by language or voice.`,
    ];
  });
}

/** The line of the file in which each row begins: a cell may hold several lines. */
function linesOf(rows: Grid): readonly number[] {
  let line = 1;
  return rows.map((row) => {
    const begins = line;
    line += 1 + row.reduce((sum, cell) => sum + (cell.match(/\r\n|\n|\r/gu)?.length ?? 0), 0);
    return begins;
  });
}
