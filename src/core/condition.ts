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
const COMPARED = /^([^=]*?)\s*(!?=|\scontains\s)\s*(.*)$/isu;
const QUOTES = /^(?:"(.*)"|“(.*)”|'(.*)')$/su;

/**
 * Reads what stands behind `if`: `name = value`, `name != value`, `name contains value`, `name is empty`
 * or `name is not empty`. The value may stand in quotes. Null when it is none of these.
 */
export function readCondition(written: string): Condition | null {
  // Folding the spaces first keeps the patterns below linear, whatever was typed.
  const text = written.replace(/\s+/gu, ' ').trim();
  if (text.length > 1000) return null;
  const emptiness = EMPTINESS.exec(text);
  if (emptiness !== null) {
    return {
      name: (emptiness[1] ?? '').trim(),
      comparison: emptiness[2] === undefined ? 'empty' : 'filled',
      value: '',
    };
  }
  const compared = COMPARED.exec(text);
  if (compared === null) return null;
  const [, name = '', sign = '', rest = ''] = compared;
  const quoted = QUOTES.exec(rest);
  const value = quoted === null ? rest : (quoted[1] ?? quoted[2] ?? quoted[3] ?? '');
  if (name.trim() === '' || value.trim() === '') return null;
  const comparison = sign === '=' ? 'is' : sign === '!=' ? 'is not' : 'contains';
  return { name: name.trim(), comparison, value };
}

/** Whether the condition is true of a cell. Case and the number of spaces do not count. */
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
  return text.normalize('NFKC').replace(/\s+/gu, ' ').trim().toUpperCase().toLowerCase();
}
