import type { Clock } from './clock.ts';
import type { Execution, RunOptions } from './execution.ts';
import { sentence } from './refusals/refused.ts';
import type { AccountKind, DailyQuotas } from './services/daily-quotas.ts';
import { TRIGGER_MS_A_DAY } from './services/daily-quotas.ts';
import type { Trigger, TriggerService } from './services/trigger-service.ts';

/** What may happen to the run of a trigger. The trigger itself says whom it runs as. */
export type TriggerRunOptions = Omit<RunOptions, 'kind' | 'user' | 'args'>;

type RunTrigger = (trigger: Trigger, options: TriggerRunOptions, event: Record<string, unknown>) => Execution;

/** Fires every trigger that is due, one after the other, as long as its user's quota lasts. */
export function fireDue(
  triggers: TriggerService,
  quotas: DailyQuotas,
  account: AccountKind,
  clock: Clock,
  run: RunTrigger,
  options: TriggerRunOptions,
): readonly Execution[] {
  return triggers.due().map((trigger) => {
    triggers.fired(trigger.id);
    if (quotas.used('trigger', trigger.user) >= TRIGGER_MS_A_DAY[account])
      return notStarted(trigger, clock.now());
    const execution = run(trigger, options, clockEvent(trigger, clock.now()));
    quotas.spend('trigger', trigger.user, execution.ended - execution.started);
    return execution;
  });
}

function clockEvent(trigger: Trigger, now: number): Record<string, unknown> {
  const date = new Date(now);
  return {
    triggerUid: trigger.id,
    timezone: 'UTC',
    year: date.getUTCFullYear(),
    month: date.getUTCMonth() + 1,
    'day-of-month': date.getUTCDate(),
    'day-of-week': date.getUTCDay() === 0 ? 7 : date.getUTCDay(),
    hour: date.getUTCHours(),
    minute: date.getUTCMinutes(),
    second: date.getUTCSeconds(),
  };
}

/** The record of a run that never began, with the reason. Its id is 0, which no real execution has. */
function notStarted(trigger: Trigger, now: number): Execution {
  return {
    id: 0,
    functionName: trigger.functionName,
    kind: 'trigger',
    user: trigger.user,
    outcome: 'threw',
    reason: null,
    value: null,
    error: { name: 'Exception', message: sentence('triggerTimeUp'), stack: '' },
    calls: [],
    counts: { total: 0, services: {}, methods: {} },
    fetches: [],
    logs: [],
    started: now,
    ended: now,
  };
}
