import type { Clock } from '../clock.ts';
import type { ExecutionContext } from '../execution.ts';
import { numberOf, recordOf, textOf } from '../plain.ts';
import { refused } from '../refusals/refused.ts';
import type { Plain, Service } from '../service.ts';

/** How the add-on is installed: bound to the sheet, published as an editor add-on, or as its test deployment. */
export type InstallMode = 'bound' | 'addon' | 'addon-test';

export interface Trigger {
  readonly id: string;
  readonly functionName: string;
  /** The user who made it. It runs as that user, and nobody else sees it. */
  readonly user: string;
  /** The key of the document that it was made in, and fires in. */
  readonly document: string;
  /** 0 when it fires only once. */
  readonly periodMs: number;
  /** Emulated time. null after a single firing: the platform keeps the trigger in the list anyway. */
  readonly nextAt: number | null;
  /** It is in the list but never fires again. */
  readonly stopped: boolean;
}

const COST_MS = 300;
const MAX_TRIGGERS = 20;
const MINUTE_MS = 60_000;
const HOUR_MS = 3_600_000;
const MINUTES: readonly number[] = [1, 5, 10, 15, 30];
const HOURS: readonly number[] = [1, 2, 4, 6, 8, 12];

/** The clock triggers of all users. */
export interface TriggerService extends Service {
  all(): readonly Trigger[];
  /** Those that are due. In a test deployment none ever is: installable triggers do not run there. */
  due(): readonly Trigger[];
  nextAt(): number | null;
  /** Notes that it fires now. The next time is at least its period away. */
  fired(id: string): void;
  stopAll(): void;
}

export function createTriggerService(
  mode: InstallMode,
  clock: Clock,
  contextOf: (execution: number) => ExecutionContext,
  newId: () => string,
  onDurable: () => void,
): TriggerService {
  let triggers: readonly Trigger[] = [];

  const create = (
    { user, document }: ExecutionContext,
    functionName: string,
    kind: string,
    amount: number,
  ): Plain => {
    const mine = triggers.filter((trigger) => trigger.user === user);
    // The twenty are all documents' together.
    if (mine.length >= MAX_TRIGGERS) {
      throw refused('tooManyTriggers');
    }
    const delay = delayOf(kind, amount, clock.now());
    if (mode !== 'bound') {
      if (delay < HOUR_MS) {
        throw refused('intervalTooShort');
      }
      if (mine.some((trigger) => trigger.document === document)) {
        throw refused('oneTriggerOnly');
      }
    }
    const periodMs = kind === 'after' || kind === 'at' ? 0 : delay;
    const id = newId();
    triggers = [
      ...triggers,
      { id, functionName, user, document, periodMs, nextAt: clock.now() + delay, stopped: false },
    ];
    onDurable();
    return { id, functionName };
  };

  /** Those that will ever fire, with the time of each. */
  const alive = (): readonly (readonly [at: number, trigger: Trigger])[] =>
    mode === 'addon-test'
      ? []
      : triggers.flatMap((trigger) =>
          trigger.nextAt === null || trigger.stopped ? [] : [[trigger.nextAt, trigger] as const],
        );

  return {
    perform: (method, args, execution) => {
      const context = contextOf(execution);
      switch (method) {
        case 'newTrigger':
          return {
            value: create(context, textOf(args[0]), textOf(args[1]), numberOf(args[2])),
            cost: COST_MS,
          };
        case 'getProjectTriggers':
          return { value: listed(triggers.filter(({ user }) => user === context.user)), cost: COST_MS };
        case 'getUserTriggers': {
          const { user, document } = context;
          const here = triggers.filter((trigger) => trigger.user === user && trigger.document === document);
          return { value: listed(here), cost: COST_MS };
        }
        case 'deleteTrigger':
          triggers = triggers.filter((trigger) => trigger.id !== args[0]);
          onDurable();
          return { value: null, cost: COST_MS };
        default:
          throw new Error(`ScriptApp.${method} is not emulated.`);
      }
    },
    all: () => triggers,
    due: () =>
      alive()
        .filter(([at]) => at <= clock.now())
        .sort(([left], [right]) => left - right)
        .map(([, trigger]) => trigger),
    nextAt: () => {
      const times = alive().map(([at]) => at);
      return times.length === 0 ? null : Math.min(...times);
    },
    stopAll: () => {
      triggers = triggers.map((trigger) => ({ ...trigger, stopped: true }));
      onDurable();
    },
    fired: (id) => {
      triggers = triggers.map((trigger) =>
        trigger.id === id
          ? { ...trigger, nextAt: trigger.periodMs === 0 ? null : clock.now() + trigger.periodMs }
          : trigger,
      );
      onDurable();
    },
    snapshot: () => triggers.map((trigger) => ({ ...trigger })),
    restore: (snapshot) => {
      triggers = Array.isArray(snapshot) ? snapshot.map(triggerOf) : [];
    },
  };
}

function listed(triggers: readonly Trigger[]): Plain {
  return triggers.map(({ id, functionName }) => ({ id, functionName }));
}

function delayOf(kind: string, amount: number, now: number): number {
  if (kind === 'everyMinutes') {
    if (!MINUTES.includes(amount)) {
      throw refused('badInterval', 'everyMinutes', MINUTES);
    }
    return amount * MINUTE_MS;
  }
  if (kind === 'everyHours') {
    if (!HOURS.includes(amount)) {
      throw refused('badInterval', 'everyHours', HOURS);
    }
    return amount * HOUR_MS;
  }
  return Math.max(0, kind === 'at' ? amount - now : amount);
}

function triggerOf(saved: Plain): Trigger {
  const { id, functionName, user, document, periodMs, nextAt, stopped } = recordOf(saved);
  return {
    id: textOf(id),
    functionName: textOf(functionName),
    user: textOf(user),
    document: typeof document === 'string' ? document : 'document',
    periodMs: numberOf(periodMs),
    nextAt: nextAt === null ? null : numberOf(nextAt),
    stopped: stopped === true,
  };
}
