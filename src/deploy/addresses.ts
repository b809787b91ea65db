import type { Project } from './project.ts';

/** The sheet with the add-on; null when the script is bound to none, or to one that is not known. */
export function sheetAddress({ sheetId }: Project): string | null {
  return sheetId === '' ? null : `https://docs.google.com/spreadsheets/d/${sheetId}/edit`;
}

/** The script in Google's editor. */
export function editorAddress({ scriptId }: Project): string {
  return `https://script.google.com/d/${scriptId}/edit`;
}
