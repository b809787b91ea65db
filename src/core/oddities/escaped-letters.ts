import { excerpt, type Issue } from '../issue.ts';
import { fieldKind, isName } from '../merge/field-kind.ts';
import { remembered } from '../remembered.ts';
import { singleSpaced } from '../single-spaced.ts';
import { ENTITY, withCharacters } from '../speech/entities.ts';
import type { SpokenRow } from './spoken-row.ts';

/** What any of them has somewhere, and few texts have. */
const SIGNS = /\\|%[\da-f]{2}|=[\da-f?]|_x00|u20\d|U\+/iu;
const PAGE_SIGNS = /[&<]/u;

/**
 * Letters as programs write them: \u00e9, \xe9, \351, \n; %C3%BC and %20; =C3=BC and =20; _x000D_; U+00E9; and the u2019
 * that is left when its backslash was taken away.
 */
const ESCAPED =
  /\\(?:u\{?[\da-f]{2,6}\}?|x[\da-f]{2}|[0-3][0-7]{2})|(?<![A-Za-z]:\S{0,80})\\[nrt](?![\p{L}\p{N}_-]{0,40}\\)|%[89a-f][\da-f]%[89ab][\da-f]|\p{L}%20\p{L}|=[c-f][\da-f]=[89ab][\da-f]|(?<=\p{L})=20(?!\d)|=\?[\w-]{3,20}\?[bq]\?[^?\s]{1,80}\?=|_x00[\da-f]{2}_|\bU\+[\da-f]{4,5}|(?<=\p{Ll})u20(?:1[89]|1[34cd]|26)(?=\p{Ll}|\s|$)/iu;

/** Like `Jos&eacute;`, `<b>Anna</b>` is spoken right, and stands in a cell for people all the same. */
const TAG_ALONE = /<\/?[a-z][a-z0-9]{0,9}\s?\/?>/iu;

/** Warns of letters that a program has written as codes. A voice reads them out sign by sign. */
export function escapedLetters({ texts, fields }: SpokenRow): Issue[] {
  const issues: Issue[] = [];
  for (const { header, cell, text } of fields) {
    const code = SIGNS.test(cell) ? ESCAPED.exec(cell) : null;
    const ofPage = code === null && PAGE_SIGNS.test(cell) && isCalled(header) ? pageCode(cell) : null;
    const found = code ?? ofPage;
    if (found === null || text === '') continue;
    const what =
      code === null
        ? `holds “${excerpt(found[0])}”, which belongs to a web page. The script leaves it out or reads it as a letter`
        : `has a letter written as a code, “${excerpt(found[0].trim())}”, which a voice reads out`;
    const words = plain(cell);
    const remedy = words === null ? 'Type it anew.' : `Type “${excerpt(words)}” or the like anew.`;
    const message = `The cell "${excerpt(header)}" ${what}: “${excerpt(cell)}”. ${remedy}`;
    issues.push({ code: 'letters_escaped', column: header, message });
  }
  if (issues.length > 0) return issues;
  for (const { column, frame } of texts) {
    const found = codeInFrame(frame);
    if (found === null) continue;
    const message = `The ${column} has “${excerpt(found)}” in it, a code for a letter or a line break, which a voice reads out. Type the letter itself.`;
    return [{ code: 'letters_escaped', column, message }];
  }
  return [];
}

function pageCode(cell: string): RegExpExecArray | null {
  return ENTITY.exec(cell) ?? TAG_ALONE.exec(cell);
}

function isCalled(header: string): boolean {
  const kind = fieldKind(header);
  return isName(kind) || kind === 'company';
}

const codeInFrame = remembered((frame): string | null =>
  SIGNS.test(frame) ? (ESCAPED.exec(frame)?.[0] ?? null) : null,
);

/** A mail's way to write letters of which none is left to be seen. */
const BASE64 = /=\?[\w-]{3,20}\?b\?/iu;

/** The cell with its codes as letters. Null where one cannot tell. */
function plain(cell: string): string | null {
  if (BASE64.test(cell)) return null;
  const text = cell
    .replace(/\\u\{?([\da-f]{4,5})\}?|\\x([\da-f]{2})|\bU\+([\da-f]{4,5})/giu, (_, ...codes) =>
      String.fromCodePoint(
        Number.parseInt(
          codes.slice(0, 3).find((each) => each !== undefined),
          16,
        ),
      ),
    )
    .replace(/\\[nrt]|_x00[\da-f]{2}_|<[^<>]{0,20}>|%20|=20/giu, ' ')
    .replace(/=\?[^?]*\?q\?|\?=/giu, '')
    .replace(/(?:[%=][\da-f]{2}){2,}/giu, bytesOf);
  const words = singleSpaced(withCharacters(text)).trim();
  return words === '' || ESCAPED.test(words) ? null : words;
}

function bytesOf(codes: string): string {
  try {
    return decodeURIComponent(codes.replace(/=/gu, '%'));
  } catch {
    return codes;
  }
}
