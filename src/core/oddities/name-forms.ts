import { excerpt, type Issue } from '../issue.ts';
import { fieldKind, isName } from '../merge/field-kind.ts';
import { formatted } from '../merge/formatter.ts';
import type { MergedField } from '../merge/merge-script-template.ts';
import { isTitle, namePartsOf } from '../speech/given-name.ts';
import type { SpokenRow } from './spoken-row.ts';

/** Behind these a title is in its place: "Dear Dr. Smith". */
const FORMAL =
  /(?:dear|geehrte[rs]?|estimad[oa]|distinguid[oa]|gentile|egregi[oa]|prezad[oa]|exm[oa]\.|szanown[ya]|geachte|vážen[ýá]|tisztelt|уважаем\p{L}+|guten tag|good (?:morning|afternoon|evening)|bonjour|bonsoir|buongiorno|buonasera|buen[oa]s \p{L}+|bo[am] (?:dia|tarde|noite)|dzień dobry|goedendag),?\s*$/iu;

/** Warns of names that are in capitals, begin with a title, or stand family name first. */
export function nameForms({ fields, texts }: SpokenRow): Issue[] {
  return fields.flatMap((field): Issue[] => {
    const kind = fieldKind(field.header);
    if (!isName(kind)) return [];
    const capitals = inCapitals(field);
    if (kind === 'family name' || field.formatters.includes('given')) return capitals;
    const { header, cell, text } = field;
    // One word without a point has no parts, and most cells are such.
    if (!/[\s.,]/u.test(cell) && !isTitle(cell)) return capitals;
    const parts = namePartsOf(cell, '');
    if (parts.reversed)
      return [...capitals, told('name_reversed', 'puts the family name first', field, parts.given)];
    // Sir and Dame go with the given name.
    if (
      parts.title === '' ||
      (/^(?:sir|dame)$/iu.test(parts.title) && text.toLowerCase() !== 'sir') ||
      !text.startsWith(parts.title.slice(0, 2))
    )
      return capitals;
    const before = texts.map((each) => each.text.split(text, 1)[0] ?? '').find((each) => each !== '') ?? '';
    if (kind === 'name' && header !== '' && text !== parts.title && FORMAL.test(before)) return capitals;
    return [...capitals, told('name_title', 'begins with a title', field, parts.given)];
  });
}

function told(
  code: 'name_reversed' | 'name_title',
  fault: string,
  { header, cell, text }: MergedField,
  given: string,
): Issue {
  const name = excerpt(header);
  const first = formatted(cell, 'first word', 'en') ?? '';
  const titled = formatted(cell, 'title', 'en') ?? '';
  const remedy =
    given === cell.trim()
      ? 'Add the name.'
      : `<<${name}:first word>> makes “${excerpt(first)}” of it, <<${name}:title>> “${excerpt(titled)}”, and <<${name}:given>> “${excerpt(given)}”.`;
  const message = `The cell "${name}" ${fault}: “${excerpt(cell)}”. The script says “${excerpt(text)}”. ${remedy}`;
  return { code, column: header, message };
}

function inCapitals({ header, cell, text, formatters }: MergedField): Issue[] {
  if (formatters.includes('upper') || BEHIND_NAMES.test(text) || !(isShouted(text) || hasShoutedWord(text)))
    return [];
  const name = excerpt(header);
  const titled = excerpt(formatted(text, 'title', 'en') ?? '');
  const first = excerpt(formatted(cell, 'first word', 'en') ?? '');
  const shortened = first === excerpt(cell) ? '' : ` <<${name}:first word>> alone makes “${first}” of it.`;
  const message = `The cell "${name}" is in capitals, and a voice may spell out “${excerpt(text)}”. <<${name}:title>> makes “${titled}” of it.${shortened}`;
  return [{ code: 'name_capitals', column: header, message }];
}

/** Only capitals, and not the initials of somebody who is called by them: "AJ", "J.P.". */
export function isShouted(text: string): boolean {
  if (!/\p{Lu}{3}/u.test(text) || /[^\p{Lu}\p{M}\s'’.-]/u.test(text)) return false;
  return /\p{Lu}{4}|[AEIOUYÀ-ÖØ-Ý]\p{Lu}|\p{Lu}[AEIOUYÀ-ÖØ-Ý]|[\u0370-\u052f]/u.test(text);
}

/** What stands behind a name in capitals, and Roman numbers. */
const BEHIND_NAMES =
  /^(?:[IVX]+|MBA|CEO|CFO|CTO|COO|CPA|PHD|ESQ|OBE|MBE|CBE|DDS|LLM|MBBS|DBA|USA|FACS|FRCS)$/u;

/** "Anna SMITH" and "DUPONT Marie": one word in capitals beside another that is not. */
function hasShoutedWord(text: string): boolean {
  if (!/\p{Lu}{3}/u.test(text) || !/\p{Ll}/u.test(text)) return false;
  const words = text.split(/[\s,]+/u);
  return (
    words.some((word) => isShouted(word) && !BEHIND_NAMES.test(word)) &&
    words.some((word) => /^\p{Lu}\p{Ll}+$/u.test(word))
  );
}
