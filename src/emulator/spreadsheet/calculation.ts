import type { Cell } from './cell.ts';
import { type Evaluated, failed, isGrid, literal, type Outcome, valueText } from './evaluated.ts';
import { evaluateFormula, type FormulaWorld } from './formula.ts';
import { contains } from './rect.ts';
import type { Reference } from './references.ts';
import { cellAt, lastColumn, lastRow, type SheetData, type SheetFilter } from './sheet-data.ts';
import { calledFunction, type SheetFunctions } from './sheet-functions.ts';
import type { SheetLocale } from './sheet-locale.ts';
import { freeForSpill, type Spills, spillsOf } from './spills.ts';
import { sheetNamed } from './workbook.ts';

/** The sheets that a reader sees: the stored ones, or an execution's own view of them. */
export interface Book {
  readonly sheets: readonly SheetData[];
}

/** How far references are followed. Sheets goes further; no script under test needs to. */
const MAX_CHAIN = 200;

/** A formula here takes no range of more cells. */
const MAX_RANGE = 1_000_000;

/** No sheet has more columns. */
const MAX_COLUMNS = 20_000;

/** The values of all cells of a book. Each formula is evaluated once. Good until the book changes. */
export class Calculation {
  readonly #book: Book;
  readonly #functions: SheetFunctions;
  readonly timeZone: string;
  readonly locale: SheetLocale;
  /** By sheet, then by place. null: this formula is being evaluated right now. */
  readonly #known = new Map<SheetData, Map<number, Evaluated | null>>();
  readonly #spills = new Map<SheetData, Spills>();

  constructor(book: Book, functions: SheetFunctions, timeZone: string, locale: SheetLocale) {
    this.#book = book;
    this.#functions = functions;
    this.timeZone = timeZone;
    this.locale = locale;
  }

  /** A cell's value: its own, its formula's, or what another formula spreads over it. */
  shown(sheet: SheetData, row: number, column: number, chain = 0): Evaluated {
    const cell = cellAt(sheet, row, column);
    if (cell.formula !== '') return formatted(this.#worked(sheet, row, column, cell, chain), cell);
    if (cell.value !== '') return { value: cell.value, format: cell.format, error: false };
    if (cell.picture !== '') return { ...literal(''), image: cell.picture };
    const spilled = this.#spilled(sheet, row, column, chain);
    return spilled === null ? { value: '', format: cell.format, error: false } : formatted(spilled, cell);
  }

  /** What a cell would show if it were put into the sheet. */
  shownIfPut(sheet: SheetData, cell: Cell): Evaluated {
    if (cell.formula === '') return { value: cell.value, format: cell.format, error: false };
    const outcome = evaluateFormula(cell.formula, this.#world(sheet, 0));
    return formatted(isGrid(outcome) ? (outcome.grid[0]?.[0] ?? literal('')) : outcome, cell);
  }

  /** What the user sees in a cell. */
  display(sheet: SheetData, row: number, column: number): string {
    const cell = cellAt(sheet, row, column);
    // The common case, and whole sheets are read.
    if (cell.formula === '' && typeof cell.value === 'string' && cell.value !== '') return cell.value;
    return this.text(this.shown(sheet, row, column));
  }

  /** A value as the sheet shows it. */
  text({ value, format, error }: Evaluated): string {
    return valueText(value, format, error, this.locale);
  }

  /** Whether the sheet's filter or that of a table hides the row, by what the row shows now. */
  hiddenByFilter(sheet: SheetData, row: number): boolean {
    const filters = sheet.filter === null ? sheet.tables : [sheet.filter, ...sheet.tables];
    return filters.some((filter) => this.hiddenBy(filter, sheet, row));
  }

  hiddenBy({ rect, hidden }: SheetFilter, sheet: SheetData, row: number): boolean {
    if (row <= rect.row || row >= rect.row + rect.rows) return false;
    for (const [column, words] of hidden) {
      if (words.has(this.display(sheet, row, column))) return true;
    }
    return false;
  }

  /** Number of the last row with something in it, formulas' spills included; 0 when the sheet is empty. */
  lastRow(sheet: SheetData): number {
    const rects = this.#settled(sheet).list.map(({ rect }) => rect.row + rect.rows - 1);
    return Math.max(lastRow(sheet), ...rects);
  }

  lastColumn(sheet: SheetData): number {
    const rects = this.#settled(sheet).list.map(({ rect }) => rect.column + rect.columns - 1);
    return Math.max(lastColumn(sheet), ...rects);
  }

  #worked(sheet: SheetData, row: number, column: number, cell: Cell, chain: number): Evaluated {
    let known = this.#known.get(sheet);
    if (known === undefined) {
      known = new Map();
      this.#known.set(sheet, known);
    }
    const place = row * MAX_COLUMNS + column;
    const before = known.get(place);
    // A formula that refers to itself has no value.
    if (before === null || chain > MAX_CHAIN) return failed('#REF!');
    if (before !== undefined) return before;
    known.set(place, null);
    const outcome = evaluateFormula(cell.formula, this.#world(sheet, chain));
    this.#spillsOf(sheet).pending.delete(place);
    const result = isGrid(outcome) ? this.#spread(sheet, row, column, outcome.grid) : outcome;
    known.set(place, result);
    return result;
  }

  #spread(sheet: SheetData, row: number, column: number, grid: readonly (readonly Evaluated[])[]): Evaluated {
    const rect = { row, column, rows: grid.length, columns: grid[0]?.length ?? 0 };
    const { list } = this.#spillsOf(sheet);
    const [first] = grid[0] ?? [];
    if (first === undefined || !freeForSpill(sheet, rect, list)) return failed('#REF!');
    list.push({ rect, grid });
    return first;
  }

  /** What another formula spreads over a blank cell; null when none does. */
  #spilled(sheet: SheetData, row: number, column: number, chain: number): Evaluated | null {
    const { pending, list } = this.#spillsOf(sheet);
    for (const [place, at] of pending) {
      if (at.row > row) break;
      const underWay = this.#known.get(sheet)?.get(place) === null;
      if (at.column <= column && !underWay) this.shown(sheet, at.row, at.column, chain + 1);
    }
    for (const { rect, grid } of list) {
      if (contains(rect, row, column)) return grid[row - rect.row]?.[column - rect.column] ?? null;
    }
    return null;
  }

  #settled(sheet: SheetData): Spills {
    const spills = this.#spillsOf(sheet);
    for (const { row, column } of [...spills.pending.values()]) this.shown(sheet, row, column);
    return spills;
  }

  #spillsOf(sheet: SheetData): Spills {
    let spills = this.#spills.get(sheet);
    if (spills === undefined) {
      spills = spillsOf(sheet, MAX_COLUMNS);
      this.#spills.set(sheet, spills);
    }
    return spills;
  }

  #world(home: SheetData, chain: number): FormulaWorld {
    const targetOf = (reference: Reference): SheetData | null => {
      const { sheet: name, row, column } = reference;
      const sheet = name === null ? home : sheetNamed(this.#book, name);
      return sheet === undefined || row > sheet.maxRows || column > sheet.maxColumns ? null : sheet;
    };
    return {
      cell: (reference) => {
        const sheet = targetOf(reference);
        return sheet === null
          ? failed('#REF!')
          : this.shown(sheet, reference.row, reference.column, chain + 1);
      },
      range: (from, to) => {
        const sheet = targetOf(from);
        return sheet === null ? failed('#REF!') : this.#range(sheet, from, to, chain + 1);
      },
      knows: (name) => this.#functions.knows(name),
      text: (shown) => this.text(shown),
      call: (name, args) => calledFunction(this.#functions, name, args, this.timeZone),
    };
  }

  /** The cells between two corners, clipped to the sheet; one cell gives its bare value. */
  #range(sheet: SheetData, from: Reference, to: Reference, chain: number): Outcome {
    const [top, left] = [Math.min(from.row, to.row), Math.min(from.column, to.column)];
    const rows = Math.min(Math.max(from.row, to.row), sheet.maxRows) - top + 1;
    const columns = Math.min(Math.max(from.column, to.column), sheet.maxColumns) - left + 1;
    if (rows * columns > MAX_RANGE) return failed('#ERROR!');
    if (rows === 1 && columns === 1) return this.shown(sheet, top, left, chain);
    const grid = Array.from({ length: rows }, (_, down) =>
      Array.from({ length: columns }, (__, right) => this.shown(sheet, top + down, left + right, chain)),
    );
    return { grid, spills: false };
  }
}

function formatted(result: Evaluated, cell: Cell): Evaluated {
  return cell.format === '' || cell.format === '@' ? result : { ...result, format: cell.format };
}
