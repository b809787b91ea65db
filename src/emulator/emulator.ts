import type { Account } from './account.ts';
import { createAccount } from './account.ts';
import type { AuthMode } from './authority.ts';
import type { Clock } from './clock.ts';
import { createDocument, type Document } from './document.ts';
import type { EmulatorOptions, SpreadsheetOptions } from './emulator-options.ts';
import type { Execution, RunOptions } from './execution.ts';
import type { Schedule } from './interleave.ts';
import { interleaveRuns } from './interleave.ts';
import { type Language, sentence, speaking } from './refusals/refused.ts';
import type { PageReply, PageRequest } from './script-run.ts';
import { formRefusal, sendable } from './script-run.ts';
import type { Plain } from './service.ts';
import type { Quota } from './services/daily-quotas.ts';
import type { SentMail } from './services/mail-service.ts';
import type { Trigger } from './services/trigger-service.ts';
import type { UiService } from './services/ui-service.ts';
import type { DurableParts, InterruptedExecution } from './snapshot.ts';
import { applySnapshot, takeSnapshot } from './snapshot.ts';
import type { SpreadsheetUser } from './spreadsheet/spreadsheet-user.ts';
import type { TriggerRunOptions } from './trigger-runs.ts';
import { fireDue } from './trigger-runs.ts';

/** One function to run among others. */
export interface InterleavedRun extends RunOptions {
  readonly functionName: string;
  /** Another document of the same account to run it in. */
  readonly on?: Emulator;
}

/** How a call of a page runs. */
export interface ServeOptions extends Omit<RunOptions, 'kind' | 'args'> {
  /**
   * The browser is signed in to several Google accounts, and Google takes the page for another one's: it refuses
   * the call. (It may also run it as the other account: that is `user`.)
   */
  readonly otherAccount?: boolean;
}

/** Apps Script on this machine: a spreadsheet with an add-on in it, and other documents of its users if wanted. */
export interface Emulator {
  /** The user's hands on the spreadsheet. */
  readonly person: SpreadsheetUser;
  readonly clock: Clock;
  /**
   * Another spreadsheet in which the same users have the same add-on. It has its own sheets, lock, properties and
   * user interface, and shares everything else. Only a published add-on has several.
   */
  addDocument(options?: SpreadsheetOptions): Emulator;
  /** The menus, sidebar, toasts and dialogs that the user sees. */
  readonly ui: Pick<UiService, 'menus' | 'sidebar' | 'closeSidebar' | 'pages' | 'toasts' | 'dialogs'>;
  /** Opens the document, which runs `onOpen`; LIMITED by default. */
  open(options?: { readonly authMode?: AuthMode; readonly user?: string }): Execution;
  /** Runs one function to its end, its kill or its error. The record says which. */
  run(functionName: string, options: RunOptions): Execution;
  /** Runs several, switching between their platform calls. The records are in the order of `runs`. */
  interleave(runs: readonly InterleavedRun[], schedule: Schedule): readonly Execution[];
  /** Plays `google.script.run`. `execution` is null when the call never left the page. */
  serve(
    request: PageRequest,
    options?: ServeOptions,
  ): { readonly reply: PageReply; readonly execution: Execution | null };
  /** Runs every trigger that is due now, in its document and as the user who made it. */
  fireDueTriggers(options?: TriggerRunOptions): readonly Execution[];
  /** Runs `onEdit` for every edit by hand that still waits for it, even while another execution is under way. */
  runLateEdits(options?: TriggerRunOptions): readonly Execution[];
  /** When the next trigger fires, in whichever document; null when none will. */
  nextTriggerAt(): number | null;
  /** Those of all users and documents. */
  triggers(): readonly Trigger[];
  /** Google disables all triggers, or they silently stop: scripts still see them, but they never fire again. */
  stopTriggers(): void;
  /** How much of a quota the user has used today. */
  used(quota: Quota, user?: string): number;
  /** The mails that have left, the first of them first. */
  mails(): readonly SentMail[];
  /** From now on the user grants only these scopes. */
  grant(scopes: readonly string[]): void;
  /** From now on the users speak this language. */
  speak(language: Language): void;
  /** Somebody else holds the lock (`document`, `script`, `user:<address>`) for so many ms. */
  holdLock(key: string, ms: number): void;
  /** Everything durable of all documents, as JSON. It holds user properties, so it may hold secrets. */
  snapshot(): Plain;
  restore(snapshot: Plain): void;
  /** The executions that the restored snapshot caught under way. */
  interrupted(): readonly InterruptedExecution[];
  /** Closes the transport. */
  close(): void;
}

export function createEmulator(options: EmulatorOptions): Emulator {
  const account = createAccount(options);
  const first = createDocument(account, 'document', options.spreadsheet ?? {});
  return emulatorOf({ account, documents: [first], byEmulator: new WeakMap(), interrupted: [] }, first);
}

/** The documents of one account, the first of them first. */
interface Desktop {
  readonly account: Account;
  readonly documents: Document[];
  readonly byEmulator: WeakMap<Emulator, Document>;
  interrupted: readonly InterruptedExecution[];
}

function emulatorOf(desktop: Desktop, document: Document): Emulator {
  const { account, documents, byEmulator } = desktop;
  const { options, language, locks, triggers, quotas, authority, defaultUser } = account;
  const { clock, mode = 'bound' } = options;
  const { start, edits } = document;
  const durable = (): DurableParts => ({
    clock,
    random: account.random,
    quotas,
    services: account.services,
    documents: documents.map(({ services }) => services),
  });
  const documentOf = (key: string): Document => {
    const found = documents.find((one) => one.key === key);
    if (found === undefined)
      throw new Error(`A trigger belongs to "${key}", which is not open: add the document.`);
    return found;
  };

  const emulator: Emulator = {
    person: document.person,
    clock,
    ui: document.ui,
    addDocument: (spreadsheet = {}) => {
      if (mode === 'bound') throw new Error('A script that is bound to a spreadsheet has no other document.');
      const number = documents.length + 1;
      const id = `${number}EmulatedSpreadsheet`.padEnd(44, '0');
      const added = createDocument(account, `document ${number}`, { id, ...spreadsheet });
      documents.push(added);
      return emulatorOf(desktop, added);
    },
    open: (how = {}) => start('onOpen', { kind: 'open', ...how }, {}),
    run: (functionName, run) => start(functionName, run, run.kind === 'open' ? {} : null),
    interleave: (runs, schedule) => {
      const begun = runs.map(({ on = emulator, functionName, ...run }) => {
        const { machine } = byEmulator.get(on) ?? document;
        return { machine, begun: machine.begin(functionName, run, null) };
      });
      const executions = interleaveRuns(clock, locks, begun, schedule).map(account.told);
      for (const one of documents) one.edits.settle();
      return executions;
    },
    serve: (request, { otherAccount = false, ...how } = {}) => {
      if (otherAccount) {
        const error = speaking(language(), () => sentence('permissionDenied'));
        return { reply: { ok: false, error }, execution: null };
      }
      const sent = sendable(request.args);
      if (!sent.ok) return { reply: sent, execution: null };
      const refusal = formRefusal(request);
      if (refusal !== null) return { reply: { ok: false, error: refusal }, execution: null };
      const { functionName, args, form } = request;
      const passed = form === undefined ? { args } : { form };
      const execution = start(functionName, { ...how, kind: 'sidebar', ...passed }, null);
      return { reply: speaking(language(), () => replyOf(execution)), execution };
    },
    fireDueTriggers: (how = {}) =>
      speaking(language(), () =>
        fireDue(
          triggers,
          quotas,
          options.account ?? 'consumer',
          clock,
          ({ document: key, functionName, user }, run, event) =>
            documentOf(key).start(functionName, { ...run, kind: 'trigger', user }, event),
          how,
        ),
      ),
    runLateEdits: (how = {}) => edits.runLate(how),
    nextTriggerAt: triggers.nextAt,
    triggers: triggers.all,
    stopTriggers: triggers.stopAll,
    used: (quota, user = defaultUser) => quotas.used(quota, user),
    mails: account.mail.sent,
    grant: authority.grant,
    speak: account.speak,
    holdLock: (key, ms) => locks.holdFromOutside(key === 'document' ? document.key : key, clock.now() + ms),
    snapshot: () => takeSnapshot(durable(), account.executions.running()),
    restore: (snapshot) => {
      for (const one of documents) one.edits.forget();
      desktop.interrupted = applySnapshot(durable(), snapshot);
    },
    interrupted: () => desktop.interrupted,
    close: options.transport.close,
  };
  byEmulator.set(emulator, document);
  return emulator;
}

function replyOf(execution: Execution): PageReply {
  if (execution.outcome === 'returned') return { ok: true, value: execution.value };
  return { ok: false, error: execution.error?.message ?? sentence('timeUp') };
}
