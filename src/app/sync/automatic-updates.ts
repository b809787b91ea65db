import { learn } from '../../core/jobs/account.ts';
import { type Result, success } from '../../core/result.ts';
import type { Platform, Triggers } from '../ports/ports.ts';
import { isOverdue, recordTrigger, triggerPace } from './trigger-record.ts';

/** The top-level function that the time-driven trigger calls. */
export const TRIGGER_FUNCTION = 'syncOnTrigger';

/**
 * Makes or removes the trigger after a sync. It lives only while something can happen without the user, because its
 * run time is a daily quota; everything works without it too. Where nothing moves and links are kept alive, an hourly
 * one is enough. `movesNow` looks again under the lock: another execution may have queued rows that rely on this
 * trigger. A failure is Google's refusal.
 */
export function adjustTrigger(
  platform: Platform,
  state: { readonly moves: boolean; readonly exists: boolean; readonly clicked: boolean },
  movesNow: () => boolean,
): Result<null> {
  const { triggers, lock } = platform;
  if (state.moves) return state.exists ? success(null) : startTrigger(platform, state.clicked);
  if (platform.settings.automaticUpdates() && keepsLinks(platform)) {
    if (isSlowEnough(platform)) return success(null);
    const held = lock.hold(() => (movesNow() ? success(null) : makeSlowTrigger(platform)));
    return held.ok ? held.value : success(null);
  }
  if (triggers.exists()) {
    lock.hold(() => {
      if (!movesNow()) triggers.remove();
    });
  }
  return success(null);
}

function keepsLinks({ settings }: Platform): boolean {
  const owner = settings.owner();
  return owner !== null && settings.linksDue(owner) !== null;
}

/** Whether there is a trigger, and none that runs each minute, as far as that is known. */
function isSlowEnough(platform: Platform): boolean {
  return triggerPace(platform) !== 'each-minute' && platform.triggers.exists();
}

/**
 * Makes an hourly trigger. It is recorded before it is made: after a kill in between, a record that says too little only
 * has Render make its trigger anew.
 */
function makeSlowTrigger(platform: Platform): Result<null> {
  const { triggers } = platform;
  const exists = triggers.exists();
  recordTrigger(platform, 'hourly', true);
  const made = exists ? triggers.replace(true) : triggers.create(true);
  return made.ok ? success(null) : made;
}

/** Makes an hourly trigger where there is none: links are to be kept alive from now on. */
export function startSlowTrigger(platform: Platform): Result<null> {
  return platform.triggers.exists() ? success(null) : makeSlowTrigger(platform);
}

/**
 * Makes the trigger if there is none yet and the user wants automatic updates. One that Google has disabled, or that
 * has silently stopped, looks like any other: a click replaces it when it is overdue. So is a slow one replaced.
 */
export function startTrigger(platform: Platform, clicked: boolean): Result<null> {
  const { triggers, settings } = platform;
  if (!settings.automaticUpdates()) return success(null);
  const exists = triggers.exists();
  if (exists && triggerPace(platform) !== 'slow' && !(clicked && isOverdue(platform))) return success(null);
  const made = remembered(platform, exists ? triggers.replace() : triggers.create());
  return made.ok ? success(null) : made;
}

const INTERVAL_MS = { 'each-minute': 60_000, hourly: 3_600_000 } as const;

/** How often passes will come decides how much HeyGen is to have at once. */
function remembered(
  platform: Platform,
  made: ReturnType<Triggers['create']>,
): ReturnType<Triggers['create']> {
  const { settings, clock } = platform;
  const interval = made.ok ? INTERVAL_MS[made.value] : null;
  const known = settings.account();
  // Google's refusal comes again at each pass, and is remembered once.
  if (interval !== null || known.passes.gap !== null) {
    settings.rememberAccount(learn(known, { type: 'trigger-made', interval }, clock.now()));
  }
  if (made.ok) recordTrigger(platform, made.value);
  return made;
}

/**
 * Switches automatic updates on or off, and says what that means here. Where Google refuses the trigger they stay
 * off, and the failure says why.
 */
export function switchAutomaticUpdates(platform: Platform, on: boolean): Result<string> {
  const { settings, triggers } = platform;
  // Before the trigger is made: if this execution is killed in between, the next sync makes it.
  settings.setAutomaticUpdates(on);
  if (!on) {
    triggers.remove();
    return success(keepsLinks(platform) ? `${OFF} Links are not renewed by themselves either.` : OFF);
  }
  if (triggers.exists()) return success(ON);
  const created = remembered(platform, triggers.create());
  if (created.ok) return success(ON_AT_RATE[created.value]);
  settings.setAutomaticUpdates(false);
  return created;
}

const OFF =
  'Reelmerge no longer looks for finished videos by itself. To look, choose “Check for finished videos”. No video gets lost.';

const ON =
  'While videos are being made, Reelmerge looks for them by itself and writes their links into the sheet.';

const ON_AT_RATE = {
  'each-minute':
    'While videos are being made, Reelmerge looks for them every minute and writes their links into the sheet, even when it is closed.',
  hourly:
    'While videos are being made, Reelmerge looks for them once an hour, which is the most that Google allows add-ons. To look right away, choose “Check for finished videos”.',
};

/** Menu: Automatic updates on/off. */
export function toggleAutomaticUpdates(platform: Platform): void {
  const { settings, dialogs } = platform;
  const switched = switchAutomaticUpdates(platform, !settings.automaticUpdates());
  dialogs.tell(
    settings.automaticUpdates() ? 'Automatic updates are on' : 'Automatic updates are off',
    switched.ok ? switched.value : switched.failure,
  );
}
