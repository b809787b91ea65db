import fc from 'fast-check';
import type { ServiceCall } from '../../src/emulator/service.ts';
import { called } from './page-calls.ts';
import type { World } from './world.ts';

/** Script templates, with what each makes of a row; a row's own comes from its cell, else the sheet's default. */
const SCRIPTS: readonly (readonly [template: string, words: (first: string, last: string) => string])[] = [
  [
    'Hi <<first|friend>>, this is for <<last|you>>.',
    (first, last) => `Hi ${first || 'friend'}, this is for ${last || 'you'}.`,
  ],
  ['Dear <<first|friend>>, welcome to us.', (first) => `Dear ${first || 'friend'}, welcome to us.`],
  ['Good news for <<last|you>> today.', (_, last) => `Good news for ${last || 'you'} today.`],
];
const TEXTS = SCRIPTS.map(([template]) => template);
const NAMES = ['Ana', 'Bo', 'Cy', 'Dee', ''];
/** What the video is called in HeyGen: it is sent, though nobody hears it. Blank: how its words begin. */
const TITLES = ['', 'For a friend'];

const HEADERS = ['first', 'last', 'script', 'title', 'avatar_id', 'notes'];
const FIRST = 1;
const LAST = 2;
const SCRIPT = 3;
const TITLE = 4;

/** Something that the user does to rows that carry jobs. `at`: before that platform call, or between two runs. */
export interface Shuffle {
  readonly at: number;
  readonly kind: keyof typeof SHUFFLES;
  readonly a: number;
  readonly b: number;
}

type Doing = (user: ShufflingUser, a: number, b: number) => void;

/** What may be done at any moment. */
const SHUFFLES = {
  sortOwn: (user, a, b) => user.sortOwn(1 + (a % 2), b % 2 === 0),
  sortRows: (user, a, b) => user.world.hands.sortRows(user.world.sheet, 1 + (a % 4), b % 2 === 0),
  first: (user, a, b) => user.type(a, FIRST, NAMES[b % NAMES.length] ?? ''),
  last: (user, a, b) => user.type(a, LAST, NAMES[b % NAMES.length] ?? ''),
  swap: (user, a) => user.swap(a),
  script: (user, a, b) => user.type(a, SCRIPT, ['', ...TEXTS][b % (TEXTS.length + 1)] ?? ''),
  title: (user, a, b) => user.type(a, TITLE, TITLES[b % 2] ?? ''),
  notes: (user, a, b) => user.type(a, 6, `note ${b}`),
  copy: (user, a) => user.world.hands.duplicateRow(user.world.sheet, user.row(a)),
  remove: (user, a) => {
    if (user.rows().length > 2) user.world.hands.deleteRows(user.world.sheet, user.row(a), 1);
  },
} satisfies Record<string, Doing>;

/** A user who sorts, edits, copies and swaps what her videos speak, at every moment. */
export class ShufflingUser {
  readonly world: World;
  /** How many rows asked for the same at once when Render was pressed: so many videos of it may be paid. */
  private readonly allowed = new Map<string, number>();
  private readonly shuffles: readonly Shuffle[];
  private calls = 0;
  private defaultScript = 0;

  constructor(world: World, rows: number, shuffles: readonly Shuffle[]) {
    this.world = world;
    this.shuffles = shuffles;
    world.prepare([
      HEADERS,
      ...Array.from({ length: rows }, (_, at) => [
        NAMES[at % NAMES.length] ?? '',
        NAMES[(at + 2) % NAMES.length] ?? '',
        at % 2 === 0 ? (TEXTS[0] ?? '') : '',
        '',
        'Anna_Office_Front_public',
        '',
      ]),
    ]);
    this.setDefault(0);
  }

  /** To be given to every execution as `beforeCall`. */
  readonly beforeCall = (_: ServiceCall): void => {
    this.calls += 1;
    for (const { at, kind, a, b } of this.shuffles) {
      if (at !== this.calls) continue;
      SHUFFLES[kind](this, a, b);
      this.count();
    }
  };

  /** Does the next of some acts between two executions. */
  act({ kind, a, b }: Shuffle): void {
    SHUFFLES[kind](this, a, b);
  }

  /** Chooses another script for the whole sheet in the sidebar. */
  setDefault(choice: number): void {
    this.defaultScript = choice % TEXTS.length;
    // An execution that was killed while it made the ledger leaves that sheet in front.
    this.world.hands.activate(this.world.sheet);
    called(this.world, 'sidebarDefaults', { script: TEXTS[this.defaultScript] ?? '' }, this.world.sheet);
  }

  press(functionName = 'renderSelectedRows'): void {
    this.world.selectAll();
    this.count();
    const execution = this.world.emulator.run(functionName, { kind: 'menu', beforeCall: this.beforeCall });
    if (execution.outcome === 'threw') throw new Error(execution.error?.stack);
  }

  /** What the rows ask for now may be paid, as often as they ask. Also while a run is at work: rows change under it. */
  count(): void {
    const asked = new Map<string, number>();
    for (const row of this.rows()) {
      const wish = this.wishOf(row);
      asked.set(wish, (asked.get(wish) ?? 0) + 1);
    }
    for (const [wish, rows] of asked) this.allowed.set(wish, Math.max(this.allowed.get(wish) ?? 0, rows));
  }

  rows(): Record<string, string>[] {
    return this.world.rows().filter((row) => HEADERS.some((name) => row[name] !== ''));
  }

  /** The number of the row that a choice falls on. */
  row(choice: number): number {
    return 2 + (choice % Math.max(1, this.world.hands.displayValues(this.world.sheet).length - 1));
  }

  type(choice: number, column: number, text: string): void {
    this.world.hands.type(this.world.sheet, this.row(choice), column, text);
  }

  swap(choice: number): void {
    const row = this.row(choice);
    const { hands, sheet } = this.world;
    const [first, last] = [hands.cell(sheet, row, 1).display, hands.cell(sheet, row, 2).display];
    hands.pasteText(sheet, row, 1, `${last}\t${first}`);
  }

  /** Sorts the user's own columns alone: what Reelmerge wrote stays where it is. */
  sortOwn(column: number, ascending: boolean): void {
    const last = this.world.hands.displayValues(this.world.sheet).length;
    if (last > 2) this.world.hands.sortRange(this.world.sheet, `A2:F${last}`, column, ascending);
  }

  /** What a row asks for: its words, and its title where it has one. */
  wishOf(row: Record<string, string>): string {
    const template = row.script || TEXTS[this.defaultScript] || '';
    const words = SCRIPTS.find(([text]) => text === template)?.[1] ?? (() => '');
    return `${words(row.first ?? '', row.last ?? '')} (${row.title ?? ''})`;
  }

  /** Breaches of the laws at rest. */
  breaches(): string[] {
    const { simulator } = this.world;
    const wishes = new Map(
      simulator.videos().map(({ id, script, title }) => {
        const own = TITLES.find((text) => text !== '' && title.startsWith(text)) ?? '';
        return [id, `${script} (${own})`];
      }),
    );
    const breaches: string[] = [];
    for (const row of this.rows()) {
      const id = /\/videos\/([0-9a-f]+)\./.exec(row.video_url ?? '')?.[1] ?? '';
      const wish = this.wishOf(row);
      if (row.status === 'Done' && wishes.get(id) !== wish) {
        breaches.push(`Done beside “${wish}”: ${wishes.get(id) ?? 'no video'}`);
      }
      if (id !== '' && row.status !== 'Done' && row.status !== 'Changed') {
        breaches.push(`${row.status || 'blank'} with a link beside “${wish}”`);
      }
    }
    const paid = new Map<string, number>();
    const kept = new Set(this.world.ledger().map(({ video_id }) => video_id));
    for (const { id, script } of simulator.paidVideos()) {
      const wish = wishes.get(id) ?? script;
      paid.set(wish, (paid.get(wish) ?? 0) + 1);
      if (!kept.has(id)) breaches.push(`not in the ledger: ${wish}`);
    }
    for (const [wish, times] of paid) {
      const allowed = this.allowed.get(wish) ?? 0;
      if (times > allowed) breaches.push(`paid ${times} times, asked ${allowed} times: ${wish}`);
    }
    return breaches;
  }
}

function typedKeys<Key extends string>(record: Readonly<Record<Key, unknown>>): Key[] {
  const keys: Key[] = [];
  for (const key in record) keys.push(key);
  return keys;
}

/** Some acts, the first `inside` calls being the moments at which they may be done. */
export function shuffles(inside: number): fc.Arbitrary<Shuffle[]> {
  return fc.array(
    fc.record({
      at: fc.integer({ min: 1, max: inside }),
      kind: fc.constantFrom(...typedKeys(SHUFFLES)),
      a: fc.nat({ max: 11 }),
      b: fc.nat({ max: 11 }),
    }),
    { minLength: 1, maxLength: 6 },
  );
}
