import { excerpt, type Issue } from '../issue.ts';
import { fieldKind } from '../merge/field-kind.ts';
import type { MergedField } from '../merge/merge-script-template.ts';
import { remembered } from '../remembered.ts';
import { amountOf, readAmount } from '../speech/written-amount.ts';
import type { SpokenRow } from './spoken-row.ts';

const CURRENCY =
  '(?:[$€£¥₹₩₺₽₫₪₴₦฿₱]|(?<!\\p{L})(?:USD|EUR|GBP|CHF|CAD|AUD|NZD|SEK|NOK|DKK|PLN|CZK|HUF|BRL|MXN|INR|JPY|CNY|TRY|ZAR)(?!\\p{L}))';
const CURRENCY_SIGN = new RegExp(CURRENCY, 'u');
/** Digits with their separators. A space separates only groups of three. */
const DIGITS = "\\d(?:[\\d.,'’]*\\d)?(?: \\d{3}(?!\\d)(?:[.,]\\d+)?)*";
const AMOUNT = new RegExp(
  `${CURRENCY}\\s?(${DIGITS})|(?<![\\d.,])(${DIGITS})\\s?${CURRENCY}(?!\\s?\\d)`,
  'gu',
);

/** A minus, brackets, or no digit above zero. */
const MAYBE_BELOW = /[-−–(]|^[^1-9]*$/u;

const hasSign = remembered((text) => CURRENCY_SIGN.test(text));

/** A sign without a number, and a sign too many. */
const NO_AMOUNT =
  /[$€£¥]\s?(?:NaN|null|undefined|#[\p{L}/0]+[!?]?)|(?:NaN|null|undefined)\s?[$€£¥]|([$€£¥])\1\s?\d[\d.,]*|\d[\d.,]*\s?([€£¥])\2|\$\d[\d.,]*\s?\$(?!\d)/u;

/** Most of a currency's decimals. */
const MOST_DECIMALS = 3;

/** Warns of amounts that no country writes, such as `$1,2345`, and of amounts of zero or below. */
export function amounts({ texts, fields }: SpokenRow): Issue[] {
  const issues: Issue[] = [];
  for (const { column, text, frame } of texts) {
    // Where the words around the values have no sign, only a value can be such an amount.
    const odd = hasSign(frame) ? malformed(text) : firstMalformed(fields);
    if (odd === null) continue;
    const from = fields.find((field) => field.text.includes(odd) || field.cell.includes(odd));
    const where = from === undefined ? `in the ${column}` : `in the cell "${excerpt(from.header)}"`;
    const message = `“${excerpt(odd)}” ${where} is written as no country writes an amount. Check its points and commas.`;
    issues.push({ code: 'amount_malformed', column: from?.header ?? column, message });
    break;
  }
  for (const field of fields) {
    if (!isAmount(field)) continue;
    if (!MAYBE_BELOW.test(field.cell)) continue;
    const amount = readAmount(field.cell.trim());
    if (amount === null || /%/u.test(amount.before + amount.after)) continue;
    const isZero = /^[0.,'’ ]+$/u.test(amount.digits);
    if (!isZero && !amount.negative) continue;
    const message = `The cell "${excerpt(field.header)}" is ${excerpt(field.cell)}, ${isZero ? 'so the script speaks of nothing' : 'which is below zero'}. Correct it, or leave the sentence out with <<if …>>.`;
    issues.push({ code: 'amount_not_positive', column: field.header, message });
  }
  return issues;
}

function isAmount({ header, cell, formatters }: MergedField): boolean {
  if (!/\d/u.test(cell) && !/\p{N}/u.test(cell)) return false;
  return formatters.includes('money') || fieldKind(header) === 'money' || CURRENCY_SIGN.test(cell);
}

function firstMalformed(fields: readonly MergedField[]): string | null {
  for (const { text } of fields) {
    const odd = CURRENCY_SIGN.test(text) ? malformed(text) : null;
    if (odd !== null) return odd;
  }
  return null;
}

function malformed(text: string): string | null {
  for (const [whole, behind, before] of text.matchAll(AMOUNT)) {
    const digits = behind ?? before ?? '';
    const fraction = /[.,](\d+)$/u.exec(digits)?.[1] ?? '';
    const separators = digits.replace(/\d/gu, '').length;
    const isTooFine = separators === 1 && fraction.length > MOST_DECIMALS && !/^0[.,]/u.test(digits);
    if (isTooFine || amountOf(digits, () => 'group') === null) return whole;
  }
  return NO_AMOUNT.exec(text)?.[0] ?? null;
}
