import { excerpt, type Issue, type IssueCode } from '../issue.ts';
import { fieldKind } from '../merge/field-kind.ts';
import type { MergedField } from '../merge/merge-script-template.ts';
import type { SpokenRow } from './spoken-row.ts';

/** 4.15556E+09 and 0.30000000000000004. */
const SCIENTIFIC =
  /(?<![\p{L}\p{N}])[\d٠-٩](?:[.,٫][\d٠-٩]+\s?E\s?[+-]?|E[+-])[\d٠-٩]{1,3}(?![\p{L}\p{N}])|\d[.,]\d+\s?[x×*]\s?10\^?\d{1,3}(?!\d)/iu;
const INEXACT = /(?<![\p{L}\p{N}.,])\d+[.,]\d{9,}(?![\p{L}\p{N}])/u;

/** A whole number that a program has read as a measure: a telephone number, an age. */
const WITH_ZERO = /^\d{5,}[.,]0$/u;

/** 3E5 is a number where a number must be, and may be a model elsewhere. */
const SHORT_SCIENTIFIC = /^\d{1,3}E\d{1,2}$/iu;

/** Nobody has become older. */
const OLDEST = 122;

/** A date with the first minute of its day behind it. */
const MIDNIGHT =
  /^(.*\d.*?)(?:T|,?\s+)(?:0?0:00(?::00(?:[.,]0+)?)?(?:\s?(?:AM|Z|UTC|GMT)(?![\p{L}\p{N}]))?(?:\s?[+-]\d{2}:?\d{2})?|0?0h00|12:00(?::00)?\s?AM)\s*(?:\([^()]*\))?$/iu;

/** Day zero of a spreadsheet: the cell it came from was empty. */
const DAY_ZERO =
  /^(?:1899-12-30|12\/30\/(?:18)?99|30[./-]12[./-](?:18)?99|0?1[./]0?0[./]1900|0000-00-00)(?:\D|$)/u;

/** The days of a spreadsheet from 1982 to 2064, as plain numbers. */
const DAY_NUMBER = /^[3-5]\d{4}(?:[.,]\d+)?$/u;

/** Warns of values that a spreadsheet has bent, and of an age that nobody has. */
export function bentValues({ fields }: SpokenRow): Issue[] {
  const issues: Issue[] = [];
  for (const field of fields) {
    const issue = found(field);
    if (issue !== null) issues.push(issue);
  }
  return issues;
}

function found({ header, cell, text }: MergedField): Issue | null {
  if (!/[\d٠-٩]/u.test(cell)) return null;
  const name = excerpt(header);
  const told = (code: IssueCode, message: string): Issue => ({ code, column: header, message });
  const bent = SCIENTIFIC.exec(text) ?? INEXACT.exec(text);
  if (bent !== null) {
    return told(
      'number_bent',
      `The cell "${name}" shows “${excerpt(bent[0])}”: the spreadsheet has shortened or bent a number. Format the cell as plain text and write the number anew.`,
    );
  }
  const kind = fieldKind(header);
  const isFigure = kind === 'money' || kind === 'age';
  if (
    WITH_ZERO.test(cell) ||
    (kind === 'age' && /^\d+[.,]0$/u.test(cell)) ||
    (isFigure && SHORT_SCIENTIFIC.test(cell))
  ) {
    return told(
      'number_bent',
      `The cell "${name}" shows “${excerpt(cell)}”: a program has bent a whole number. Write it anew as a whole number.`,
    );
  }
  if (kind === 'date' && DAY_NUMBER.test(text)) {
    return told(
      'number_bent',
      `The cell "${name}" shows the number ${excerpt(text)} for a date. Choose Format, Number, Date for it in Sheets.`,
    );
  }
  if (DAY_ZERO.test(text)) {
    return told(
      'number_bent',
      `The cell "${name}" shows “${excerpt(text)}”, which is what a spreadsheet makes of no date at all. Correct the cell.`,
    );
  }
  const [, day = ''] = MIDNIGHT.exec(text) ?? [];
  if (/\d\D+\d/u.test(day)) {
    return told(
      'date_midnight',
      `The script says “${excerpt(text)}”, with the time 0:00 behind the date. Choose Format, Number, Date for the cell "${name}" in Sheets, or write <<${name}:date>>.`,
    );
  }
  if (kind === 'age' && /^[-−–]\s*\d/u.test(cell)) {
    return told(
      'age_negative',
      `The cell "${name}" is ${excerpt(cell)}, and nobody is younger than 0. Correct it.`,
    );
  }
  if (kind === 'age' && /^\d{3,}$/u.test(cell) && Number(cell) > OLDEST) {
    return told('age_high', `The cell "${name}" is ${excerpt(cell)}, and nobody is that old. Correct it.`);
  }
  return null;
}
