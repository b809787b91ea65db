import { existsSync, readFileSync } from 'node:fs';
import { listOf, numberOf, recordOf } from '../emulator/plain.ts';
import type { Plain } from '../emulator/service.ts';
import { GrowingFile } from '../simulator/state-file.ts';
import { LineSealer, readSealedLines } from './sealed-lines.ts';

/** What must not come to disk. */
export interface Secret {
  /** Whether the value in a field of this name is it. */
  readonly is: (name: string, value: unknown) => boolean;
  /** Where this text is not, there is no secret. To look at each value takes several times as long as to write all. */
  readonly sign: string;
}

/** A line of the file: everything but rows, and the rows that changed since the line before. Null: the row is gone. */
interface Entry {
  readonly rest: Plain;
  /** By sheet id and row number. */
  readonly rows: Readonly<Record<string, Plain>>;
}

interface Written {
  readonly cells: Plain | undefined;
  readonly hidden: boolean;
  readonly turn: number;
}

/**
 * Keeps the emulator's snapshots on disk: the first one whole, and of each one after that what has changed, so that a
 * save is cheap however large the sheet is. What was saved when `save` returns survives a kill. What is secret is left
 * out.
 */
export class StateJournal {
  private readonly file: GrowingFile;
  private readonly secret: Secret | null;
  private readonly written = new Map<number, (Written | undefined)[]>();
  /** Each sheet's list of rows as it was last seen. */
  private readonly lists = new Map<number, Plain | undefined>();
  private sealer = new LineSealer();
  private turn = 0;

  constructor(file: string, secret: Secret | null = null) {
    this.file = new GrowingFile(file);
    this.secret = secret;
  }

  save(snapshot: Plain): void {
    this.file.save({
      whole: () => {
        this.written.clear();
        this.lists.clear();
        this.sealer = new LineSealer();
        return this.line(snapshot);
      },
      changes: () => this.line(snapshot),
    });
  }

  close(): void {
    this.file.close();
  }

  private line(snapshot: Plain): string {
    return this.sealer.seal(this.json(this.entry(snapshot)));
  }

  /**
   * The emulator hands out the same list of cells as long as the row has not changed, and the same list of rows as long
   * as none has.
   */
  private entry(snapshot: Plain): Entry {
    this.turn += 1;
    const rows: Record<string, Plain> = {};
    const rest = withSheets(snapshot, (sheet) => {
      const gid = numberOf(sheet.gid);
      if (this.lists.get(gid) === sheet.rows) return [];
      this.lists.set(gid, sheet.rows);
      const before = this.written.get(gid) ?? [];
      this.written.set(gid, before);
      for (const row of listOf(sheet.rows)) {
        const { at, cells, hidden } = recordOf(row);
        const number = numberOf(at);
        const old = before[number];
        const now = { cells, hidden: hidden === true, turn: this.turn };
        if (old === undefined || old.cells !== now.cells || old.hidden !== now.hidden)
          rows[`${gid}:${number}`] = row;
        before[number] = now;
      }
      before.forEach((row, number) => {
        if (row === undefined || row.turn === this.turn) return;
        rows[`${gid}:${number}`] = null;
        before[number] = undefined;
      });
      return [];
    });
    return { rest, rows };
  }

  private json({ rest, rows }: Entry): string {
    return `{"rest":${this.withoutSecret(rest)},"rows":${this.withoutSecret(rows)}}`;
  }

  private withoutSecret(part: Entry[keyof Entry]): string {
    const { secret } = this;
    const json = JSON.stringify(part);
    if (secret === null || !json.includes(JSON.stringify(secret.sign).slice(1, -1))) return json;
    return JSON.stringify(part, (name, value: unknown) => (secret.is(name, value) ? undefined : value));
  }
}

/** What a state file holds. */
export interface ReadJournal {
  /** The last snapshot before any damage. Null when there is none. */
  readonly snapshot: Plain;
  /** Number of the line that does not match its checksum. Null when all do. */
  readonly damagedLine: number | null;
}

/** Null when the file is not there. */
export function readJournal(file: string): ReadJournal | null {
  if (!existsSync(file)) return null;
  const { texts, damaged } = readSealedLines(readFileSync(file));
  let rest: Plain = null;
  const sheets = new Map<number, Plain[]>();
  for (const text of texts) {
    const entry = recordOf(JSON.parse(text));
    rest = entry.rest ?? null;
    for (const [place, row] of Object.entries(recordOf(entry.rows))) {
      const [gid = 0, number = 0] = place.split(':').map(Number);
      const rows = sheets.get(gid) ?? [];
      rows[number] = row ?? null;
      sheets.set(gid, rows);
    }
  }
  const snapshot =
    rest === null
      ? null
      : withSheets(rest, (sheet) => (sheets.get(numberOf(sheet.gid)) ?? []).filter((row) => row !== null));
  return { snapshot, damagedLine: damaged };
}

/** A copy of a saved run with other rows in its sheets. */
function withSheets(
  saved: Plain,
  rowsOf: (sheet: Readonly<Record<string, Plain | undefined>>) => Plain[],
): Plain {
  const run = recordOf(saved);
  const emulator = recordOf(run.emulator);
  const services = recordOf(emulator.services);
  const book = recordOf(services.sheets);
  const sheets = listOf(book.sheets).map((sheet): Plain => {
    const fields = recordOf(sheet);
    return { ...fields, rows: rowsOf(fields) };
  });
  return { ...run, emulator: { ...emulator, services: { ...services, sheets: { ...book, sheets } } } };
}
