import { loadBundle } from '../../src/emulator/bundle.ts';
import { createVirtualClock } from '../../src/emulator/clock.ts';
import { createEmulator, type Emulator } from '../../src/emulator/emulator.ts';
import type { EmulatorOptions } from '../../src/emulator/emulator-options.ts';
import type { Execution, RunOptions } from '../../src/emulator/execution.ts';
import type { Dialog, DialogAnswer } from '../../src/emulator/services/ui-service.ts';
import { createDirectTransport } from '../../src/emulator/transport/direct.ts';
import type { TriggerRunOptions } from '../../src/emulator/trigger-runs.ts';
import type { SimulatorChoices } from '../../src/simulator/options.ts';
import { createSimulator, type Simulator } from '../../src/simulator/simulator.ts';

/** 1 March 2026, a Sunday: the moment at which every test world begins. */
export const START = Date.UTC(2026, 2, 1, 9, 0, 0);
export const MINUTE = 60_000;
export const KEY = 'sk-test-5f3c9a';

const LANGUAGES = ['en', 'ja', 'de', 'fr'] as const;

const bundle = loadBundle('dist');

/** A law of the add-on: others wait for its locks, so it holds none while it waits itself. */
const NEVER_UNDER_A_LOCK = ['fetch.fetch', 'fetch.fetchAll', 'language.translate', 'ui.alert', 'ui.prompt'];

/**
 * Options for every world of a run, as JSON: `EMULATOR_OPTIONS='{"language":"ja"}' npx vitest run test/bundle`
 * plays the whole suite on a platform that speaks Japanese.
 */
const OTHER_PLATFORM: Partial<EmulatorOptions> = JSON.parse(process.env.EMULATOR_OPTIONS ?? '{}');

/** A request that left the emulator. */
export interface Sent {
  readonly method: string;
  /** Without its query. */
  readonly path: string;
  /** The `Idempotency-Key`, '' without one. */
  readonly key: string;
  readonly body: string;
  readonly at: number;
}

/** What Google speaks in the whole suite; REELMERGE_LANGUAGE is one of en, ja, de and fr. */
const LANGUAGE = LANGUAGES.find((one) => one === process.env.REELMERGE_LANGUAGE) ?? 'en';

/**
 * HeyGen at its most awkward in what no test is about: refusals name a field now this way and now that, one field that
 * HeyGen does not know refuses the whole batch, and there are engines that nobody here has heard of. Credit ends with a
 * 402 unless a test says otherwise, because credit that ends late never answers with one.
 */
const HEYGEN_AS_IT_MAY_BE: SimulatorChoices = {
  renderMs: [60_000, 240_000],
  paramNames: 'varies',
  batchesRefusedWhole: true,
  newEngines: ['avatar_vi'],
};

/** The built add-on in the emulator, with HeyGen simulated, on one virtual clock. */
export class World {
  readonly emulator: Emulator;
  readonly simulator: Simulator;
  readonly sent: Sent[];
  readonly #options: Partial<EmulatorOptions>;
  /**
   * Whether a lost batch may end with rows that wait for the user's word: HeyGen cannot be asked about an
   * item that it never made a video of, once the batch's id was lost.
   */
  mayStayUndecided = false;
  /** What the user answers; Yes, and the key, unless a test says otherwise. */
  answer: (dialog: Dialog) => DialogAnswer = (dialog) =>
    dialog.kind === 'prompt'
      ? { button: 'OK', text: KEY }
      : { button: dialog.buttons === 'OK' ? 'OK' : 'YES' };

  constructor(choices: SimulatorChoices = {}, options: Partial<EmulatorOptions> = {}, beside?: World) {
    this.sent = beside?.sent ?? [];
    this.#options = options;
    if (beside !== undefined) {
      this.simulator = beside.simulator;
      this.emulator = beside.emulator.addDocument();
      return;
    }
    this.simulator = createSimulator({ ...HEYGEN_AS_IT_MAY_BE, ...choices });
    this.emulator = createEmulator({
      bundle,
      clock: createVirtualClock({ start: START }),
      transport: createDirectTransport((request, now) => {
        const { method, path, headers, body } = request;
        const key = headers['idempotency-key'] ?? '';
        this.sent.push({ method, path: path.replace(/\?.*/, ''), key, body, at: now });
        const answer = this.simulator.handle(request, now);
        if (answer.kind === 'cut') return 'cut';
        return {
          status: answer.status,
          headers: answer.headers,
          tookMs: answer.tookMs,
          body: String(answer.body),
        };
      }),
      answer: (dialog) => this.answer(dialog),
      addonName: 'Reelmerge',
      language: LANGUAGE,
      neverUnderALock: NEVER_UNDER_A_LOCK,
      ...OTHER_PLATFORM,
      ...options,
    });
  }

  /** Another spreadsheet of the same user: one clock, one HeyGen account. The first world answers its dialogs. */
  another(): World {
    return new World({}, {}, this);
  }

  /**
   * Another world in the state of this one, with a future of its own: what leads there is done once for many futures.
   * What the user was shown stays behind, as it does when she opens the sheet in another browser.
   */
  copy(): World {
    // What is kept of the time are whole milliseconds.
    this.emulator.clock.moveTo(this.now);
    const copy = new World(this.simulator.options(), this.#options);
    copy.sent.push(...this.sent);
    copy.mayStayUndecided = this.mayStayUndecided;
    copy.answer = this.answer;
    copy.emulator.restore(this.emulator.snapshot());
    const restored = copy.simulator.restore(this.simulator.snapshot());
    if (!restored.ok) throw new Error(restored.failure);
    return copy;
  }

  get hands(): Emulator['person'] {
    return this.emulator.person;
  }

  get now(): number {
    return this.emulator.clock.now();
  }

  /** Sets a user's key, as that user. */
  connect(key: string, user: string): void {
    const usual = this.answer;
    this.answer = (dialog) => (dialog.kind === 'prompt' ? { button: 'OK', text: key } : { button: 'OK' });
    this.menu('setHeyGenKey', { user });
    this.answer = usual;
  }

  /** Loads rows into the first sheet, connects, and selects every row below the header. */
  prepare(rows: readonly (readonly string[])[]): void {
    this.hands.load(this.sheet, rows);
    this.menu('setHeyGenKey');
    this.hands.select(this.sheet, [`A2:Z${rows.length}`]);
  }

  get sheet(): string {
    return this.hands.sheets()[0]?.name ?? '';
  }

  /** Chooses a menu item; throws when the function threw, which is always a bug. */
  menu(functionName: string, options: Partial<RunOptions> = {}): Execution {
    const execution = this.emulator.run(functionName, { kind: 'menu', ...options });
    if (execution.outcome === 'threw') throw new Error(`${functionName}: ${execution.error?.stack}`);
    return execution;
  }

  /** Lets the trigger run until nothing is left for it, or `most` times. Returns how often it ran. */
  follow(most = 200): number {
    for (let runs = 0; runs < most; runs++) {
      if (this.fire() === null) return runs;
    }
    return most;
  }

  /** Everything that outlives an execution, as text: two worlds with the same have the same future. */
  durable(): string {
    const { services } = Object(this.emulator.snapshot());
    const [, ...records] = this.simulator.snapshot().split('\n');
    return JSON.stringify([services, records, this.simulator.options().faults]);
  }

  /**
   * What a user does who finds rows without a video: waits until whatever was going on is certainly over,
   * lets the trigger work where there is one, else looks by hand, and renders what she selects: all rows
   * unless told otherwise, also the ones that are done or under way.
   */
  pressOn(rounds = 12, select = (): void => this.selectAll()): void {
    for (let round = 0; round < rounds && !this.isFinished(); round++) {
      this.emulator.clock.moveTo(this.now + 8 * MINUTE);
      if (this.follow(40) === 0 || this.isPaused()) this.menu('checkForFinishedVideos');
      if (this.isFinished()) return;
      select();
      this.menu('renderSelectedRows');
    }
  }

  /** Whether a row says that the run waits for the user. */
  isPaused(): boolean {
    return this.rows().some(({ status, problem }) => status === 'Queued' && problem?.includes('then resume'));
  }

  /** Selects every row below the header of the first sheet. */
  selectAll(): void {
    const last = Math.max(2, this.hands.displayValues(this.sheet).length);
    this.hands.select(this.sheet, [`A2:Z${last}`]);
  }

  /** Selects the rows that do not show that they are done. */
  selectUnfinished(): void {
    const [headers = [], ...rows] = this.hands.displayValues(this.sheet);
    const status = headers.indexOf('status');
    const open = rows.flatMap((row, at) => (row[status] === 'Done' ? [] : [`A${at + 2}:Z${at + 2}`]));
    if (open.length > 0) this.hands.select(this.sheet, open);
  }

  /** Whether every filled row shows its video. */
  isFinished(): boolean {
    return this.rows().every((row) => row.status === 'Done');
  }

  /** Fires the trigger when its time has come; null when there is none. Throws when the function threw. */
  fire(options: TriggerRunOptions = {}): Execution | null {
    const next = this.emulator.nextTriggerAt();
    if (next === null) return null;
    this.emulator.clock.moveTo(Math.max(next, this.now));
    const executions = this.emulator.fireDueTriggers(options);
    for (const { outcome, error } of executions) if (outcome === 'threw') throw new Error(error?.stack);
    return executions[0] ?? null;
  }

  /** The ledger's lines as objects by header. */
  ledger(): Record<string, string>[] {
    if (!this.hands.sheets().some(({ name }) => name === LEDGER)) return [];
    return recordsOf(this.hands.displayValues(LEDGER));
  }

  /** The POSTs that left so far. */
  posts(): Sent[] {
    return this.sent.filter(({ method }) => method === 'POST');
  }

  /** What the last dialog said. */
  told(): string {
    const [last] = this.emulator.ui.dialogs().slice(-1);
    return last === undefined ? '' : `${last.title}\n${last.message}`;
  }

  /** Lets virtual time pass, with the trigger firing as it does. */
  wait(ms: number): void {
    const until = this.now + ms;
    for (;;) {
      const next = this.emulator.nextTriggerAt();
      if (next === null || next > until) break;
      this.fire();
    }
    this.emulator.clock.moveTo(Math.max(until, this.now));
  }

  /** Statuses of the rows of the first sheet, from above. */
  statuses(): string[] {
    return this.rows().map((row) => row.status ?? '');
  }

  /** The rows of the first sheet as objects by header. */
  rows(): Record<string, string>[] {
    return recordsOf(this.hands.displayValues(this.sheet));
  }
}

/** The hidden sheet that holds the jobs. */
export const LEDGER = 'Reelmerge jobs';

function recordsOf(cells: readonly (readonly string[])[]): Record<string, string>[] {
  const [headers = [], ...rows] = cells;
  return rows
    .filter((row) => row.some((cell) => cell !== ''))
    .map((row) => Object.fromEntries(headers.map((header, at) => [header, row[at] ?? ''])));
}

/** A sheet of people, each with a script that speaks their name. */
export function people(count: number): string[][] {
  return [
    ['first_name', 'script', 'avatar_id'],
    ...Array.from({ length: count }, (_, at) => [
      `Person${at + 1}`,
      'Hello <<first_name>>, this one is for you.',
      'Anna_Office_Front_public',
    ]),
  ];
}
