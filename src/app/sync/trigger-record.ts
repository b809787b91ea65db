import type { Owner, Platform, TriggerKind, TriggerRecord } from '../ports/ports.ts';

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

/** A trigger that rests is recorded this far ahead at most: whoever clicks may have to find out that it has stopped. */
const AHEAD_MS = 5 * 60_000;

/**
 * Notes that the trigger runs, unless that was noted shortly before. A pass of a resting trigger so mostly has nothing
 * to write.
 */
export function triggerRuns({ settings, clock }: Platform): void {
  const owner = settings.owner();
  const record = owner === null ? null : settings.triggerRecord(owner);
  if (owner === null || record === null) return;
  const now = clock.now();
  if (!isToBeNoted(record, now)) return;
  settings.recordTrigger(owner, ranUntil(record, settings.restUntil(owner), now));
}

function isToBeNoted({ kind, seenAt }: TriggerRecord, now: number): boolean {
  return now - seenAt >= RECORDED_PERIODS * PERIOD_MS[kind];
}

/** The trigger's run time is a daily quota, so a run waits only for what is due in a moment. */
export const WORTH_WAITING_MS = 5_000;

const MINUTE_MS = 60_000;

/** A user whose jobs these properties do not tell of is found after so many minutes: after a new key, or a dead Render. */
const ASKED_EVERY = 15;

/**
 * Whether a pass of a trigger each minute has nothing to do, whoever's it is: the properties of the document say so, and
 * those of the user do not have to be read. Most passes end with that.
 */
export function everybodyRests({ settings, clock }: Platform): boolean {
  const now = clock.now();
  const owners = settings.owners();
  const rests = (owner: Pick<Owner, 'name'>): boolean => {
    const due = settings.linksDue(owner);
    const record = settings.triggerRecord(owner);
    const isNoted = record?.kind === 'each-minute' && !isToBeNoted(record, now);
    const isBefore = settings.restUntil(owner) - now > WORTH_WAITING_MS;
    return isNoted && isBefore && (due === null || due > now);
  };
  const isAsked = Math.floor(now / MINUTE_MS) % ASKED_EVERY === 0;
  return !isAsked && owners.length > 0 && owners.every(rests);
}

/** Lets the trigger rest until a moment. A pass of the trigger itself notes with it that the trigger runs. */
export function letRest({ settings, clock }: Platform, owner: Owner, until: number, isPass: boolean): void {
  const now = clock.now();
  const record = isPass ? settings.triggerRecord(owner) : null;
  const moment = Math.max(now, until);
  settings.setRestUntil(owner, moment, record === null ? null : ranUntil(record, moment, now));
}

function ranUntil(record: TriggerRecord, restUntil: number, now: number): TriggerRecord {
  return { ...record, seenAt: Math.min(Math.max(now, restUntil), now + AHEAD_MS) };
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
