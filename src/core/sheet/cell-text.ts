/** Sheets allows 50,000. The rest is room for what Sheets itself may add. */
const MAX_CELL_CHARACTERS = 49_000;

/** Every control character except the line feed, the only one that a cell can show. */
const CONTROL_CHARACTERS = /[^\P{Cc}\n]/gu;

const HALVES_OF_PAIRS = /\p{Cs}/gu;

/**
 * Makes any text, even a hostile one, safe for `setValues`. The leading apostrophe stops Sheets from reading it as a
 * formula, number, date or TRUE; it does not become part of the value. Control characters are dropped. A text too long
 * for a cell is cut and ends in "…". '' stays ''.
 */
export function textCell(text: string): string {
  const readable = text
    // Cutting first limits the work. The steps below only make the text shorter.
    .slice(0, MAX_CELL_CHARACTERS * 2)
    .replace(/\r\n?|[\u0085\u2028\u2029]/gu, '\n')
    .replace(/\t/gu, ' ')
    .replace(CONTROL_CHARACTERS, '')
    .replace(HALVES_OF_PAIRS, '\ufffd');
  if (readable === '') return '';
  const most = MAX_CELL_CHARACTERS - 1;
  if (readable.length <= most) return `'${readable}`;
  return `'${readable.slice(0, most - 1).replace(/[\ud800-\udbff]$/u, '')}…`;
}

const OPENABLE = /^(?:https:\/\/[a-z0-9.-]+|http:\/\/(?:127\.0\.0\.1|localhost))(?::\d{1,5})?(?:[/?#].*)?$/iu;

/**
 * A URL that is safe to click in a cell: https, or http on this machine for the local page. '' for everything else:
 * other schemes, a name before an @, quotes, spaces, control characters.
 */
export function urlCell(url: string): string {
  if (url.length > MAX_CELL_CHARACTERS || /[\s"'`<>\\]|\p{C}/u.test(url)) return '';
  return OPENABLE.test(url) ? url : '';
}
