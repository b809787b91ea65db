/*
 * What can stop any use case, in the same words everywhere.
 */

export const OPEN_YOUR_SHEET = 'Open the sheet with your rows.';

export const CONNECT_FIRST = 'Connect to HeyGen first.';

/** For a menu item; `then` is what to do after the key is set. */
export function setKeyFirst(then: string): string {
  return `No HeyGen key is set yet. Choose Extensions ▸ Reelmerge ▸ Set HeyGen key…, then ${then}.`;
}

export const ANOTHER_RUN = 'Another run of Reelmerge is working on this spreadsheet.';

/** Another execution kept the lock. `undone` is a sentence that says what did not happen; '' when that is clear. */
export function anotherRun(undone = ''): string {
  return [ANOTHER_RUN, undone, 'Try again in a minute.'].filter((part) => part !== '').join(' ');
}
