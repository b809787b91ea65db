import { columnNumber } from './a1.ts';
import { type Reference, sheetName } from './references.ts';

/** One token of a formula. It has exactly one of the fields; a range has both corners. */
export interface Token {
  readonly quoted: string | undefined;
  readonly number: string | undefined;
  readonly from: Reference | null;
  /** The other corner of a range. */
  readonly to: Reference | null;
  readonly name: string | undefined;
  readonly sign: string | undefined;
}

const CORNER = String.raw`\$?[A-Za-z]{1,3}\$?[1-9]\d{0,7}`;
const TOKEN = new RegExp(
  String.raw`\s*(?:("(?:[^"]|"")*")|(\d+(?:\.\d+)?|\.\d+)|((?:'(?:[^']|'')+'|[A-Za-z_][\w.]*)!)?(${CORNER})(?::(${CORNER}))?(?![\w(:])|([A-Za-z_][\w.]*)|(\S))`,
  'y',
);

/** The first tokens of a formula, at most so many: longer ones cannot be read anyway. */
export function tokensOf(text: string, most: number): readonly Token[] {
  const tokens: Token[] = [];
  const pattern = new RegExp(TOKEN);
  const end = text.trimEnd().length;
  while (pattern.lastIndex < end && tokens.length <= most) {
    const match = pattern.exec(text);
    if (match === null) break;
    const [, quoted, number, sheet, from, to, name, sign] = match;
    tokens.push({
      quoted,
      number,
      from: from === undefined ? null : readReference(sheet, from),
      to: to === undefined ? null : readReference(sheet, to),
      name,
      sign,
    });
  }
  return tokens;
}

function readReference(sheet: string | undefined, text: string): Reference {
  const [, columnDollar = '', letters = '', rowDollar = '', digits = ''] =
    /^(\$?)([A-Za-z]+)(\$?)(\d+)$/.exec(text) ?? [];
  return {
    sheet: sheet === undefined ? null : sheetName(sheet.slice(0, -1)),
    row: Number(digits),
    column: columnNumber(letters),
    rowFixed: rowDollar === '$',
    columnFixed: columnDollar === '$',
  };
}
