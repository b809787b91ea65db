import type { AuthMode } from './authority.ts';
import { createAuthority } from './authority.ts';
import { compileBundle } from './bundle.ts';
import type { LineHost } from './call-line.ts';
import type { Clock } from './clock.ts';
import { createCustomFunctions, FIRST_CELL_EXECUTION } from './custom-functions.ts';
import { createEditRuns } from './edit-runs.ts';
import type { EmulatorOptions } from './emulator-options.ts';
import type { Execution, ExecutionContext, RunOptions } from './execution.ts';
import type { TriggerEvent } from './facade/globals.ts';
import type { Schedule } from './interleave.ts';
import { interleaveRuns } from './interleave.ts';
import type { Machine, MachineParts } from './machine.ts';
import { createMachine } from './machine.ts';
import { sentence, speaking } from './refusals/refused.ts';
import type { PageReply, PageRequest } from './script-run.ts';
import { formRefusal, sendable } from './script-run.ts';
import { createSeededRandom, uuidFrom } from './seeded-random.ts';
import type { ExecutionId, Plain, Service } from './service.ts';
import { createCacheService } from './services/cache-service.ts';
import { createDailyQuotas, type Quota } from './services/daily-quotas.ts';
import { createBurstGuard } from './services/fetch-burst.ts';
import { createFetchService } from './services/fetch-service.ts';
import { createHostMap } from './services/host-map.ts';
import { createLockTable } from './services/lock-table.ts';
import { createPropertiesService } from './services/properties-service.ts';
import { createSessionService } from './services/session-service.ts';
import type { Trigger } from './services/trigger-service.ts';
import { createTriggerService } from './services/trigger-service.ts';
import type { UiService } from './services/ui-service.ts';
import { createUiService } from './services/ui-service.ts';
import type { InterruptedExecution } from './snapshot.ts';
import { applySnapshot, takeSnapshot } from './snapshot.ts';
import { createSoloGate } from './solo-gate.ts';
import { habitsOf } from './spreadsheet/sheet-habits.ts';
import { SpreadsheetService } from './spreadsheet/spreadsheet-service.ts';
import { SpreadsheetUser } from './spreadsheet/spreadsheet-user.ts';
import { createSwitchboard } from './switchboard.ts';
import type { TriggerRunOptions } from './trigger-runs.ts';
import { fireDue } from './trigger-runs.ts';

/** One function to run among others. */
export interface InterleavedRun extends RunOptions {
  readonly functionName: string;
}

/** Apps Script on this machine: one spreadsheet with one add-on in it. */
export interface Emulator {
  /** The user's hands on the spreadsheet. */
  readonly person: SpreadsheetUser;
  readonly clock: Clock;
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
    options?: Omit<RunOptions, 'kind' | 'args'>,
  ): { readonly reply: PageReply; readonly execution: Execution | null };
  /** Runs every trigger that is due now, as the user who made it. */
  fireDueTriggers(options?: TriggerRunOptions): readonly Execution[];
  /** Runs `onEdit` for every edit by hand that still waits for it, even while another execution is under way. */
  runLateEdits(options?: TriggerRunOptions): readonly Execution[];
  /** When the next trigger fires; null when none will. */
  nextTriggerAt(): number | null;
  triggers(): readonly Trigger[];
  /** Google disables all triggers, or they silently stop: scripts still see them, but they never fire again. */
  stopTriggers(): void;
  /** How much of a quota the user has used today. */
  used(quota: Quota, user?: string): number;
  /** From now on the user grants only these scopes. */
  grant(scopes: readonly string[]): void;
  /** Somebody else holds the lock (`document`, `script`, `user:<address>`) for so many ms. */
  holdLock(key: string, ms: number): void;
  /** Everything durable, as JSON. It holds user properties, so it may hold secrets. */
  snapshot(): Plain;
  restore(snapshot: Plain): void;
  /** The executions that the restored snapshot caught under way. */
  interrupted(): readonly InterruptedExecution[];
  /** Closes the transport. */
  close(): void;
}

export function createEmulator(options: EmulatorOptions): Emulator {
  const { clock, transport } = options;
  const [mode, account] = [options.mode ?? 'bound', options.account ?? 'consumer'];
  const language = options.language ?? 'en';
  const bundle = compileBundle(options.bundle);
  const { manifest } = bundle;
  const random = createSeededRandom(options.seed ?? 1);
  const onDurable = (): void => options.onDurable?.();
  const contextOf = (id: ExecutionId): ExecutionContext =>
    (id < FIRST_CELL_EXECUTION ? machine : functions).contextOf(id);
  const authority = createAuthority(manifest.oauthScopes, options.grantedScopes ?? null);
  const quotas = createDailyQuotas(clock);
  const locks = createLockTable(clock.now);

  const sheets = new SpreadsheetService({
    ...habitsOf(options),
    ...options.spreadsheet,
    timeZone: manifest.timeZone,
    now: clock.now,
    functions: { knows: (name) => functions.knows(name), call: (name, args) => functions.call(name, args) },
  });
  sheets.onDurable(onDurable);
  const triggers = createTriggerService(mode, clock, contextOf, () => uuidFrom(random.next), onDurable);
  const ui = createUiService(options.answer ?? unanswered, contextOf);
  const fetches = createFetchService({
    clock,
    random,
    quotas,
    burst: createBurstGuard(options.fetchBurst ?? null),
    account,
    transport,
    hosts: createHostMap(options.hosts ?? {}),
    whitelist: manifest.urlFetchWhitelist,
    contextOf,
  });
  const services: Readonly<Record<string, Service>> = {
    sheets,
    properties: createPropertiesService({ quotas, account, contextOf, onDurable }),
    cache: createCacheService(clock, random, options.cacheForgets ?? 0),
    triggers,
    fetch: fetches,
    ui,
    session: createSessionService(manifest.timeZone, language, contextOf),
  };
  const durable = { clock, random, quotas, services };

  const hostOn = (on: Clock): LineHost =>
    createSwitchboard({
      clock: on,
      random,
      authority,
      locks,
      services,
      neverUnderALock: options.neverUnderALock ?? [],
    });
  const parts: Omit<MachineParts, 'host'> = {
    bundle,
    clock,
    authority,
    locks,
    sheets,
    fetches,
    documentAccess: ({ kind }) => {
      if (options.container === false) return 'null';
      return kind === 'trigger' && mode !== 'bound'
        ? (options.addonTriggerDocument ?? 'document')
        : 'document';
    },
    fullyGranted: () => (manifest.oauthScopes ?? []).every((scope) => authority.granted().includes(scope)),
    addonName: options.addonName ?? 'Add-on',
    defaultUser: options.user ?? 'anna@example.com',
    language,
    startUpMs: options.startUpMs ?? 1_000,
  };
  const machine: Machine = createMachine({ ...parts, host: hostOn(clock) });
  const functions = createCustomFunctions(parts, hostOn, (execution) => told(execution));
  const solo = createSoloGate(clock, locks);
  let interrupted: readonly InterruptedExecution[] = [];

  const told = (execution: Execution): Execution => {
    options.onExecution?.(execution);
    return execution;
  };
  const runAlone = (name: string, run: RunOptions, event: TriggerEvent | null): Execution => {
    const execution = machine.resume(machine.begin(name, run, event), solo);
    if (execution === null) throw new Error('An execution that runs alone cannot be suspended.');
    return told(execution);
  };
  const edits = createEditRuns(
    options.simpleTriggers ?? 'prompt',
    () => machine.running().length === 0,
    (edit, run) => runAlone('onEdit', { ...run, kind: 'edit' }, edit),
  );
  const hearsEdits = options.container !== false && bundle.declares('onEdit');
  const start = (name: string, run: RunOptions, event: TriggerEvent | null): Execution => {
    const execution = runAlone(name, run, event);
    edits.settle();
    return execution;
  };

  return {
    person: new SpreadsheetUser(sheets, hearsEdits ? edits.made : undefined),
    clock,
    ui,
    open: (how = {}) => start('onOpen', { kind: 'open', ...how }, {}),
    run: (functionName, run) => start(functionName, run, run.kind === 'open' ? {} : null),
    interleave: (runs, schedule) => {
      const begun = runs.map((run) => machine.begin(run.functionName, run, null));
      const executions = interleaveRuns(machine, clock, locks, begun, schedule).map(told);
      edits.settle();
      return executions;
    },
    serve: (request, how = {}) => {
      const sent = sendable(request.args);
      if (!sent.ok) return { reply: sent, execution: null };
      const refusal = formRefusal(request);
      if (refusal !== null) return { reply: { ok: false, error: refusal }, execution: null };
      const { functionName, args, form } = request;
      const passed = form === undefined ? { args } : { form };
      const execution = start(functionName, { ...how, kind: 'sidebar', ...passed }, null);
      return { reply: speaking(language, () => replyOf(execution)), execution };
    },
    fireDueTriggers: (how = {}) =>
      speaking(language, () =>
        fireDue(
          triggers,
          quotas,
          account,
          clock,
          (trigger, run, event) =>
            start(trigger.functionName, { ...run, kind: 'trigger', user: trigger.user }, event),
          how,
        ),
      ),
    runLateEdits: (how = {}) => edits.runLate(how),
    nextTriggerAt: triggers.nextAt,
    triggers: triggers.all,
    stopTriggers: triggers.stopAll,
    used: (quota, user = parts.defaultUser) => quotas.used(quota, user),
    grant: authority.grant,
    holdLock: (key, ms) => locks.holdFromOutside(key, clock.now() + ms),
    snapshot: () => takeSnapshot(durable, machine.running()),
    restore: (snapshot) => {
      edits.forget();
      interrupted = applySnapshot(durable, snapshot);
    },
    interrupted: () => interrupted,
    close: transport.close,
  };
}

function replyOf(execution: Execution): PageReply {
  if (execution.outcome === 'returned') return { ok: true, value: execution.value };
  return { ok: false, error: execution.error?.message ?? sentence('timeUp') };
}

function unanswered(): never {
  throw new Error('A dialog was shown but the emulator was given no `answer`.');
}
