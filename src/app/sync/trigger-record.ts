import type { Platform, TriggerKind } from '../ports/ports.ts';

const PERIOD_MS: Readonly<Record<TriggerKind, number>> = { 'each-minute': 60_000, hourly: 3_600_000 };

/** After so many of its periods without a run, a trigger counts as stopped. */
const OVERDUE_PERIODS = 3;

/** Every second run is recorded: writing properties is a daily quota. Runs come some seconds early or late. */
const RECORDED_PERIODS = 1.5;

/** Notes that the trigger was made just now. */
export function recordTrigger({ settings, clock }: Platform, kind: TriggerKind, slow = false): void {
  const owner = settings.owner();
  const record = { kind, seenAt: clock.now(), ...(slow ? { slow } : {}) };
  if (owner !== null) settings.recordTrigger(owner, record);
}

/** How often the trigger was made to run, as far as that is known: `slow` when only to keep links alive. */
export function triggerPace({ settings }: Platform): TriggerKind | 'slow' | null {
  const owner = settings.owner();
  const record = owner === null ? null : settings.triggerRecord(owner);
  return record?.slow === true ? 'slow' : (record?.kind ?? null);
}

/** Notes that the trigger runs, unless that was noted shortly before. */
export function triggerRuns({ settings, clock }: Platform): void {
  const owner = settings.owner();
  const record = owner === null ? null : settings.triggerRecord(owner);
  if (owner === null || record === null) return;
  const now = clock.now();
  if (now - record.seenAt < RECORDED_PERIODS * PERIOD_MS[record.kind]) return;
  settings.recordTrigger(owner, { ...record, seenAt: now });
}

/** Whether the trigger that exists should have run by now and was not seen to. */
export function isOverdue({ settings, clock }: Platform): boolean {
  const owner = settings.owner();
  if (owner === null) return false;
  const now = clock.now();
  const record = settings.triggerRecord(owner);
  // Made by an earlier version. From now on it is watched, as the slower kind because it may be that.
  if (record === null) settings.recordTrigger(owner, { kind: 'hourly', seenAt: now });
  return record !== null && now - record.seenAt >= OVERDUE_PERIODS * PERIOD_MS[record.kind];
}
