import type { Triggers } from '../app/ports/ports.ts';
import { TRIGGER_FUNCTION } from '../app/sync/automatic-updates.ts';
import { failure, success } from '../core/result.ts';

/** The clock trigger. It runs as the user who made it, and nobody else can see or delete it. */
export function createTriggers(): Triggers {
  const ours = (): GoogleAppsScript.Script.Trigger[] => {
    try {
      return ScriptApp.getProjectTriggers().filter(
        (trigger) => trigger.getHandlerFunction() === TRIGGER_FUNCTION,
      );
    } catch (error) {
      // Who denied the right to triggers has none; `create` then tells what that means.
      if (/permission/i.test(String(error))) return [];
      throw error;
    }
  };
  return {
    exists: () => ours().length > 0,

    create() {
      const refusals: string[] = [];
      const timed = () => ScriptApp.newTrigger(TRIGGER_FUNCTION).timeBased();
      // A published add-on may run at most hourly, which only the refusal of the minute tells.
      for (const [kind, make] of [
        ['each-minute', () => timed().everyMinutes(1).create()],
        ['hourly', () => timed().everyHours(1).create()],
      ] as const) {
        try {
          make();
          return success(kind);
        } catch (error) {
          refusals.push(String(error));
        }
      }
      return failure(
        `Google does not let Reelmerge look for finished videos by itself here (${refusals.join(' ')}). Choose “Check for finished videos” to look; nothing is lost meanwhile.`,
      );
    },

    remove() {
      for (const trigger of ours()) ScriptApp.deleteTrigger(trigger);
    },
  };
}
