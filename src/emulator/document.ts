import type { Account } from './account.ts';
import type { LineHost } from './call-line.ts';
import type { Clock } from './clock.ts';
import { createCustomFunctions } from './custom-functions.ts';
import { createEditRuns, type EditRuns } from './edit-runs.ts';
import type { Execution, RunOptions } from './execution.ts';
import type { TriggerEvent } from './facade/globals.ts';
import type { Machine, MachineParts } from './machine.ts';
import { createMachine } from './machine.ts';
import type { Service } from './service.ts';
import type { UiService } from './services/ui-service.ts';
import { createUiService } from './services/ui-service.ts';
import { createSoloGate } from './solo-gate.ts';
import { habitsOf } from './spreadsheet/sheet-habits.ts';
import { SpreadsheetService } from './spreadsheet/spreadsheet-service.ts';
import { SpreadsheetUser } from './spreadsheet/spreadsheet-user.ts';
import type { WorkbookOptions } from './spreadsheet/workbook.ts';
import { createSwitchboard } from './switchboard.ts';

/** One spreadsheet with the add-on in it. */
export interface Document {
  /** Names its lock, its properties and its cache among those of the account. */
  readonly key: string;
  readonly person: SpreadsheetUser;
  readonly ui: UiService;
  /** The services that belong to it alone. */
  readonly services: Readonly<Record<string, Service>>;
  readonly machine: Machine;
  readonly edits: EditRuns;
  /** Runs one function alone, and then what the user's edits have started meanwhile. */
  start(functionName: string, run: RunOptions, event: TriggerEvent | null): Execution;
}

export function createDocument(account: Account, key: string, given: WorkbookOptions): Document {
  const { options, bundle, random, authority, locks, contextOf, executions } = account;
  const { clock, mode = 'bound', container = true } = options;
  const { manifest } = bundle;

  const sheets = new SpreadsheetService({
    ...habitsOf(options),
    ...given,
    timeZone: manifest.timeZone,
    now: clock.now,
    functions: { knows: (name) => functions.knows(name), call: (name, args) => functions.call(name, args) },
  });
  sheets.onDurable(account.onDurable);
  const ui = createUiService(options.answer ?? unanswered, contextOf);
  const own = { sheets, ui };
  const services = { ...account.services, ...own };

  const hostOn = (on: Clock): LineHost =>
    createSwitchboard({
      clock: on,
      scriptWork: options.scriptWork ?? null,
      random,
      authority,
      locks,
      services,
      neverUnderALock: options.neverUnderALock ?? [],
    });
  const parts: Omit<MachineParts, 'host' | 'executions'> = {
    document: key,
    bundle,
    clock,
    authority,
    locks,
    sheets,
    fetches: account.fetches,
    documentAccess: ({ kind }) => {
      if (!container) return 'null';
      return kind === 'trigger' && mode !== 'bound'
        ? (options.addonTriggerDocument ?? 'exception')
        : 'document';
    },
    fullyGranted: () => (manifest.oauthScopes ?? []).every((scope) => authority.granted().includes(scope)),
    addonName: options.addonName ?? 'Add-on',
    defaultUser: account.defaultUser,
    language: account.language,
    startUpMs: options.startUpMs ?? 1_000,
  };
  const machine = createMachine({ ...parts, executions, host: hostOn(clock) });
  const functions = createCustomFunctions(
    { ...parts, executions: account.cellExecutions },
    hostOn,
    account.told,
  );
  const solo = createSoloGate(clock, locks);

  const runAlone: Document['start'] = (name, run, event) => {
    const execution = machine.resume(machine.begin(name, run, event), solo);
    if (execution === null) throw new Error('An execution that runs alone cannot be suspended.');
    return account.told(execution);
  };
  const edits = createEditRuns(
    options.simpleTriggers ?? 'prompt',
    () => executions.running().every(({ document }) => document !== key),
    (edit, run) => runAlone('onEdit', { ...run, kind: 'edit' }, edit),
  );
  const hearsEdits = container && bundle.declares('onEdit');
  return {
    key,
    person: new SpreadsheetUser(sheets, hearsEdits ? edits.made : undefined),
    ui,
    services: own,
    machine,
    edits,
    start: (name, run, event) => {
      const execution = runAlone(name, run, event);
      edits.settle();
      return execution;
    },
  };
}

function unanswered(): never {
  throw new Error('A dialog was shown but the emulator was given no `answer`.');
}
