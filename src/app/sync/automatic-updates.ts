import type { Platform } from '../ports/ports.ts';

/** The top-level function that the time-driven trigger calls. */
export const TRIGGER_FUNCTION = 'syncOnTrigger';

/**
 * Keeps the trigger alive exactly while something can happen without the user. Its run time is a daily
 * quota, so a trigger that finds nothing to do must not go on. Everything also works without it.
 * `movesNow` looks again under the lock: a run that was written ahead meanwhile relies on this trigger.
 */
export function adjustTrigger(
  platform: Platform,
  state: { readonly moves: boolean; readonly exists: boolean },
  movesNow: () => boolean,
  remarks: string[],
): void {
  const { triggers, settings, lock } = platform;
  if (state.moves && state.exists) return;
  const exists = triggers.exists();
  if (!state.moves) {
    if (!exists) return;
    lock.hold(() => {
      if (!movesNow()) triggers.remove();
    });
    return;
  }
  if (exists || !settings.automaticUpdates()) return;
  const created = triggers.create();
  if (created.kind === 'refused') remarks.push(created.message);
}

/** Switches automatic updates; the sentence says what that means here. */
export function adjustTriggerTo(platform: Platform, on: boolean): void {
  platform.settings.setAutomaticUpdates(on);
  if (!on) platform.triggers.remove();
  else if (!platform.triggers.exists()) platform.triggers.create();
}

/** Menu: Automatic updates on/off. */
export function toggleAutomaticUpdates(platform: Platform): void {
  const { settings, triggers, dialogs } = platform;
  const on = !settings.automaticUpdates();
  settings.setAutomaticUpdates(on);
  if (!on) {
    triggers.remove();
    dialogs.tell(
      'Automatic updates are off',
      'Reelmerge no longer looks for finished videos by itself. Choose “Check for finished videos” whenever you want to look; nothing is lost meanwhile.',
    );
    return;
  }
  const created = triggers.create();
  dialogs.tell(
    'Automatic updates are on',
    created.kind === 'refused'
      ? created.message
      : created.kind === 'each-minute'
        ? 'While videos are being made, Reelmerge looks for them every minute and writes their links into the sheet, also when it is closed.'
        : 'While videos are being made, Reelmerge looks for them once an hour (Google allows add-ons no more), and right away when you choose “Check for finished videos”.',
  );
}
