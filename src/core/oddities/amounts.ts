import { excerpt, type Issue } from '../issue.ts';
import { fieldKind } from '../merge/field-kind.ts';
import type { MergedField } from '../merge/merge-script-template.ts';
import { remembered } from '../remembered.ts';
import { amountOf, readAmount } from '../speech/written-amount.ts';
import { CURRENCY_WORD, mixedCurrencies } from './mixed-currencies.ts';
import type { SpokenRow } from './spoken-row.ts';

const CURRENCY_SIGN = new RegExp(CURRENCY_WORD, 'u');
/** Digits with their separators. A space separates only groups of three. */
const DIGITS = "\\d(?:[\\d.,'’]*\\d)?(?: \\d{3}(?!\\d)(?:[.,]\\d+)?)*";
const AMOUNT = new RegExp(
  `${CURRENCY_WORD}\\s?(${DIGITS})|(?<![\\d.,])(${DIGITS})\\s?${CURRENCY_WORD}(?!\\s?\\d)`,
  'gu',
);

/** A minus, brackets, or no digit above zero. */
const MAYBE_BELOW = /[-−–(]|^[^1-9]*$/u;

/** Rows with one script template share its words. */
const isPriced = remembered((frame) => CURRENCY_SIGN.test(frame));

/** A sign without a number, and a sign too many. */
const NO_AMOUNT =
  /[$€£¥]\s?(?:NaN|null|undefined|#[\p{L}/0]+[!?]?)|(?:NaN|null|undefined)\s?[$€£¥]|([$€£¥])\1\s?\d[\d.,]*|\d[\d.,]*\s?([€£¥])\2|\$\d[\d.,]*\s?\$(?!\d)|[$€£¥]\s?,\d|[$€£¥]\s?(?=[\d.,OolI]*\d)(?=[\d.,]*[OolI])[\d.,OolI]+(?![\p{L}\d])/u;

/** Most of a currency's decimals: those with three are rare, and a fuel price has three in every country. */
const MOST_DECIMALS = 3;
const THREE_DECIMALS = /KWD|BHD|OMR|JOD|TND|IQD|LYD|د\./u;

/** A rate or the price of a small unit has more decimals than an amount: "$1.2345 per euro". */
const RATE =
  /(?<!\p{L})(?:per|pro|je|par|por|za|rate|kurs|wechselkurs|exchange|tasa|taux|tipo|cambio|câmbio|tasso|kwh|kw|litre|liter|litro|l|gallon|unit|stück|share|aktie|token|coin|minute|second|click|impression|word)(?!\p{L})|\//iu;

/** 12,34,567 is written in and around India. */
const INDIAN_DIGITS = /^\d{1,2}(?:,\d{2})+,\d{3}(?:\.\d+)?$/u;
const WESTERN_SIGN = /[$€£¥]/u;

/** A field of money whose cell is a sign alone: $, EUR, "€ -". */
const SIGN_ALONE = new RegExp(`^${CURRENCY_WORD}\\s?[-–—]?$`, 'u');
const DIGITS_ALONE = new RegExp(`^${DIGITS}$`, 'u');

/** 5- and 12,50- are below zero for accountants. */
const MINUS_BEHIND = new RegExp(
  `^(?:${CURRENCY_WORD}\\s?)?\\d(?:[\\d.,' ]*\\d)?[-−](?:\\s?${CURRENCY_WORD})?$`,
  'u',
);

/** Warns of amounts that no country writes, such as `$1,2345`, of two currencies at one, and of zero or below. */
export function amounts({ texts, fields }: SpokenRow): Issue[] {
  const issues: Issue[] = [];
  const priced = fields.filter(({ text }) => CURRENCY_SIGN.test(text));
  for (const { column, text, frame } of texts) {
    // Where the words around the values have no sign, only a value can be such an amount.
    const isFramed = isPriced(frame);
    const odd = isFramed ? malformed(text, '') : firstMalformed(priced, text);
    if (odd !== null) {
      const { column: at, where } = placeOf(odd, column, fields);
      const message = `“${excerpt(odd)}” ${where} is written as no country writes an amount. Check its points and commas.`;
      issues.push({ code: 'amount_malformed', column: at, message });
      break;
    }
    const mixed = isFramed ? mixedCurrencies(text) : firstMixed(priced);
    if (mixed !== null) {
      const { column: at, where } = placeOf(mixed, column, fields);
      const message = `“${excerpt(mixed)}” ${where} has two currencies at one amount. Leave the right one.`;
      issues.push({ code: 'currencies_mixed', column: at, message });
      break;
    }
  }
  for (const field of fields) {
    const said = faultOf(field);
    if (said !== null && !issues.some(({ column }) => column === field.header)) {
      issues.push({ ...said, column: field.header });
    }
  }
  return issues;
}

function placeOf(words: string, column: string, fields: readonly MergedField[]) {
  const from = fields.find(({ text, cell }) => text.includes(words) || cell.includes(words));
  return from === undefined
    ? { column, where: `in the ${column}` }
    : { column: from.header, where: `in the cell "${excerpt(from.header)}"` };
}

/** What is wrong with a cell that holds an amount, or should. */
function faultOf(field: MergedField): Pick<Issue, 'code' | 'message'> | null {
  const cell = field.cell.trim();
  const where = (): string => `The cell "${excerpt(field.header)}"`;
  const isMoney = field.formatters.includes('money') || fieldKind(field.header) === 'money';
  if (isMoney && SIGN_ALONE.test(cell)) {
    return {
      code: 'amount_malformed',
      message: `${where()} is “${excerpt(cell)}”, a currency without a number. Write the amount.`,
    };
  }
  if (!isAmount(field)) return null;
  // With a sign it was looked at in the text, unless :money has made words of it.
  const isWords =
    field.formatters.includes('money') && CURRENCY_SIGN.test(cell) && !CURRENCY_SIGN.test(field.text);
  if (
    (isMoney && DIGITS_ALONE.test(cell) && isOddlyGrouped(cell, '')) ||
    (isWords && malformed(cell, field.header) !== null)
  ) {
    return {
      code: 'amount_malformed',
      message: `“${excerpt(cell)}” in the cell "${excerpt(field.header)}" is written as no country writes an amount. Check its points and commas.`,
    };
  }
  if (!MAYBE_BELOW.test(cell)) return null;
  const amount = readAmount(cell);
  const isBehind = isMoney && MINUS_BEHIND.test(cell);
  if ((amount === null && !isBehind) || /%/u.test(cell)) return null;
  const isZero = amount !== null && /^[0.,'’ ]+$/u.test(amount.digits);
  if (!isZero && !isBehind && amount?.negative !== true) return null;
  return {
    code: 'amount_not_positive',
    message: `${where()} is ${excerpt(cell)}, ${isZero ? 'so the script speaks of nothing' : 'which is below zero'}. Correct it, or leave the sentence out with <<if …>>.`,
  };
}

function isAmount({ header, cell, formatters }: MergedField): boolean {
  if (!/[\d٠-٩۰-۹०-९０-９]/u.test(cell)) return false;
  return formatters.includes('money') || fieldKind(header) === 'money' || CURRENCY_SIGN.test(cell);
}

function firstMixed(priced: readonly MergedField[]): string | null {
  for (const { text } of priced) {
    const mixed = mixedCurrencies(text);
    if (mixed !== null) return mixed;
  }
  return null;
}

function firstMalformed(priced: readonly MergedField[], text: string): string | null {
  for (const { header, text: value } of priced) {
    const odd = malformed(value, `${header} ${after(text, value)}`);
    if (odd !== null) return odd;
  }
  return null;
}

/** The words behind a value. */
function after(text: string, value: string): string {
  const at = text.indexOf(value);
  return at < 0 ? '' : text.slice(at + value.length, at + value.length + 20);
}

/** `around` are words that tell what the amount is. */
function malformed(text: string, around: string): string | null {
  AMOUNT.lastIndex = 0;
  // Not matchAll, which compiles the pattern anew for each text.
  for (let match = AMOUNT.exec(text); match !== null; match = AMOUNT.exec(text)) {
    const { 0: whole, 1: behind, 2: before, index } = match;
    const digits = behind ?? before ?? '';
    if (!/[.,'’]/u.test(digits)) continue;
    const near = `${text.slice(Math.max(0, index - 30), index)} ${around} ${after(text, whole)}`;
    if (isOddlyGrouped(digits, whole, near)) return whole;
  }
  return NO_AMOUNT.exec(text)?.[0] ?? null;
}

function isOddlyGrouped(digits: string, whole: string, near = ''): boolean {
  // More digits than any amount has are a bent number.
  if (whole === '' && /\d{9}$/u.test(digits)) return false;
  const fraction = /[.,](\d+)$/u.exec(digits)?.[1] ?? '';
  const separators = digits.replace(/\d/gu, '');
  if (separators === '') return false;
  if (separators.length === 1 && fraction.length > MOST_DECIMALS && !/^0[.,]/u.test(digits))
    return !RATE.test(near);
  const isMixed = new Set(separators).size === 2;
  if (isMixed && /\d$/u.test(digits) && fraction.length > 2 && !THREE_DECIMALS.test(whole)) return true;
  if (/^\d{1,2}(?:\.\d{2})+\.\d{3}/u.test(digits)) return true;
  if (INDIAN_DIGITS.test(digits) && WESTERN_SIGN.test(whole)) return true;
  return amountOf(digits, () => 'group') === null;
}
