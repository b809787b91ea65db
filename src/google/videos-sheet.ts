import type { VideosSheet } from '../app/ports/ports.ts';
import { isVideoList, VIDEO_LIST_HEADERS } from '../core/jobs/video-list.ts';
import { failure, type Result, success } from '../core/result.ts';
import type { OpenDocument } from './open-document.ts';
import type { PendingWrites } from './pending-writes.ts';
import { thrownWords } from './thrown-words.ts';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

const NAME = 'Reelmerge videos';
const WIDTH = VIDEO_LIST_HEADERS.length;

const NOT_OURS = `There is another sheet named “${NAME}”, which does not hold Reelmerge’s list of videos. Rename it, then list the videos again.`;

const BESIDE = `The sheet “${NAME}” has cells beside the list, and a new list would put other videos beside them. Move those cells to another sheet, or rename this sheet to keep it as it is. Then list the videos again.`;

/** The sheet that lists the account's videos. The user's own sheet of that name is never written to. */
export function createVideosSheet(document: OpenDocument, pending: PendingWrites): VideosSheet {
  const find = (): Sheet | null => document.file()?.getSheetByName(NAME) ?? null;
  return {
    mayBeWritten() {
      const sheet = find();
      return sheet === null ? success(null) : mayOverwrite(sheet);
    },

    write(lines) {
      const file = document.file();
      if (file === null) return failure('There is no spreadsheet to list the videos in.');
      const sheet = find() ?? file.insertSheet(NAME, file.getSheets().length);
      const allowed = mayOverwrite(sheet);
      if (!allowed.ok) return allowed;
      pending.flush();
      try {
        rewrite(sheet, lines);
        pending.settle();
      } catch (error) {
        // A protected range. The use case expects that, so it is a failure and no exception.
        return failure(
          `Reelmerge could not write the list into the sheet “${NAME}”: ${thrownWords(error)} Delete the sheet, then list the videos again.`,
        );
      }
      sheet.activate();
      return success(null);
    },
  };
}

/** Whether a sheet is the list, where nothing can be rendered. Takes a call only when it has the list's name. */
export function isVideosSheet(sheet: Sheet, name: string): boolean {
  return name === NAME && isVideoList(headersOf(sheet));
}

/**
 * It must hold the list and nothing beside it. It may be empty, because an execution may die when it has just made the
 * sheet. Cells below the list, in its columns, are from an earlier and longer list.
 */
function mayOverwrite(sheet: Sheet): Result<null> {
  if (sheet.getLastRow() === 0) return success(null);
  if (!isVideoList(headersOf(sheet))) return failure(NOT_OURS);
  return sheet.getLastColumn() > WIDTH ? failure(BESIDE) : success(null);
}

function headersOf(sheet: Sheet): readonly string[] {
  const width = Math.min(WIDTH, sheet.getMaxColumns());
  return sheet.getRange(1, 1, 1, width).getDisplayValues()[0] ?? [];
}

/** In one write over what was there before, so that a kill loses all of it or nothing. */
function rewrite(sheet: Sheet, lines: readonly (readonly (string | number | Date)[])[]): void {
  const blank = VIDEO_LIST_HEADERS.map(() => '');
  const surplus = Math.max(0, sheet.getLastRow() - lines.length - 1);
  const values = [VIDEO_LIST_HEADERS, ...lines, ...Array.from({ length: surplus }, () => blank)];
  const rows = sheet.getMaxRows();
  if (values.length > rows) sheet.insertRowsAfter(rows, values.length - rows);
  const columns = sheet.getMaxColumns();
  if (WIDTH > columns) sheet.insertColumnsAfter(columns, WIDTH - columns);
  sheet.getRange(1, 1, values.length, WIDTH).setValues(values.map((line) => [...line]));
  sheet.setFrozenRows(1);
}
