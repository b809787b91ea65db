import { startBuiltIn } from '../local/built-in-simulator.ts';
import { diskTrouble } from '../local/disk-trouble.ts';
import type { LaunchedSimulator } from '../simulator/launch.ts';
import type { RenderOrder } from './arguments.ts';
import { askAtTerminal, type Consent, consentOf } from './consent.ts';
import { createSteering } from './control.ts';
import type { Ending } from './ending.ts';
import { simulatedSlots } from './engine-order.ts';
import { type FinishedRow, finishedRows } from './finished-rows.ts';
import type { RenderInput } from './input.ts';
import { keptSheet } from './kept-sheet.ts';
import type { EngineMessage } from './messages.ts';
import { Progress } from './progress.ts';
import { reportRun } from './run-report.ts';
import { type SheetPart, sheetParts } from './sheet-parts.ts';
import { SheetRun } from './sheet-run.ts';
import { Tally } from './tally.ts';

/** How long the engine may take to end after Ctrl-C. It is safe to cut it short after that. */
const GRACE_MS = 2_000;

/** How often the bar on the terminal is redrawn. */
const TICK_MS = 500;

/** One run of the command, on the thread that talks to the user: starts the engine, shows progress, writes the result. */
export class RenderRun {
  private readonly order: RenderOrder;
  private readonly input: RenderInput;
  /** Folder of the built files. */
  private readonly home: URL;
  private readonly againOrder: string | null;
  private readonly simulated: boolean;
  private readonly consent: Consent;
  private readonly steering = createSteering();
  private readonly tally = new Tally();
  private readonly progress: Progress;
  private readonly begunAt = performance.now();
  private readonly parts: readonly SheetPart[];
  private sheetRun: SheetRun | null = null;
  /** The sheet that was begun last. */
  private last: SheetPart | null = null;
  private emulatedNow = 0;
  private ending: Ending | null = null;

  constructor(order: RenderOrder, input: RenderInput, home: URL, againOrder: string | null) {
    this.order = order;
    this.input = input;
    this.home = home;
    this.againOrder = againOrder;
    this.simulated = order.heygen.kind === 'simulator';
    const isTerminal = process.stdin.isTTY === true && process.stdout.isTTY === true;
    this.consent = consentOf(this.simulated, order.yes, isTerminal);
    this.parts = sheetParts(order, input);
    this.progress = new Progress(order.jsonl ? process.stderr : process.stdout, input.rows.length, () =>
      performance.now(),
    );
  }

  /** Resolves to the exit code when the result is written. */
  async toTheEnd(): Promise<number> {
    const say = this.order.jsonl ? console.error : console.log;
    for (const line of [this.firstLine(), ...this.input.remarks]) say(line);
    const interrupt = (): void => this.interrupt();
    process.on('SIGINT', interrupt);
    process.on('SIGTERM', interrupt);
    const ticking = setInterval(() => this.progress.tick(), TICK_MS);
    let simulator: LaunchedSimulator | null = null;
    try {
      if (this.simulated) simulator = await this.startSimulator();
      const ending = await this.renderSheets(simulator?.url ?? null);
      clearInterval(ticking);
      this.progress.end();
      const code = this.report(ending);
      if (this.order.serve && simulator !== null && ending.kind !== 'interrupted') await this.serve();
      return code;
    } finally {
      clearInterval(ticking);
      await simulator?.close();
      process.off('SIGINT', interrupt);
      process.off('SIGTERM', interrupt);
    }
  }

  /** Null when its saved world cannot be used. Then the ending says why. */
  private async startSimulator(): Promise<LaunchedSimulator | null> {
    try {
      const simulator = await startBuiltIn(new URL('simulator-worker.js', this.home), this.order.state, {
        slots: this.slots(),
      });
      void simulator.crashed.then((error) => this.endWithSimulator(error));
      return simulator;
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      this.ending = { kind: 'unusable-state', message: `The simulator cannot start: ${reason}` };
      return null;
    }
  }

  private endWithSimulator(error: unknown): void {
    const reason = diskTrouble(error) ?? (error instanceof Error ? error.message : String(error));
    const message = `The built-in simulator has ended: ${reason}. Run the same command again: it goes on where it was.`;
    this.ending ??= { kind: 'unsaved', message };
    this.sheetRun?.kill();
  }

  private slots(): number {
    return simulatedSlots(this.input.rows.length, this.order.sheetRows);
  }

  private firstLine(): string {
    const { heygen } = this.order;
    if (heygen.kind === 'simulator') {
      return `No HEYGEN_API_KEY: rendering with the built-in simulator, ${this.slots()} videos at a time (nothing is paid, time runs fast).`;
    }
    if (heygen.kind === 'server') return `Rendering with ${heygen.origin} in place of HeyGen.`;
    const { trigger, mode } = this.order;
    const hurried = (trigger !== null && trigger < 60) || mode === 'addon';
    // When HeyGen shows no trace of a lost request for ten emulated minutes, the request counts as not accepted.
    const risk = hurried
      ? ' Emulated time runs faster than HeyGen. If an answer is lost, its row could be sent too early and paid for twice.'
      : '';
    return `Rendering with HeyGen, with the key in HEYGEN_API_KEY.${risk}`;
  }

  /** Renders the sheets one after another. Goes on to the next when all rows of one are at their end. */
  private async renderSheets(simulator: string | null): Promise<Ending> {
    const { home, steering, againOrder } = this;
    let startAt: number | null = null;
    for (const part of this.parts) {
      if (this.ending !== null) return this.ending;
      if (part.input.rows.length === 0) continue;
      this.last = part;
      const kept = this.parts.length === 1 ? null : keptSheet(part, againOrder);
      if (kept === null) {
        if (this.parts.length > 1) this.progress.say(whichSheet(part, this.parts.length));
        this.sheetRun = new SheetRun(part, {
          home,
          simulator,
          control: steering.memory,
          startAt,
          againOrder,
        });
        const ending = await this.sheetRun.toTheEnd((message) => this.hear(message, part));
        if (this.ending === null && ending.kind !== 'at-rest') this.ending = ending;
        startAt = Math.max(startAt ?? 0, this.emulatedNow);
      } else {
        this.progress.show({ Done: part.input.rows.length });
        if (this.order.jsonl) this.tellRows(finishedRows(kept.sheet, part.input.rows), part);
        startAt = Math.max(startAt ?? 0, kept.now);
      }
      this.progress.keep();
    }
    return this.ending ?? { kind: 'at-rest' };
  }

  private hear(message: Exclude<EngineMessage, { kind: 'end' }>, part: SheetPart): void {
    switch (message.kind) {
      case 'tell':
        this.progress.say(message.message);
        break;
      case 'complain':
        this.progress.wipe();
        console.error(message.message);
        break;
      case 'progress':
        this.emulatedNow = message.now;
        this.progress.show(message.statuses);
        break;
      case 'rows':
        this.tellRows(message.rows, part);
        break;
      case 'execution':
        this.tally.add(message.use);
        break;
      case 'money':
        for (const words of message.words) this.progress.say(words);
        this.tally.compare(message.compared);
        break;
      case 'ask':
        void this.decide(message.title, message.message);
    }
  }

  private tellRows(rows: readonly FinishedRow[], { input }: SheetPart): void {
    const lines = rows.map(
      ({ row, ...shown }) => `${JSON.stringify({ row: input.numberOf(row), ...shown })}\n`,
    );
    process.stdout.write(lines.join(''));
  }

  private async decide(title: string, message: string): Promise<void> {
    this.progress.say(`${title}\n${message}`);
    if (this.consent.kind === 'nothing-paid') this.progress.say('Yes: the simulator takes no money.');
    if (this.consent.kind === 'given') this.progress.say('Yes (--yes).');
    if (this.consent.kind === 'nobody') this.ending = { kind: 'nobody-to-ask' };
    if (this.consent.kind === 'nobody') this.steering.stop();
    else if (this.consent.kind !== 'asked') this.steering.answer(true);
    else {
      this.progress.hold(true);
      const yes = await askAtTerminal(title, () => this.interrupt());
      this.progress.hold(false);
      this.steering.answer(yes);
    }
  }

  /** Ctrl-C: lets the engine end, and kills it when that takes too long. The state survives a kill. */
  private interrupt(): void {
    if (this.ending?.kind === 'interrupted') {
      this.sheetRun?.kill();
      return;
    }
    this.ending = { kind: 'interrupted' };
    this.steering.stop();
    setTimeout(() => this.sheetRun?.kill(), GRACE_MS).unref();
  }

  private report(ending: Ending): number {
    const { order, input, parts, last } = this;
    const seconds = Math.round(performance.now() - this.begunAt) / 1000;
    return reportRun({ order, input, parts, ending, last, use: { ...this.tally.sums(), seconds } });
  }

  private serve(): Promise<void> {
    console.error('The links open as long as this runs. Press Ctrl-C to end.');
    return new Promise((resolve) => {
      process.once('SIGINT', () => resolve());
    });
  }
}

function whichSheet({ number, input }: SheetPart, sheets: number): string {
  const [first, last] = [input.numberOf(2), input.numberOf(input.csv.rows.length)];
  const counts = first === 2 ? '' : ', which it counts from 2';
  return `Sheet ${number} of ${sheets}: rows ${first} to ${last} of the CSV${counts}.`;
}
