import { loadBundle } from '../../emulator/bundle.ts';
import { createEmulator, type Emulator } from '../../emulator/emulator.ts';
import type { Execution, RunOptions } from '../../emulator/execution.ts';
import { readManifest } from '../../emulator/manifest.ts';
import { createPageCalls, type PageCalls } from '../../emulator/page-calls.ts';
import type { PageReply, PageRequest } from '../../emulator/script-run.ts';
import { createSeededRandom } from '../../emulator/seeded-random.ts';
import type { Menu } from '../../emulator/services/ui-service.ts';
import { a1Notation } from '../../emulator/spreadsheet/a1.ts';
import { createHttpTransport } from '../../emulator/transport/http.ts';
import type { WorldView } from '../page-state.ts';
import type { UserAction } from '../user-actions.ts';
import { applyToSheet, filterSheet, MOVES_ROWS } from './apply-user-action.ts';
import { GoogleDays } from './google-days.ts';
import { logEntry } from './log-entry.ts';
import type { ActResult, EngineOrder } from './messages.ts';
import { sheetName, sidebarOpener } from './opening.ts';
import { readSavedWorld, type WorldJournal, worldJournal } from './saved-world.ts';
import { SessionShow, type SessionWindow } from './session-show.ts';
import { WorldClock } from './world-clock.ts';

/** The emulator with the built add-on, its one user, and the time. */
export class EmulatorSession {
  readonly #order: EngineOrder;
  readonly #window: SessionWindow;
  readonly #time: WorldClock;
  readonly #emulator: Emulator;
  readonly #calls: PageCalls;
  readonly #days: GoogleDays;
  readonly #show: SessionShow;
  readonly #journal: WorldJournal;
  #menus: readonly Menu[] = [];
  #killAtCall: number | null = null;
  /** How many calls to Google the page's last call has made. */
  #callsOfLast = 0;
  /** Unsaved changes, and changes that the page has not seen. */
  #dirty = { file: false, view: true };

  constructor(order: EngineOrder, window: SessionWindow) {
    this.#order = order;
    this.#window = window;
    this.#time = new WorldClock(order.simulated);
    this.#journal = worldJournal(order.stateFile, order.simulated);
    const transport = createHttpTransport({ clockHeader: order.simulated });
    const bundle = loadBundle(order.addOn);
    this.#emulator = createEmulator({
      bundle,
      clock: this.#time.clock,
      mode: order.mode,
      addonTriggerDocument: 'document',
      addonName: 'Reelmerge',
      translation: { mangles: 0 },
      hosts: { 'https://api.heygen.com': order.origin },
      spreadsheet: { name: order.title },
      transport: {
        ...transport,
        send: (requests, now) => {
          // What the ledger says about a request must be on disk before the request leaves.
          this.#save();
          this.#showBook();
          return transport.send(requests, now);
        },
      },
      answer: (dialog) => {
        this.refresh();
        const answer = window.answer(dialog);
        // At sixty times the speed nobody could read a dialog within an execution's six minutes.
        this.#time.skip();
        return answer;
      },
      onDurable: () => {
        this.#dirty = { file: true, view: true };
      },
      onExecution: (execution) => this.#report(execution),
    });
    this.#show = new SessionShow(this.#emulator, window);
    this.#days = new GoogleDays(this.#emulator, readManifest(bundle.manifest).oauthScopes ?? []);
    this.#calls = createPageCalls((request) => this.#serve(request), createSeededRandom(7));
  }

  /** Opens the document as it was left, or else the first sheet, with the sidebar beside it. */
  open(): void {
    const { stateFile, title, rows } = this.#order;
    const saved = readSavedWorld(stateFile, title);
    const { person } = this.#emulator;
    if (saved === null) {
      const first = person.sheets()[0]?.name ?? '';
      person.load(first, rows);
      person.renameSheet(first, sheetName(title));
      person.select(sheetName(title), ['A2']);
    } else {
      this.#emulator.restore(saved.emulator);
      this.#days.clearTraces();
    }
    this.#emulator.open();
    this.#menus = this.#emulator.ui.menus();
    this.#window.tell({ kind: 'menus', menus: this.#menus });
    const opener = sidebarOpener(this.#menus.flatMap(({ entries }) => entries));
    if (opener !== null) this.#run(opener);
    this.#save();
    this.refresh();
  }

  act(act: UserAction): ActResult {
    this.#time.tick();
    try {
      this.#perform(act);
      return { ok: true };
    } catch (error) {
      // The emulator refuses what a spreadsheet refuses: deleting the last row, a name that is taken.
      return { ok: false, message: error instanceof Error ? error.message : String(error) };
    } finally {
      this.#time.skip();
      // The user waits to see it, and not for the disk.
      this.refresh();
      this.#save();
    }
  }

  /** `waitMs`: for how long the page must still wait for the reply, in real time. */
  call(request: PageRequest, settle: (reply: PageReply, waitMs: number) => void): void {
    this.#calls.submit(request, (reply) => settle(reply, this.#days.pace.callMs * this.#callsOfLast));
  }

  /** How long an action takes to begin, in real time. */
  startUpMs(act?: UserAction): number {
    return act === undefined || act.kind === 'menu' ? this.#days.pace.startUpMs : 0;
  }

  /** Runs a waiting call of the page, or a trigger that is due. True when something ran. */
  work(): boolean {
    this.#time.tick();
    const next = this.#emulator.nextTriggerAt();
    const due = next !== null && next <= this.#time.now();
    const ran = this.#calls.settleOne() || (due && this.#emulator.fireDueTriggers(this.#fate()).length > 0);
    if (!ran) return false;
    this.#time.skip();
    this.#save();
    this.refresh();
    return true;
  }

  refresh(): void {
    this.#showBook();
    this.#show.desk();
    this.#window.tell({ kind: 'world', world: this.#world() });
  }

  close(): void {
    this.#save();
    this.#journal.close();
    this.#emulator.close();
  }

  #perform(act: UserAction): void {
    const { person, ui } = this.#emulator;
    switch (act.kind) {
      case 'menu':
        this.#run(act.functionName);
        return;
      case 'close-sidebar':
        ui.closeSidebar();
        return;
      case 'speed':
        this.#time.setSpeed(act.speed);
        return;
      case 'google-days':
        this.#days.set(act.days);
        this.#dirty.view = true;
        return;
      case 'language':
        this.#days.speak(act.language);
        return;
      case 'kill':
        this.#killAtCall = act.atCall;
        return;
      case 'run-trigger': {
        const next = this.#emulator.nextTriggerAt();
        if (next === null) throw new Error('There is no trigger yet. The first video that renders sets one.');
        this.#time.clock.moveTo(Math.max(next, this.#time.now()));
        this.#emulator.fireDueTriggers(this.#fate());
        return;
      }
      case 'filter':
        filterSheet(person, act);
        return;
      default:
        applyToSheet(person, act, this.#show.shownBook);
        if (MOVES_ROWS.includes(act.kind)) this.#selectAgain();
    }
  }

  /** When rows come or go, Sheets keeps the selection at its place, whatever is there now. */
  #selectAgain(): void {
    const { person } = this.#emulator;
    const sheet = person.sheets().find(({ gid }) => gid === this.#show.shownBook.active);
    const rects = this.#show.shownBook.selection?.filter(({ row }) => row <= (sheet?.maxRows ?? 0)) ?? [];
    if (sheet !== undefined && rects.length > 0) person.select(sheet.name, rects.map(a1Notation));
  }

  #run(functionName: string): Execution {
    return this.#emulator.run(functionName, { kind: 'menu', ...this.#fate() });
  }

  #serve(request: PageRequest): PageReply {
    const how = { ...this.#fate(), otherAccount: this.#days.has('accounts') };
    const { reply, execution } = this.#emulator.serve(request, how);
    this.#callsOfLast = execution?.calls.length ?? 0;
    return reply;
  }

  #fate(): Pick<RunOptions, 'killAtCall' | 'fetchesBeforeKill'> {
    this.#days.beforeExecution();
    return this.#killAtCall === null ? {} : { killAtCall: this.#killAtCall, fetchesBeforeKill: 1 };
  }

  #report(execution: Execution): void {
    const { outcome, reason, error, kind } = execution;
    if (reason === 'told') this.#killAtCall = null;
    const entry = logEntry(execution);
    if (entry !== null) this.#window.tell({ kind: 'log', entries: [entry] });
    if (outcome === 'returned' || kind !== 'menu') return;
    const message = outcome === 'killed' ? 'Exceeded maximum execution time' : (error?.message ?? '');
    const toast = { title: 'Script error', message, seconds: 10, tone: 'bad' as const };
    this.#window.tell({ kind: 'toast', toast });
  }

  #showBook(): void {
    if (!this.#dirty.view) return;
    this.#dirty.view = false;
    this.#show.book(this.#time.now());
  }

  #save(): void {
    if (!this.#dirty.file) return;
    this.#dirty.file = false;
    this.#journal.save({ title: this.#order.title, emulator: this.#emulator.snapshot() });
  }

  #world(): WorldView {
    return {
      now: this.#time.now(),
      speed: this.#time.speed,
      nextTriggerAt: this.#emulator.nextTriggerAt(),
      killAtCall: this.#killAtCall,
      googleDays: this.#days.on,
      language: this.#days.language,
    };
  }
}
