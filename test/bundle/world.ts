import { loadBundle } from '../../src/playground/emulator/bundle.ts';
import { createVirtualClock } from '../../src/playground/emulator/clock.ts';
import { createEmulator, type Emulator } from '../../src/playground/emulator/emulator.ts';
import type { EmulatorOptions } from '../../src/playground/emulator/emulator-options.ts';
import type { Execution, RunOptions } from '../../src/playground/emulator/execution.ts';
import type { Dialog, DialogAnswer } from '../../src/playground/emulator/services/ui-service.ts';
import { createDirectTransport } from '../../src/playground/emulator/transport/direct.ts';
import type { SimulatorChoices } from '../../src/playground/simulator/options.ts';
import { createSimulator, type Simulator } from '../../src/playground/simulator/simulator.ts';

/** 1 March 2026, a Sunday: the moment at which every test world begins. */
export const START = Date.UTC(2026, 2, 1, 9, 0, 0);
export const MINUTE = 60_000;
export const KEY = 'sk-test-5f3c9a';

const bundle = loadBundle('dist');

/** The built add-on in the emulator, with HeyGen simulated, on one virtual clock. */
export class World {
  readonly emulator: Emulator;
  readonly simulator: Simulator;
  /** What the user answers; Yes, and the key, unless a test says otherwise. */
  answer: (dialog: Dialog) => DialogAnswer = (dialog) =>
    dialog.kind === 'prompt'
      ? { button: 'OK', text: KEY }
      : { button: dialog.buttons === 'OK' ? 'OK' : 'YES' };

  constructor(choices: SimulatorChoices = {}, options: Partial<EmulatorOptions> = {}) {
    this.simulator = createSimulator({ renderMs: [60_000, 240_000], ...choices });
    this.emulator = createEmulator({
      bundle,
      clock: createVirtualClock({ start: START }),
      transport: createDirectTransport((request, now) => {
        const answer = this.simulator.handle(request, now);
        if (answer.kind === 'cut') return 'cut';
        const { status, headers, tookMs } = answer;
        return { status, headers, tookMs, body: String(answer.body) };
      }),
      answer: (dialog) => this.answer(dialog),
      ...options,
    });
  }

  get hands(): Emulator['hands'] {
    return this.emulator.hands;
  }

  get now(): number {
    return this.emulator.clock.now();
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
      const next = this.emulator.nextTriggerAt();
      if (next === null) return runs;
      this.emulator.clock.moveTo(Math.max(next, this.now));
      for (const execution of this.emulator.fireDueTriggers()) {
        if (execution.outcome === 'threw') throw new Error(execution.error?.stack);
      }
    }
    return most;
  }

  /** The rows of the first sheet as objects by header. */
  rows(): Record<string, string>[] {
    const [headers = [], ...rows] = this.hands.displayValues(this.sheet);
    return rows
      .filter((row) => row.some((cell) => cell !== ''))
      .map((row) => Object.fromEntries(headers.map((header, at) => [header, row[at] ?? ''])));
  }
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
