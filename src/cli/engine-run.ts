import type { Emulator } from '../emulator/emulator.ts';
import type { Execution } from '../emulator/execution.ts';
import { diskTrouble } from '../local/disk-trouble.ts';
import { AccountVerdict } from './account-verdict.ts';
import { beginAgain, earlierRuns, replacedRuns, stillToReplace } from './again.ts';
import { type ChosenRows, chooseRows } from './chosen-rows.ts';
import type { Steered } from './control.ts';
import { answerTo } from './dialog-answers.ts';
import { Garbage } from './garbage.ts';
import { layOut } from './lay-out.ts';
import type { EngineEnd, EngineMessage, EngineOrder } from './messages.ts';
import { moneyReport } from './money-report.ts';
import { operationOf } from './operations.ts';
import { queuedCodes } from './queued-codes.ts';
import { otherKind, settingsRefused } from './remarks.ts';
import { rowRanges } from './row-spans.ts';
import { RowWatch } from './row-watch.ts';
import { itemFor, unapproved } from './sample.ts';
import { readSavedRun, type SavedRun, TAB } from './saved-run.ts';
import { selectedRows } from './selected-rows.ts';
import { setForSheet } from './sheet-words.ts';
import { openWorkbench, type Workbench } from './workbench.ts';

/** The command gives up when this many runs of the trigger have failed in a row. */
const PATIENCE = 5;

/** How often progress is counted during an execution. Counting the rows of a large sheet takes time. */
const PROGRESS_EVERY_MS = 250;

const HOUR_MS = 3_600_000;

/**
 * One whole run, as a user of the sheet would do it: open the file, set the key, select the rows, press Render, and
 * wait for the trigger until every row is at its end or needs the user.
 */
export function runEngine(
  order: EngineOrder,
  steered: Steered,
  send: (message: EngineMessage) => void,
): EngineEnd {
  const saved = readSavedRun(order.state);
  if (!saved.ok) return { kind: 'unusable-state', message: saved.failure.message };
  const kept = saved.value;
  if (kept !== null && (kept.heygen === 'simulator') !== (order.heygen === 'simulator')) {
    return { kind: 'unusable-state', message: otherKind(order, kept) };
  }
  const run = new EngineRun(order, kept, steered, send);
  try {
    return run.toTheEnd();
  } finally {
    run.close();
  }
}

class EngineRun {
  private readonly order: EngineOrder;
  private readonly kept: SavedRun | null;
  private readonly steered: Steered;
  private readonly send: (message: EngineMessage) => void;
  private readonly bench: Workbench;
  private readonly emulator: Emulator;
  private readonly rows: readonly number[];
  private readonly watch: RowWatch;
  private readonly verdict = new AccountVerdict();
  private readonly garbage = new Garbage();

  constructor(
    order: EngineOrder,
    kept: SavedRun | null,
    steered: Steered,
    send: (message: EngineMessage) => void,
  ) {
    this.order = order;
    this.kept = kept;
    this.steered = steered;
    this.send = send;
    this.rows = selectedRows(order.csv, order.rows);
    this.bench = openWorkbench(order, kept, {
      answer: (dialog) => answerTo(dialog, order, steered, send),
      saved: () => this.watch.tell(PROGRESS_EVERY_MS),
      unsaved: (error) => this.endUnsaved(error),
      execution: (execution) => this.hear(execution),
    });
    this.emulator = this.bench.emulator;
    this.watch = new RowWatch(this.emulator, this.rows, order, send);
  }

  toTheEnd(): EngineEnd {
    for (const remark of layOut(this.bench, this.order, this.kept !== null, this.rows)) this.say(remark);
    this.emulator.open();
    const connected = this.press('setHeyGenKey');
    if (connected.fetches.length === 0) return { kind: 'unusable-key' };
    if (connected.fetches.at(-1)?.status === 401) return { kind: 'stopped', httpStatus: 401 };
    const unset = setForSheet(this.bench, this.order, this.kept !== null);
    if (unset !== '') return { kind: 'unusable-state', message: settingsRefused(this.order, unset) };
    this.verdict.keyIsSet();
    const { usual, remarks } = this.chosenRows();
    for (const remark of remarks) this.say(remark);
    const refused = unapproved(this.bench, this.order);
    if (refused !== '') this.say(refused);
    if (refused !== '') return { kind: 'at-rest' };
    const pressed = this.render(itemFor(this.order), usual);
    pressed.push(...this.render('renderSelectedRowsAgain', stillToReplace(this.bench, this.order)));
    if (pressed.length === 0) return { kind: 'at-rest' };
    if (pressed.every((execution) => this.isForgotten(execution))) this.press('checkForFinishedVideos');
    return this.follow();
  }

  /** Selects rows and renders them, when there are any. */
  private render(
    functionName: ReturnType<typeof itemFor> | 'renderSelectedRowsAgain',
    rows: readonly number[],
  ): Execution[] {
    if (rows.length === 0 || this.steered.isStopped()) return [];
    this.bench.atOnce(() => this.emulator.person.select(TAB, rowRanges(rows)));
    const pressed = this.press(functionName);
    // The question looks at the balance too, and that says nothing about credit.
    if (pressed.fetches.every(({ method }) => method === 'GET')) this.verdict.keyIsSet();
    return [pressed];
  }

  /**
   * An earlier run may have been killed before it made the trigger, or have ended without credit. Render then skips its
   * rows because they are under way, although nothing moves them.
   */
  private isForgotten(rendered: Execution): boolean {
    const { Queued = 0, Done } = this.watch.counts();
    if (this.kept === null || (this.emulator.nextTriggerAt() !== null && Queued === 0)) return false;
    // A row of `--again` still shows its old video while the new one is written ahead.
    return (
      (Done !== this.rows.length || replacedRuns(this.bench, this.order) !== null) &&
      !rendered.fetches.some(({ method }) => method === 'POST')
    );
  }

  close(): void {
    this.bench.close();
  }

  private chosenRows(): ChosenRows {
    const { bench, order } = this;
    const sheet = this.emulator.person.displayValues(TAB);
    beginAgain(bench, order, sheet);
    return chooseRows(sheet, this.rows, order.again, earlierRuns(bench, order));
  }

  /** Fires the trigger again and again. Emulated time jumps to it; real time passes as the user chose. */
  private follow(): EngineEnd {
    const { clock } = this.emulator;
    let failures = 0;
    let startedAt = Date.now();
    while (failures < PATIENCE && !this.verdict.unreachable()) {
      const next = this.emulator.nextTriggerAt();
      if (next === null) break;
      this.watch.tell(0);
      this.steered.wait(startedAt + this.order.triggerMs - Date.now());
      if (this.steered.isStopped()) return { kind: 'interrupted' };
      // The add-on waits for a top-up; a command ends and says so.
      if (this.verdict.waitsForCredit(this.watch.counts())) break;
      startedAt = Date.now();
      clock.moveTo(next);
      for (const run of this.emulator.fireDueTriggers()) {
        // The triggers' run time for today is used up: nothing runs before tomorrow.
        const refused = run.counts.total === 0 && run.outcome === 'threw';
        if (refused) clock.advance(HOUR_MS);
        failures = run.outcome === 'returned' || refused ? 0 : failures + 1;
      }
      this.garbage.tidy();
    }
    this.watch.tell(0);
    const money = moneyReport(this.emulator);
    if (money !== null) this.send({ kind: 'money', ...money });
    if (this.steered.isStopped()) return { kind: 'interrupted' };
    if (this.verdict.unreachable()) return { kind: 'unreachable' };
    const httpStatus = this.verdict.stoppedBy(this.watch.counts(), queuedCodes(this.emulator.person));
    return httpStatus === 0 ? { kind: 'at-rest' } : { kind: 'stopped', httpStatus };
  }

  /** Chooses an item of the menu, by its function. */
  private press(functionName: string): Execution {
    const { ui } = this.emulator;
    const before = ui.toasts().length;
    const execution = this.emulator.run(functionName, { kind: 'menu' });
    this.garbage.tidy();
    for (const toast of ui.toasts().slice(before)) this.say(toast.message);
    return execution;
  }

  private hear(execution: Execution): void {
    this.verdict.hear(execution.fetches);
    const operations = execution.fetches.map(({ method, url }) => operationOf(method, url));
    const sheetCalls = execution.counts.services.sheets ?? 0;
    this.send({ kind: 'execution', use: { sheetCalls, operations } });
    const { functionName, outcome, reason, error } = execution;
    for (const { level, text } of execution.logs) {
      if (level === 'warn' || level === 'error') this.say(text);
    }
    if (outcome === 'killed') {
      const limit = reason === 'thirty-seconds' ? '30 seconds' : 'six minutes';
      this.complain(
        `${functionName} was ended by the platform after ${limit}. The run goes on with the next trigger.`,
      );
    }
    if (outcome === 'threw') {
      this.complain(`${functionName} failed: ${error?.stack || error?.message || 'no reason was given'}`);
    }
    this.watch.tell(0);
  }

  /** Stops without throwing: the script could catch an error and go on. */
  private endUnsaved(error: unknown): never {
    const reason = diskTrouble(error);
    if (reason === null) throw error;
    const message = `${this.order.state} could not be written: ${reason}. Nothing was sent after that. Make room, then run the same command again: it goes on where it was.`;
    this.send({ kind: 'end', end: { kind: 'unsaved', message } });
    return this.steered.rest();
  }

  private say(message: string): void {
    this.send({ kind: 'tell', message });
  }

  private complain(message: string): void {
    this.send({ kind: 'complain', message });
  }
}
