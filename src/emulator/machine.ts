import type { Authority } from './authority.ts';
import type { CompiledBundle } from './bundle.ts';
import type { Answer, CallLine, Gate, LineHost } from './call-line.ts';
import { createCallLine, isCounted } from './call-line.ts';
import type { Clock } from './clock.ts';
import type { DocumentAccess } from './emulator-options.ts';
import type { Execution, ExecutionContext, LogLine, RunOptions } from './execution.ts';
import { isSimpleTrigger } from './execution.ts';
import type { Executions } from './executions.ts';
import type { FacadeContext } from './facade/facade-context.ts';
import type { TriggerEvent } from './facade/globals.ts';
import { createGlobals } from './facade/globals.ts';
import { cellValue } from './facade/range-arguments.ts';
import { numberOf } from './plain.ts';
import { createRealm } from './realm.ts';
import { type Language, refused, speaking } from './refusals/refused.ts';
import { delivered } from './script-run.ts';
import { type ExecutionId, PlatformError } from './service.ts';
import type { FetchService } from './services/fetch-service.ts';
import type { LockTable } from './services/lock-table.ts';
import type { SpreadsheetService } from './spreadsheet/spreadsheet-service.ts';
import { countsOf } from './tally.ts';

export interface MachineParts {
  /** The key of the document that its executions run in. */
  readonly document: string;
  readonly executions: Executions;
  readonly bundle: CompiledBundle;
  readonly clock: Clock;
  readonly authority: Authority;
  readonly locks: LockTable;
  readonly sheets: SpreadsheetService;
  readonly fetches: FetchService;
  readonly host: LineHost;
  readonly documentAccess: (context: ExecutionContext) => DocumentAccess;
  readonly fullyGranted: () => boolean;
  readonly addonName: string;
  readonly defaultUser: string;
  /** What the users speak, and so the platform's refusals. */
  readonly language: () => Language;
  /** What it takes to start an execution. */
  readonly startUpMs: number;
}

/** An execution that has begun. It can run again from its start, with the answers in its log. */
export interface Begun {
  readonly context: ExecutionContext;
  readonly options: RunOptions;
  readonly log: Answer[];
  /** What the event object says, which is the first argument; null when there is no event. */
  readonly event: TriggerEvent | null;
}

/** Runs functions of the bundle, each in a context of its own. */
export interface Machine {
  begin(functionName: string, options: RunOptions, event: Begun['event']): Begun;
  /** Runs it to its end. null when the gate suspended it: run it again later. */
  resume(begun: Begun, gate: Gate): Execution | null;
}

type Ran =
  | { readonly threw: false; readonly value: unknown }
  | { readonly threw: true; readonly error: unknown };

export function createMachine(parts: MachineParts): Machine {
  const { bundle, clock, authority, locks, sheets, fetches, executions } = parts;

  const execute = (begun: Begun, line: CallLine, logs: LogLine[]): Ran =>
    speaking(parts.language(), () => executed(begun, line, logs));

  const executed = (begun: Begun, line: CallLine, logs: LogLine[]): Ran => {
    const { context, options } = begun;
    const { perform } = line;
    const facade: FacadeContext = {
      perform,
      execution: context,
      permit: (service, method) => authority.permit(context, service, method),
      document: parts.documentAccess(context),
      documentKey: parts.document,
      addonName: parts.addonName,
      pages: bundle.pages,
    };
    try {
      const globals = createGlobals(facade, logs, parts.fullyGranted);
      const realm = createRealm(
        globals.names,
        () => numberOf(perform('clock', 'now')),
        () => numberOf(perform('random', 'next')),
      );
      realm.run(bundle.script);
      const { functionName } = context;
      const entry = bundle.declares(functionName) ? realm.find(functionName) : null;
      if (entry === null || functionName.endsWith('_')) {
        throw refused('functionNotFound', functionName);
      }
      const args =
        options.form === undefined
          ? withDates(realm.parse(JSON.stringify(options.args ?? [])), context.kind)
          : [globals.formOnto(realm.parse('{}'), options.form)];
      const events = begun.event === null ? [] : [globals.eventOf(begun.event)];
      return { threw: false, value: entry(...events, ...(Array.isArray(args) ? args : [])) };
    } catch (error) {
      return { threw: true, error };
    }
  };

  /** What is left in the buffers becomes durable when the run ends, and may be refused only then. */
  const refusedAtEnd = (id: ExecutionId): { readonly error: unknown } | null => {
    try {
      speaking(parts.language(), () => sheets.commit(id));
      return null;
    } catch (error) {
      if (error instanceof PlatformError) return { error };
      throw error;
    }
  };

  const settle = (begun: Begun, line: CallLine, ran: Ran, logs: readonly LogLine[]): Execution => {
    const { context, options, log } = begun;
    const end = line.end();
    const killed = end?.kind === 'killed';
    if (killed) sheets.abandon(context.id, options.keepOnKill ?? 'nothing');
    const refusal = killed ? null : refusedAtEnd(context.id);
    const failure = failureOf(line, ran) ?? refusal;
    locks.releaseAll(context.id);
    executions.end(context.id);
    const sent = fetches.fetchesOf(context.id);
    fetches.forget(context.id);
    const calls = log.map((answer) => answer.call).filter(({ service }) => isCounted(service));
    return {
      id: context.id,
      functionName: context.functionName,
      kind: context.kind,
      user: context.user,
      outcome: killed ? 'killed' : failure === null ? 'returned' : 'threw',
      reason: killed ? end.reason : null,
      value: killed || failure !== null || ran.threw ? null : delivered(ran.value),
      error: killed || failure === null ? null : describe(failure.error),
      calls,
      counts: countsOf(calls),
      fetches: sent,
      logs,
      started: context.started,
      ended: clock.now(),
    };
  };

  return {
    begin: (functionName, options, event) => {
      const context = speaking(parts.language(), () =>
        executions.begin({
          functionName,
          document: parts.document,
          kind: options.kind,
          user: options.user ?? parts.defaultUser,
          authMode: options.authMode ?? (isSimpleTrigger(options.kind) ? 'LIMITED' : 'FULL'),
          started: clock.now(),
        }),
      );
      clock.advance(parts.startUpMs);
      return { context, options, log: [], event };
    },
    resume: (begun, gate) => {
      const logs: LogLine[] = [];
      const line = createCallLine(parts.host, begun.context, gate, begun.options, begun.log);
      const ran = execute(begun, line, logs);
      return line.end()?.kind === 'suspended' ? null : settle(begun, line, ran, logs);
    },
  };
}

/** Puts Dates where `$date` stands, for custom functions only: nothing else can pass a Date. */
function withDates(value: unknown, kind: ExecutionContext['kind']): unknown {
  if (kind !== 'custom-function') return value;
  if (!Array.isArray(value)) return cellValue(value);
  for (const [index, item] of value.entries()) value[index] = withDates(item, kind);
  return value;
}

/** A fault comes first: it is what went wrong, whatever the script made of it. */
function failureOf(line: CallLine, ran: Ran): { readonly error: unknown } | null {
  const end = line.end();
  if (end?.kind === 'fault') return { error: end.error };
  return ran.threw ? ran : null;
}

/** Errors come from other contexts, where `instanceof` fails: their fields tell what they are. */
function describe(error: unknown): { name: string; message: string; stack: string } {
  const fields = typeof error === 'object' && error !== null ? error : {};
  const text = (value: unknown, usual: string): string => (typeof value === 'string' ? value : usual);
  return {
    name: text(Reflect.get(fields, 'name'), 'Error'),
    message: text(Reflect.get(fields, 'message'), String(error)),
    stack: text(Reflect.get(fields, 'stack'), ''),
  };
}
