import { Worker } from 'node:worker_threads';
import { startBuiltIn } from '../local/built-in-simulator.ts';
import { csvText } from '../local/csv.ts';
import { diskTrouble } from '../local/disk-trouble.ts';
import type { LaunchedSimulator } from '../simulator/launch.ts';
import { writeDurably } from '../simulator/state-file.ts';
import type { RenderOrder } from './arguments.ts';
import { askAtTerminal, type Consent, consentOf } from './consent.ts';
import { createSteering } from './control.ts';
import { endSheet } from './end-sheet.ts';
import { type Ending, exitCodeOf, wordsOf } from './ending.ts';
import { engineOrder, simulatedSlots } from './engine-order.ts';
import { type Grid, rendered } from './grid.ts';
import type { RenderInput } from './input.ts';
import type { EngineMessage } from './messages.ts';
import { Progress } from './progress.ts';
import { adviceOnChanged, countStatuses, rowResults, tableOfOthers } from './report.ts';
import { Tally } from './tally.ts';

/** How long the engine may take to end after Ctrl-C. It is safe to cut it short after that. */
const GRACE_MS = 2_000;

/** How often the bar on the terminal is redrawn. */
const TICK_MS = 500;

/** Exit code when the result could not be written, whatever became of the rows. */
const UNWRITTEN_CODE = 2;

/** One run of the command, on the thread that talks to the user: starts the engine, shows progress, writes the result. */
export class RenderRun {
  private readonly order: RenderOrder;
  private readonly input: RenderInput;
  /** Folder of the built files. */
  private readonly home: URL;
  private readonly simulated: boolean;
  private readonly consent: Consent;
  private readonly steering = createSteering();
  private readonly tally = new Tally();
  private readonly progress: Progress;
  private readonly begunAt = performance.now();
  private worker: Worker | null = null;
  private ending: Ending | null = null;

  constructor(order: RenderOrder, input: RenderInput, home: URL) {
    this.order = order;
    this.input = input;
    this.home = home;
    this.simulated = order.heygen.kind === 'simulator';
    const isTerminal = process.stdin.isTTY === true && process.stdout.isTTY === true;
    this.consent = consentOf(this.simulated, order.yes, isTerminal);
    this.progress = new Progress(process.stdout, input.rows.length, () => performance.now());
  }

  /** Resolves to the exit code when the result is written. */
  async toTheEnd(): Promise<number> {
    console.log(this.firstLine());
    const interrupt = (): void => this.interrupt();
    process.on('SIGINT', interrupt);
    process.on('SIGTERM', interrupt);
    const ticking = setInterval(() => this.progress.tick(), TICK_MS);
    let simulator: LaunchedSimulator | null = null;
    try {
      if (this.simulated) simulator = await this.startSimulator();
      const ending = await this.runEngine(simulator?.url ?? null);
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
        slots: simulatedSlots(this.input.rows.length),
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
    void this.worker?.terminate();
  }

  private firstLine(): string {
    const { heygen } = this.order;
    if (heygen.kind === 'simulator') {
      const slots = simulatedSlots(this.input.rows.length);
      return `No HEYGEN_API_KEY: rendering with the built-in simulator, ${slots} videos at a time (nothing is paid, time runs fast).`;
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

  private runEngine(simulator: string | null): Promise<Ending> {
    if (this.ending !== null) return Promise.resolve(this.ending);
    const { order, input, home, steering } = this;
    const workerData = engineOrder(order, input, home, simulator, steering.memory);
    return new Promise((resolve, reject) => {
      const worker = new Worker(new URL('engine.js', this.home), { workerData });
      this.worker = worker;
      worker.on('message', (message: EngineMessage) => this.hear(message));
      worker.once('error', reject);
      worker.once('exit', () => resolve(this.ending ?? { kind: 'interrupted' }));
    });
  }

  private hear(message: EngineMessage): void {
    switch (message.kind) {
      case 'tell':
        this.progress.say(message.message);
        break;
      case 'complain':
        this.progress.wipe();
        console.error(message.message);
        break;
      case 'progress':
        this.progress.show(message.statuses);
        break;
      case 'execution':
        this.tally.add(message.use);
        break;
      case 'end':
        this.ending ??= message.end;
        // Its thread waits and does not end by itself.
        if (message.end.kind === 'unsaved') void this.worker?.terminate();
        break;
      case 'ask':
        void this.decide(message.title, message.message);
    }
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
      void this.worker?.terminate();
      return;
    }
    this.ending = { kind: 'interrupted' };
    this.steering.stop();
    setTimeout(() => void this.worker?.terminate(), GRACE_MS).unref();
  }

  /** Writes the result, prints what became of the rows, and returns the exit code. */
  private report(ending: Ending): number {
    const { sheet: last, damage } = endSheet(this.order, this.input);
    // A state that cannot be used has no result of this run, but a damaged one holds what can be saved.
    const sheet = ending.kind === 'unusable-state' && damage === '' ? null : last;
    const results = rowResults(sheet ?? [], this.input.rows);
    const counts = countStatuses(results);
    const unwritten = sheet === null ? '' : this.writeResult(sheet);
    if (sheet !== null) {
      const place = unwritten === '' ? ` Written to ${this.order.out}` : '';
      console.log(
        `${counts.done} of ${counts.rows} ${counts.rows === 1 ? 'row is' : 'rows are'} done.${place}`,
      );
    }
    const table = tableOfOthers(results, process.stderr.columns || 100);
    if (table !== '' && (ending.kind === 'at-rest' || ending.kind === 'stopped')) console.error(table);
    const advice = ending.kind === 'at-rest' ? adviceOnChanged(results) : '';
    for (const words of [damage || wordsOf(ending, this.order), advice, unwritten]) {
      if (words !== '') console.error(words);
    }
    if (this.simulated && counts.done > 0 && !this.order.serve) {
      console.log('The videos are simulated: run the same command with --serve to open their links.');
    }
    if (this.order.json) {
      const seconds = Math.round(performance.now() - this.begunAt) / 1000;
      console.log(JSON.stringify({ ...counts, ...this.tally.sums(), seconds }));
    }
    return unwritten === '' ? exitCodeOf(ending, counts) : UNWRITTEN_CODE;
  }

  /** Why the result could not be written; '' when it was. */
  private writeResult(sheet: Grid): string {
    const { out, state } = this.order;
    const { csv } = this.input;
    try {
      writeDurably(out, csvText(rendered(csv.rows, sheet), csv));
      return '';
    } catch (error) {
      const reason = diskTrouble(error);
      if (reason === null) throw error;
      return `${out} could not be written: ${reason}. What was rendered is kept in ${state}: make room, then run the same command again.`;
    }
  }

  private serve(): Promise<void> {
    console.error('The links open as long as this runs. Press Ctrl-C to end.');
    return new Promise((resolve) => {
      process.once('SIGINT', () => resolve());
    });
  }
}
