import { type Evaluated, failed, isGrid, literal, type Outcome } from './evaluated.ts';

/** What a function of Sheets knows about the formula around it. */
export interface FunctionCall {
  readonly args: readonly Outcome[];
  /** Inside ARRAYFORMULA, where functions for one value take ranges. */
  readonly inArray: boolean;
  /** A value as the sheet shows it. */
  readonly text: (shown: Evaluated) => string;
}

/** The functions of Sheets that the emulator knows. */
export const SHEET_FUNCTIONS: Readonly<Record<string, (call: FunctionCall) => Outcome>> = {
  ARRAYFORMULA: ({ args: [first, ...more] }) => {
    if (first === undefined || more.length > 0) return failed('#N/A');
    return isGrid(first) ? { ...first, spills: true } : first;
  },
  HYPERLINK: (call) => {
    const [url, label = url] = call.args;
    if (url === undefined || label === undefined || call.args.length > 2) return failed('#N/A');
    return isGrid(url) ? failed('#VALUE!') : each(label, call, (shown) => shown);
  },
  /** Shows a picture, and no text. */
  IMAGE: ({ args: [url], text }) => {
    if (url === undefined) return failed('#N/A');
    if (isGrid(url)) return failed('#VALUE!');
    return url.error ? url : { ...literal(''), image: text(url) };
  },
  NA: ({ args }) => failed(args.length === 0 ? '#N/A' : '#ERROR!'),
  TO_TEXT: (call) => {
    const [first, ...more] = call.args;
    if (first === undefined || more.length > 0) return failed('#N/A');
    return each(first, call, (shown) => (shown.error ? shown : literal(call.text(shown))));
  },
};

/** Applies a function for one value; to each value of a range inside ARRAYFORMULA. */
function each(operand: Outcome, { inArray }: FunctionCall, apply: (shown: Evaluated) => Evaluated): Outcome {
  if (!isGrid(operand)) return apply(operand);
  return inArray ? { ...operand, grid: operand.grid.map((row) => row.map(apply)) } : failed('#VALUE!');
}
