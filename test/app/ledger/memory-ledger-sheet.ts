import type { LedgerSheet } from '../../../src/app/ports/ports.ts';

/** One line of the sheet: its cells and its request. */
export interface Line {
  readonly cells: readonly string[];
  readonly request: string;
}

interface State {
  readonly mark: number;
  readonly lines: readonly Line[];
}

const BLANK: Line = { cells: [], request: '' };

/**
 * The ledger's sheet in memory, with writes that a kill may lose: a script sees what it has written, the
 * sheet keeps it at the flush. Line numbers are the sheet's: the first job stands in line 2.
 */
export class MemoryLedgerSheet implements LedgerSheet {
  private durable: State = { mark: 2, lines: [] };
  private seen: State = this.durable;
  private writes: ((state: State) => State)[] = [];
  /** How often each operation was called. */
  readonly calls: Record<string, number> = {};

  flush(): void {
    this.durable = this.seen;
    this.writes = [];
  }

  /** The execution dies: of its buffered writes the ones named here were kept, in order, the others lost. */
  kill(isKept: (write: number) => boolean): void {
    this.durable = this.writes
      .filter((_, at) => isKept(at))
      .reduce((state, write) => write(state), this.durable);
    this.seen = this.durable;
    this.writes = [];
  }

  /** All lines that are not blank, as a reader of the whole sheet sees them. */
  lines(): readonly Line[] {
    return this.seen.lines.filter((line) => line.cells.some((cell) => cell !== '') || line.request !== '');
  }

  /** Of a spreadsheet that is no copy. */
  inherited(): number {
    return 0;
  }

  readMark(): number {
    this.count('readMark');
    return this.seen.mark;
  }

  writeMark(line: number): void {
    this.write('writeMark', (state) => ({ ...state, mark: line }));
  }

  readAll(): string[][] {
    return this.readLines(2);
  }

  countFrom(from: number): number {
    return Math.max(0, this.seen.lines.length - (from - 2)) + 2;
  }

  readLines(from: number, most = Number.POSITIVE_INFINITY): string[][] {
    this.count('readLines');
    const rest = this.seen.lines.slice(from - 2).map(({ cells }) => [...cells]);
    // The grid goes on behind the last line.
    return [...rest, [], []].slice(0, most);
  }

  readAt(from: number, count: number): string[][] | null {
    const lines = this.readLines(from, count);
    return lines.length < count ? null : lines;
  }

  readRequests(from: number, count: number): string[] {
    this.count('readRequests');
    return Array.from({ length: count }, (_, at) => this.seen.lines[from - 2 + at]?.request ?? '');
  }

  writeLines(from: number, lines: readonly (readonly string[])[]): void {
    this.write('writeLines', (state) =>
      replaced(state, from, lines, (cells, before) => ({ cells, request: before.request })),
    );
  }

  /** Room and lines at once. */
  append(lines: readonly Line[]): void {
    this.write('append', (state) => ({ ...state, lines: [...withoutTail(state.lines), ...lines] }));
  }

  makeRoom(count: number): number {
    const first = 2 + withoutTail(this.seen.lines).length;
    this.write('makeRoom', (state) => {
      const lines = withoutTail(state.lines);
      return { ...state, lines: [...lines, ...Array.from({ length: count }, () => BLANK)] };
    });
    return first;
  }

  rewrite(from: number, lines: readonly Line[]): void {
    this.write('rewrite', (state) => replaced(state, from, lines, (line) => line));
  }

  private write(name: string, change: (state: State) => State): void {
    this.count(name);
    this.writes.push(change);
    this.seen = change(this.seen);
  }

  private count(name: string): void {
    this.calls[name] = (this.calls[name] ?? 0) + 1;
  }
}

function replaced<New>(
  state: State,
  from: number,
  news: readonly New[],
  line: (content: New, before: Line) => Line,
): State {
  const lines = [...state.lines];
  while (lines.length < from - 2 + news.length) lines.push(BLANK);
  news.forEach((content, at) => {
    lines[from - 2 + at] = line(content, lines[from - 2 + at] ?? BLANK);
  });
  return { ...state, lines };
}

function withoutTail(lines: readonly Line[]): readonly Line[] {
  let end = lines.length;
  while (end > 0 && lines[end - 1]?.cells.every((cell) => cell === '')) end--;
  return lines.slice(0, end);
}
