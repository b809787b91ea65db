/** Below the platform's 50,000 with room for what Sheets may add. */
const MAX_CELL_CHARACTERS = 49_000;

/** Every control character but the line feed, the one that a cell can show. */
const CONTROL_CHARACTERS = /[^\P{Cc}\n]/gu;

const HALVES_OF_PAIRS = /\p{Cs}/gu;

/**
 * Any text, hostile ones too, in the form that `setValues` keeps as text: the leading apostrophe
 * stops Sheets from reading a formula, a number, a date or TRUE, and is not part of the value.
 * Control characters are dropped, a text too long for a cell is cut and ends in "…". '' stays ''.
 */
export function textCell(text: string): string {
  const readable = text
    // Cutting first keeps the cost bounded; the characters dropped below only make it shorter.
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
 * A URL that may stand in a cell and be clicked: https, or http of this machine for the local page.
 * '' for everything else: other schemes, names before an @, quotes, spaces, control characters.
 */
export function urlCell(url: string): string {
  if (url.length > MAX_CELL_CHARACTERS || /[\s"'`<>\\]|\p{C}/u.test(url)) return '';
  return OPENABLE.test(url) ? url : '';
}
