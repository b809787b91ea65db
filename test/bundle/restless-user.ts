import fc from 'fast-check';
import { headerKey } from '../../src/core/columns/columns.ts';
import { OUTPUT_COLUMNS } from '../../src/core/output-columns.ts';
import type { ServiceCall } from '../../src/emulator/service.ts';
import { people, type World } from './world.ts';

/** Something that the user does to the sheet before the `at`-th platform call; `a` and `b` say to what. */
export interface Act {
  readonly at: number;
  readonly kind: keyof typeof ACTS;
  readonly a: number;
  readonly b: number;
}

const OUTPUTS: ReadonlySet<string> = new Set(OUTPUT_COLUMNS.map(({ name }) => headerKey(name)));

/** What the user puts before the name of an output column to have it for herself. */
const OWN = 'own ';

/**
 * Calls before which columns may be moved too. A script writes by coordinates: a column that is moved in the
 * second between a reading and its write takes what was meant for its neighbour, and no script can help it.
 */
const BETWEEN_WRITES = /^(fetch\.|ui\.|lock\.take)/;

/** A user who cannot leave the sheet alone while Reelmerge works, and what her own cells must then hold. */
export class RestlessUser {
  readonly world: World;
  /** Names in the rows, as often as they stand there. */
  readonly names: string[];
  /** How many videos may have been paid for a name: one, and one for each copy of its row. */
  readonly allowed = new Map<string, number>();
  /** The calls that were made so far, as `service.method`. */
  readonly calls: string[] = [];
  private readonly acts: readonly Act[];
  private due: Act[] = [];

  constructor(world: World, rows: number, acts: readonly Act[], sheet = people(rows)) {
    this.world = world;
    this.acts = acts;
    const [headers = [], ...lines] = sheet;
    // A copy of a world has its rows already.
    if (world.rows().length === 0) {
      world.prepare([[...headers, 'notes'], ...lines.map((line) => [...line, `about ${line[0]}`])]);
    }
    this.names = lines.map(([name = '']) => name);
    for (const name of this.names) this.allowed.set(name, 1);
  }

  /** To be given to every execution as `beforeCall`. */
  readonly beforeCall = ({ service, method }: ServiceCall): void => {
    this.calls.push(`${service}.${method}`);
    this.due.push(...this.acts.filter(({ at }) => at === this.calls.length));
    const isWriting = !BETWEEN_WRITES.test(`${service}.${method}`);
    const now = this.due.filter(({ kind }) => !(isWriting && COLUMN_ACTS.includes(kind)));
    this.due = this.due.filter((act) => !now.includes(act));
    for (const act of now) ACTS[act.kind](this, act.a, act.b);
  };

  /** Number of the row that `choice` falls on, with its name; blank rows count too. */
  row(choice: number): { readonly row: number; readonly name: string } {
    const rows = this.world.hands.displayValues(this.world.sheet).length - 1;
    const row = 2 + (choice % Math.max(1, rows));
    return { row, name: this.nameIn(row) };
  }

  nameIn(row: number): string {
    const cells = this.world.hands.displayValues(this.world.sheet)[row - 1] ?? [];
    return cells.find((cell) => /^Person\d+$/.test(cell)) ?? '';
  }

  column(choice: number): number {
    return 1 + (choice % (this.world.hands.displayValues(this.world.sheet)[0]?.length ?? 1));
  }

  gone(name: string): void {
    const at = this.names.indexOf(name);
    if (at >= 0) this.names.splice(at, 1);
  }

  copied(name: string): void {
    if (name === '') return;
    this.names.push(name);
    this.allowed.set(name, (this.allowed.get(name) ?? 0) + 1);
  }

  /** Shows every row again: what is hidden is not rendered. */
  private comeToRest(): void {
    const { hands, sheet } = this.world;
    hands.clearFilter(sheet);
    hands.showRows(sheet, 1, hands.displayValues(sheet).length);
  }

  /** Renders the rows with her hands in the sheet all the while. Then she rests, and all goes on to its end. */
  playOut(): void {
    const { world, beforeCall } = this;
    world.menu('renderSelectedRows', { beforeCall });
    for (let runs = 0; runs < 8 && world.fire({ beforeCall }) !== null; runs++);
    this.comeToRest();
    world.pressOn(4, () => world.selectUnfinished());
  }

  /** Breaches of the promises that hold whatever the user does. */
  breaches(): string[] {
    const { simulator, hands, sheet } = this.world;
    const scripts = new Map(simulator.videos().map((video) => [video.id, video.script]));
    const [headers = [], ...rows] = hands.displayValues(sheet);
    const breaches: string[] = [];
    const status = headers.indexOf('status');
    for (const [at, row] of rows.entries()) {
      const name = this.nameIn(at + 2);
      const ids = row.flatMap((cell) => /\/videos\/([0-9a-f]{32})/.exec(cell)?.[1] ?? []);
      for (const id of ids) {
        const spoken = scripts.get(id) ?? 'nothing';
        if (!spoken.startsWith(`Hello ${name},`)) breaches.push(`beside ${name || 'nobody'}: ${spoken}`);
      }
      // A column that the user took for herself is not missed.
      const isDone = status < 0 || row[status] === 'Done';
      if (name !== '' && !(isDone && ids.length > 0)) {
        breaches.push(`${name} ends as ${row[status]} with ${ids.length} URLs: ${row.join(' | ')}`);
      }
    }
    const paid = new Map<string, number>();
    const ledger = new Map(this.world.ledger().map((line) => [line.video_id, line]));
    for (const { id, script } of simulator.paidVideos()) {
      const name = /^Hello (\w+),/.exec(script)?.[1] ?? script;
      paid.set(name, (paid.get(name) ?? 0) + 1);
      if (!ledger.get(id)?.video_url?.includes(id)) breaches.push(`the ledger lacks a video for ${name}`);
    }
    for (const [name, count] of paid) {
      if (count > (this.allowed.get(name) ?? 0)) breaches.push(`paid ${count} times for ${name}`);
    }
    const wanted = this.names.map((name) => ownRow(name)).sort();
    const held = this.ownRows().sort();
    if (wanted.join('\n') !== held.join('\n')) breaches.push(`own cells: ${held.join(' / ')}`);
    if (hands.formulaCells().length > 0) breaches.push('a formula');
    return breaches;
  }

  /** What the user's own columns hold, row by row, in whatever order the columns are. */
  private ownRows(): string[] {
    const { hands, sheet } = this.world;
    const [headers = [], ...rows] = hands.displayValues(sheet);
    const own = headers.map((header) => !OUTPUTS.has(headerKey(header)) && !header.startsWith(OWN));
    return rows
      .map((row) =>
        row
          .filter((cell, at) => own[at] && cell !== '')
          .sort()
          .join(' | '),
      )
      .filter(Boolean);
  }
}

function ownRow(name: string): string {
  const line = people(1)[1] ?? [];
  return [name, ...line.slice(1), `about ${name}`].sort().join(' | ');
}

type Doing = (user: RestlessUser, a: number, b: number) => void;

const ACTS = {
  sort: (user, a, b) => user.world.hands.sortRows(user.world.sheet, user.column(a), b % 2 === 0),
  insertRow: (user, a) => user.world.hands.insertRows(user.world.sheet, user.row(a).row, 1),
  deleteRow: (user, a) => {
    const { row, name } = user.row(a);
    if (user.names.length < 2) return;
    user.world.hands.deleteRows(user.world.sheet, row, 1);
    user.gone(name);
  },
  duplicateRow: (user, a) => {
    const { row, name } = user.row(a);
    user.world.hands.duplicateRow(user.world.sheet, row);
    user.copied(name);
  },
  moveRow: (user, a, b) => user.world.hands.moveRow(user.world.sheet, user.row(a).row, user.row(b).row),
  cutAndPasteRow: (user, a, b) => {
    const [from, to] = [user.row(a), user.row(b)];
    if (from.row === to.row || user.names.length < 2) return;
    user.world.hands.cutPasteRow(user.world.sheet, from.row, to.row);
    user.gone(to.name);
  },
  hideRow: (user, a) => user.world.hands.hideRows(user.world.sheet, user.row(a).row, 1),
  filter: (user, a) => {
    const { name } = user.row(a);
    const columns = user.world.hands.displayValues(user.world.sheet)[0] ?? [];
    const column = columns.indexOf('first_name') + 1;
    if (column > 0) user.world.hands.setFilter(user.world.sheet, 'A1:Z', column, [name]);
  },
  renameHeader: (user, a) => {
    const header = user.world.hands.displayValues(user.world.sheet)[0]?.[user.column(a) - 1] ?? '';
    const renamed = header === 'first_name' ? 'First Name' : header === 'notes' ? 'remarks' : header;
    user.world.hands.renameHeader(user.world.sheet, user.column(a), renamed);
  },
  renameSheet: (user, a) => user.world.hands.renameSheet(user.world.sheet, `People ${a}`),
  moveColumn: (user, a, b) => user.world.hands.moveColumn(user.world.sheet, user.column(a), user.column(b)),
  insertColumn: (user, a) => user.world.hands.insertColumn(user.world.sheet, user.column(a)),
  takeOutput: (user, a) => {
    const header = user.world.hands.displayValues(user.world.sheet)[0]?.[user.column(a) - 1] ?? '';
    if (!OUTPUTS.has(headerKey(header))) return;
    user.world.hands.renameHeader(user.world.sheet, user.column(a), OWN + header);
  },
} satisfies Record<string, Doing>;

/** Acts on whole columns; the rest are acts on rows and names. */
const ON_COLUMNS: readonly (keyof typeof ACTS)[] = ['moveColumn', 'insertColumn', 'takeOutput'];

export const ROW_ACTS = kinds((kind) => !ON_COLUMNS.includes(kind));
export const COLUMN_ACTS = kinds((kind) => ON_COLUMNS.includes(kind));

function kinds(wanted: (kind: keyof typeof ACTS) => boolean): (keyof typeof ACTS)[] {
  return typedKeys(ACTS).filter(wanted);
}

function typedKeys<Key extends string>(record: Readonly<Record<Key, unknown>>): Key[] {
  const keys: Key[] = [];
  for (const key in record) keys.push(key);
  return keys;
}

/** Some acts, of the given kinds, before any calls, and more often before the given delicate ones. */
export function acts(
  of: readonly (keyof typeof ACTS)[],
  calls: number,
  delicate: readonly number[],
): fc.Arbitrary<Act[]> {
  return fc.array(
    fc.record({
      at: fc.oneof(fc.constantFrom(...delicate), fc.integer({ min: 1, max: calls })),
      kind: fc.constantFrom(...of),
      a: fc.nat({ max: 11 }),
      b: fc.nat({ max: 11 }),
    }),
    { minLength: 1, maxLength: 5 },
  );
}
