/** How a condition compares a cell. */
export type Comparison = 'is' | 'is not' | 'contains' | 'empty' | 'filled';

/** `plan = Pro`: a column, and what must be true of its cell. */
export interface Condition {
  readonly name: string;
  readonly comparison: Comparison;
  /** '' for `empty` and `filled`. */
  readonly value: string;
}

const EMPTINESS = /^(.+?)\s+is\s+(not\s+)?empty$/isu;
const COMPARED = /^([^=]*?)\s*(!={1,2}|<>|≠|={1,3}|\scontains\s)\s*(.*)$/isu;

/**
 * Left of the sign remains part of a comparison that does not exist: `n >` of `n >= 5`, `n not` of `n not contains
 * x`.
 */
const NOT_A_NAME = /[<>!~|]$|=|\s(?:not|doesn['’]t)$|\s(?:<>|contains)\s|\sis\s(?:not\s)?empty\s/iu;

/** Without quotes these look like a second comparison or a choice, not like a value. */
const NOT_A_VALUE =
  /^[=!<>~]|[|]|&&|\sor\s|\s!?=\s|[,;]\s.*=|\sand\s.*(?:[=<>]|\scontains\s|\sis\s(?:not\s)?empty$)/iu;

const DOUBLE = '"“”„‟«»';
const SINGLE = "'‘’‚‛‹›";
const QUOTED = new RegExp(`^(?:[${DOUBLE}]([^${DOUBLE}]+)[${DOUBLE}]|[${SINGLE}](.+)[${SINGLE}])$`, 'su');
const QUOTE_AT_END = new RegExp(`^[${DOUBLE}${SINGLE}]|[“”„«»]$|(?<!\\d)"$`, 'u');
/** A single quote that is not an apostrophe would end the value. */
const QUOTE_INSIDE = new RegExp(`(?<!\\p{L})[${SINGLE}]|[${SINGLE}](?!\\p{L})`, 'u');

/**
 * Reads the text after `if`: `name = value`, `name != value`, `name contains value`, `name is empty` or
 * `name is not empty`. `==` and `<>` mean `=` and `!=`. The value may be in quotes of any kind. It must be in quotes
 * when it could be read as a second comparison. Null for any other text.
 */
export function readCondition(written: string): Condition | null {
  // With single spaces the patterns below run in linear time, whatever was typed.
  const text = written.replace(/\s+/gu, ' ').trim();
  if (text.length > 1000) return null;
  const emptiness = EMPTINESS.exec(text);
  if (emptiness !== null) {
    const name = (emptiness[1] ?? '').trim();
    return NOT_A_NAME.test(name)
      ? null
      : { name, comparison: emptiness[2] === undefined ? 'empty' : 'filled', value: '' };
  }
  const [, name = '', sign = '', rest = ''] = COMPARED.exec(text) ?? [];
  const value = valueOfCondition(rest);
  if (value === null || name.trim() === '' || NOT_A_NAME.test(name)) return null;
  const comparison = sign.startsWith('=') ? 'is' : /contains/iu.test(sign) ? 'contains' : 'is not';
  return { name: name.trim(), comparison, value };
}

/** The value to compare with. Null when it is empty, badly quoted or more than one value. */
function valueOfCondition(written: string): string | null {
  const quoted = QUOTED.exec(written);
  if (quoted === null) {
    return written === '' || QUOTE_AT_END.test(written) || NOT_A_VALUE.test(written) ? null : written;
  }
  const [, double, single = ''] = quoted;
  const value = double ?? single;
  return value.trim() === '' || (double === undefined && QUOTE_INSIDE.test(value)) ? null : value;
}

/** Whether the condition is true of a cell. Case, extra spaces and the kind of quotes and dashes make no difference. */
export function holds(condition: Condition, cell: string, blank: boolean): boolean {
  switch (condition.comparison) {
    case 'empty':
      return blank;
    case 'filled':
      return !blank;
    case 'is':
      return folded(cell) === folded(condition.value);
    case 'is not':
      return folded(cell) !== folded(condition.value);
    case 'contains':
      return folded(cell).includes(folded(condition.value));
  }
}

function folded(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/\p{Default_Ignorable_Code_Point}/gu, '')
    .replace(/[‘’‛ʼ`´]/gu, "'")
    .replace(/[“”„‟«»]/gu, '"')
    .replace(/[\p{Pd}\u2212]/gu, '-')
    .replace(/\s+/gu, ' ')
    .trim()
    .toUpperCase()
    .toLowerCase();
}
