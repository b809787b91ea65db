/** How a condition compares a cell. */
export type Comparison = 'is' | 'is not' | 'contains' | 'empty' | 'filled';

/** `plan = Pro`: which column is looked at, and what must be true of its cell. */
export interface Condition {
  readonly name: string;
  readonly comparison: Comparison;
  /** What the cell is compared with; '' for `empty` and `filled`. */
  readonly value: string;
}

const EMPTINESS = /^(.+?)\s+is\s+(not\s+)?empty$/isu;
const COMPARED = /^([^=]*?)\s*(!={1,2}|<>|≠|={1,3}|\scontains\s)\s*(.*)$/isu;

/** A name that ends in a piece of a comparison that is none: `n >` of `n >= 5`, `n not` of `n not contains x`. */
const NO_NAME = /[<>!~|]$|=|\s(?:not|doesn['’]t)$|\s(?:<>|contains)\s|\sis\s(?:not\s)?empty\s/iu;

/** Without quotes these are a second comparison, or a choice, and no value. */
const NO_VALUE =
  /^[=!<>~]|[|]|&&|\sor\s|\s!?=\s|[,;]\s.*=|\sand\s.*(?:[=<>]|\scontains\s|\sis\s(?:not\s)?empty$)/iu;

const DOUBLE = '"“”„‟«»';
const SINGLE = "'‘’‚‛‹›";
const QUOTED = new RegExp(`^(?:[${DOUBLE}]([^${DOUBLE}]+)[${DOUBLE}]|[${SINGLE}](.+)[${SINGLE}])$`, 'su');
const QUOTE_AT_END = new RegExp(`^[${DOUBLE}${SINGLE}]|[“”„«»]$|(?<!\\d)"$`, 'u');
/** A single quote that is no apostrophe ends what it began. */
const QUOTE_INSIDE = new RegExp(`(?<!\\p{L})[${SINGLE}]|[${SINGLE}](?!\\p{L})`, 'u');

/**
 * Reads what stands behind `if`: `name = value`, `name != value`, `name contains value`, `name is empty`
 * or `name is not empty`. `==` and `<>` are taken for `=` and `!=`. The value may stand in quotes of any kind,
 * and must where it could be a second comparison. Null when it is none of these.
 */
export function readCondition(written: string): Condition | null {
  // Folding the spaces first keeps the patterns below linear, whatever was typed.
  const text = written.replace(/\s+/gu, ' ').trim();
  if (text.length > 1000) return null;
  const emptiness = EMPTINESS.exec(text);
  if (emptiness !== null) {
    const name = (emptiness[1] ?? '').trim();
    return NO_NAME.test(name)
      ? null
      : { name, comparison: emptiness[2] === undefined ? 'empty' : 'filled', value: '' };
  }
  const [, name = '', sign = '', rest = ''] = COMPARED.exec(text) ?? [];
  const value = valueOfCondition(rest);
  if (value === null || name.trim() === '' || NO_NAME.test(name)) return null;
  const comparison = sign.startsWith('=') ? 'is' : /contains/iu.test(sign) ? 'contains' : 'is not';
  return { name: name.trim(), comparison, value };
}

/** What a cell is compared with; null when it is empty, badly quoted or more than a value. */
function valueOfCondition(written: string): string | null {
  const quoted = QUOTED.exec(written);
  if (quoted === null) {
    return written === '' || QUOTE_AT_END.test(written) || NO_VALUE.test(written) ? null : written;
  }
  const [, double, single = ''] = quoted;
  const value = double ?? single;
  return value.trim() === '' || (double === undefined && QUOTE_INSIDE.test(value)) ? null : value;
}

/** Whether the condition is true of a cell. Case, the number of spaces and the kind of quotes do not count. */
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
