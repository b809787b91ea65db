import type { ListSheet } from '../app/ports/ports.ts';
import { TEXT_LIST_HEADERS } from '../core/check/text-list.ts';
import { VIDEO_LIST_HEADERS } from '../core/jobs/video-list.ts';
import { failure, type Result, success } from '../core/result.ts';
import type { OpenDocument } from './open-document.ts';
import type { PendingWrites } from './pending-writes.ts';
import { thrownWords } from './thrown-words.ts';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** A list that Reelmerge writes into a sheet of its own, anew each time. */
interface ListKind {
  readonly name: string;
  readonly headers: readonly string[];
  /** What it holds, and what the user does to get it anew. */
  readonly holds: string;
  readonly again: string;
  /** It comes to the front when it is written. Otherwise the user stays at their rows. */
  readonly comesToFront: boolean;
}

export const VIDEOS_LIST: ListKind = {
  name: 'Reelmerge videos',
  headers: VIDEO_LIST_HEADERS,
  holds: 'list of videos',
  again: 'list the videos again',
  comesToFront: true,
};

export const TEXTS_LIST: ListKind = {
  name: 'Reelmerge preview',
  headers: TEXT_LIST_HEADERS,
  holds: 'list of texts',
  again: 'write the texts again',
  comesToFront: false,
};

/** The sheet of a list. The user's own sheet of that name is never written to. */
export function createListSheet(kind: ListKind, document: OpenDocument, pending: PendingWrites): ListSheet {
  const { name, again, comesToFront } = kind;
  const find = (): Sheet | null => document.file()?.getSheetByName(name) ?? null;
  return {
    mayBeWritten() {
      const sheet = find();
      return sheet === null ? success(null) : mayOverwrite(sheet, kind);
    },

    write(lines) {
      const file = document.file();
      if (file === null) return failure('There is no spreadsheet to write the list in.');
      const front = file.getActiveSheet();
      const known = find();
      const sheet = known ?? file.insertSheet(name, file.getSheets().length);
      // A new sheet comes to the front by itself.
      if (known === null && !comesToFront) file.setActiveSheet(front, true);
      const allowed = mayOverwrite(sheet, kind);
      if (!allowed.ok) return allowed;
      pending.flush();
      try {
        rewrite(sheet, kind.headers, lines);
        pending.settle();
      } catch (error) {
        // A protected range. The use case expects that, so it is a failure and no exception.
        return failure(
          `Reelmerge could not write the list into the sheet “${name}”: ${thrownWords(error)} Delete the sheet, then ${again}.`,
        );
      }
      if (comesToFront) sheet.activate();
      return success(null);
    },
  };
}

/** Whether a sheet is a list, where nothing can be rendered. Takes a call only when it has a list's name. */
export function isListSheet(sheet: Sheet, name: string): boolean {
  return [VIDEOS_LIST, TEXTS_LIST].some((kind) => name === kind.name && hasHeaders(sheet, kind.headers));
}

/**
 * It must hold the list and nothing beside it. It may be empty, because an execution may die when it has just made the
 * sheet. Cells below the list, in its columns, are from an earlier and longer list.
 */
function mayOverwrite(sheet: Sheet, { name, headers, holds, again }: ListKind): Result<null> {
  if (sheet.getLastRow() === 0) return success(null);
  if (!hasHeaders(sheet, headers)) {
    return failure(
      `There is another sheet named “${name}”, which does not hold Reelmerge’s ${holds}. Rename it, then ${again}.`,
    );
  }
  if (sheet.getLastColumn() <= headers.length) return success(null);
  return failure(
    `The sheet “${name}” has cells beside the list, and a new list would put other lines beside them. Move those cells to another sheet, or rename this sheet to keep it as it is. Then ${again}.`,
  );
}

function hasHeaders(sheet: Sheet, headers: readonly string[]): boolean {
  const width = Math.min(headers.length, sheet.getMaxColumns());
  const shown = sheet.getRange(1, 1, 1, width).getDisplayValues()[0] ?? [];
  return headers.every((header, at) => shown[at] === header);
}

/** In one write over what was there before, so that a kill loses all of it or nothing. */
function rewrite(
  sheet: Sheet,
  headers: readonly string[],
  lines: readonly (readonly (string | number | Date)[])[],
): void {
  const width = headers.length;
  const blank = headers.map(() => '');
  const surplus = Math.max(0, sheet.getLastRow() - lines.length - 1);
  const values = [headers, ...lines, ...Array.from({ length: surplus }, () => blank)];
  const rows = sheet.getMaxRows();
  if (values.length > rows) sheet.insertRowsAfter(rows, values.length - rows);
  const columns = sheet.getMaxColumns();
  if (width > columns) sheet.insertColumnsAfter(columns, width - columns);
  sheet.getRange(1, 1, values.length, width).setValues(values.map((line) => [...line]));
  sheet.setFrozenRows(1);
}
