import { headerKey } from '../columns/columns.ts';
import { excerpt, type Issue, listed } from '../issue.ts';
import { remembered } from '../remembered.ts';
import { columnList } from '../sheet/header-row.ts';
import type { Table } from '../sheet/table.ts';
import { closestHeader } from './closest-header.ts';
import { fieldKind, isName } from './field-kind.ts';
import { EXPECTED, FORMATTERS, type Formatter, type NumericFormatter, needsRegion } from './formatter.ts';

/** Columns that hold addresses rather than words, so a fallback word cannot replace an empty cell. */
const WORDLESS = /^(?:background|image|audio_url|references)$/u;

/** The cell is empty, and the field has no fallback. */
export function emptyField(
  name: string,
  header: string,
  into: string,
  formatters: readonly Formatter[],
): Issue {
  const field = excerpt(name);
  const words = fallbackFor(header, formatters);
  const remedy = WORDLESS.test(into) ? 'Fill the cell.' : remedyFor(field, header, words);
  const issue: Issue = { code: 'field_empty', column: header, message: `<<${field}>> is empty. ${remedy}` };
  // What would be read as part of the field is no fallback, nor is a header that was cut off.
  const isOffered = into === 'script' && words !== null && !/[<>|\\…]/u.test(words);
  return isOffered ? { ...issue, offer: { kind: 'fallback', words } } : issue;
}

/** Of these headers "your …" makes no sense, or no English. */
const WITHOUT_WORD =
  /[^\p{ASCII}]|^(?:salutation|greeting|title|gender|sex|pronouns?|suffix|prefix|remarks?|comments?|link|url|tags?|language|locale|initials?|anrede|geschlecht|abteilung|beruf|stadt|ort|land|firma|produkt|strasse|sprache|bemerkung|notiz|tratamiento|ciudad|pais|producto|cargo|puesto|empresa|notas|civilite|ville|pays|produit|poste|remarque|citta|paese|prodotto|azienda|ruolo|cidade|produto|miasto|kraj|stanowisko|stad|plaats|bedrijf|functie|aanhef|foretag|titel|sehir|ulke|urun|sirket|kota|produk)$/iu;

/** Whom to greet where the name is missing, in the languages that have a word for anybody. The header tells the language. */
const ANYBODY: readonly (readonly [RegExp, string])[] = [
  [/^(?:vorname|rufname|kundenname|name des kunden)$/u, 'zusammen'],
  [/^(?:voornaam|roepnaam|naam)$/u, 'daar'],
  [/^(?:f[öo]rnamn|tilltalsnamn|namn)$/u, 'där'],
  [/^(?:お名前|名前|氏名)$/u, 'お客様'],
  [/^(?:이름|성명|고객명)$/u, '고객님'],
];
const ENGLISH_NAME = /name|contact|recipient|guest|attendee/u;
const OTHER_NAME = /vorname|nachname|familienname|kundenname|empf[äa]ngername|teilnehmername|achternaam/u;

function greetedAs(header: string): string | null {
  const key = header.normalize('NFC').toLowerCase().trim();
  const found = ANYBODY.find(([pattern]) => pattern.test(key));
  if (found !== undefined) return found[1];
  return ENGLISH_NAME.test(key) && !OTHER_NAME.test(key) ? 'there' : null;
}

/** What to say without the value. Null for an amount or a date: no word stands in for it. */
function fallbackFor(header: string, formatters: readonly Formatter[]): string | null {
  const kind = fieldKind(header);
  if (isName(kind)) return greetedAs(header);
  const isFigure = formatters.some((each) => each === 'number' || each === 'money' || each === 'date');
  if (isFigure || (kind !== 'other' && kind !== 'company')) return null;
  const words = header.replace(/[_\s]+/gu, ' ').trim();
  if (WITHOUT_WORD.test(words)) return null;
  return `your ${excerpt(words).toLowerCase()}`;
}

/** How the text makes sense without the value. */
function remedyFor(field: string, header: string, words: string | null): string {
  if (words === null) {
    return `Fill the cell, or say the sentence only with it: <<if ${excerpt(header)} is not empty>>…<<end>>.`;
  }
  if (isName(fieldKind(header))) return `Fill the cell or write <<${field}|${words}>>.`;
  return `Fill the cell, or write what to say instead: <<${field}|${words}>>.`;
}

/** Every row may name the same unknown field, and a sheet may have a thousand headers to compare it with. */
const unknownFields = new WeakMap<Table, Map<string, (name: string) => Issue>>();

/** No column has this name. `into` is the column whose text contains the field. */
export function unknownField(name: string, into: string, table: Table): Issue {
  const byColumn = unknownFields.get(table) ?? new Map<string, (name: string) => Issue>();
  unknownFields.set(table, byColumn);
  let issueOf = byColumn.get(into);
  if (issueOf === undefined) {
    const mergeable = table.headers.filter(
      (header) => table.fieldOf(header).kind === 'column' && headerKey(header) !== headerKey(into),
    );
    issueOf = remembered((unknown) => issueOfUnknown(unknown, into, mergeable));
    byColumn.set(into, issueOf);
  }
  return issueOf(name);
}

function issueOfUnknown(name: string, into: string, mergeable: readonly string[]): Issue {
  const closest = excerpt(closestHeader(name, mergeable));
  const field = excerpt(name);
  const advice =
    closest === ''
      ? `Correct the name, or add a column named "${field}".`
      : `Did you mean <<${closest}>>? Correct the name, or add a column named "${field}".`;
  return { code: 'field_unknown', column: into, message: `<<${field}>> matches no column. ${advice}` };
}

/** Several columns have this name. */
export function repeatedField(name: string, into: string, indexes: readonly number[]): Issue {
  return {
    code: 'field_repeated',
    column: into,
    message: `<<${excerpt(name)}>> matches the columns ${columnList(indexes)}. Rename all but one of them.`,
  };
}

/** The name is one of Reelmerge's own output columns. */
export function outputField(name: string, into: string): Issue {
  return {
    code: 'field_output',
    column: into,
    message: `<<${excerpt(name)}>> is a column that Reelmerge writes, so it cannot be merged. Use a column of your own.`,
  };
}

/** The field names its own cell, or the cell for which its text is the default. */
export function fieldItself(name: string, into: string): Issue {
  return {
    code: 'field_itself',
    column: into,
    message: `<<${excerpt(name)}>> would put the ${into} into itself. Use another column.`,
  };
}

/** `<<>>`, or `<<|there>>`. */
export function unnamedField(source: string, into: string): Issue {
  return {
    code: 'field_unnamed',
    column: into,
    message: `${excerpt(source)} in the ${into} names no column. Write a column's name in it, such as <<first_name>>, or \\<< for a literal <<.`,
  };
}

/** A `<<` whose `>>` is missing. */
export function unclosedField(source: string, into: string): Issue {
  return {
    code: 'field_unclosed',
    column: into,
    message: `"${excerpt(source)}" in the ${into} has no >> at its end. Write >> after the column's name, or \\<< for a literal <<.`,
  };
}

/** `<<if …>>` without a comparison, or with more than one. */
export function conditionMalformed(name: string, into: string): Issue {
  return {
    code: 'condition_malformed',
    column: into,
    message: `<<${excerpt(name)}>> in the ${into} is not understood. Write one comparison: <<if plan = Pro>>, <<if plan != Pro>>, <<if plan contains Pro>>, <<if plan is empty>> or <<if plan is not empty>>. Put a value that contains "or", "=" or "|" in quotes.`,
  };
}

/** `<<else if …>>`, which does not exist here. */
export function elseIf(name: string, into: string): Issue {
  return {
    code: 'condition_malformed',
    column: into,
    message: `<<${excerpt(name)}>> in the ${into} is not understood. Write <<else>> with another condition inside: <<else>><<if plan = Pro>>…<<end>><<end>>.`,
  };
}

/** `<<endif>>` and the like. */
export function endMiswritten(name: string, into: string): Issue {
  return {
    code: 'condition_malformed',
    column: into,
    message: `<<${excerpt(name)}>> in the ${into} is not understood. Write <<end>> where the conditional text ends.`,
  };
}

/** `<<if …>>` without `<<end>>`. */
export function conditionUnended(source: string, into: string): Issue {
  return {
    code: 'condition_unended',
    column: into,
    message: `${excerpt(source)} in the ${into} has no <<end>>. Write <<end>> where the conditional text ends.`,
  };
}

/** `<<else>>` or `<<end>>` outside any condition, when no column has that name. */
export function conditionStray(name: string, into: string): Issue {
  return {
    code: 'condition_stray',
    column: into,
    message: `<<${excerpt(name)}>> in the ${into} belongs to no <<if …>>. Write the <<if …>> before it, or delete it.`,
  };
}

/** An unknown word after the colon, or none. */
export function formatterUnknown(name: string, word: string, into: string): Issue {
  const fault =
    word.trim() === ''
      ? `<<${excerpt(name)}>> has a colon with nothing after it.`
      : `"${excerpt(word)}" in <<${excerpt(name)}>> is not a format.`;
  return {
    code: 'formatter_unknown',
    column: into,
    message: `${fault} Write ${listed(FORMATTERS, 'or')} after the colon.`,
  };
}

/** `<<name:say>>` without a column that holds the spoken form. */
export function sayMissing(name: string, header: string, into: string): Issue {
  return {
    code: 'say_missing',
    column: into,
    message: `<<${excerpt(name)}>> has no spoken form. Add a column named "${excerpt(header)} (say)" with the word as it sounds.`,
  };
}

/** The value is not what the formatter needs, or not clear: 3/4 may be two dates. */
export function valueUnreadable(
  name: string,
  header: string,
  value: string,
  formatter: NumericFormatter,
  locale: string,
): Issue {
  const { kind, example } = EXPECTED[formatter];
  const message = needsRegion(value, formatter, locale)
    ? `is not the same ${kind} in every country. Fill the column locale with a language and a region, such as en-US or de-DE, or write it clearly, such as ${example}.`
    : `cannot be read as ${/^[aeiou]/u.test(kind) ? 'an' : 'a'} ${kind}. Write one, such as ${example}, or remove ":${formatter}".`;
  return {
    code: 'value_unreadable',
    column: header,
    message: `<<${excerpt(name)}>> is "${excerpt(value)}", which ${message}`,
  };
}
