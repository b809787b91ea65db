import type { Triggers } from '../app/ports/ports.ts';
import { TRIGGER_FUNCTION } from '../app/sync/automatic-updates.ts';
import { failure, success } from '../core/result.ts';
import type { OpenDocument } from './open-document.ts';

/**
 * The clock trigger. It runs as the user who made it, and nobody else can see or delete it. The project's triggers
 * are those of every document of the user's, so only those of this document are asked about. `ownId`: the trigger that
 * this execution was started by, '' when it was none.
 */
export function createTriggers(document: OpenDocument, ownId = ''): Triggers {
  const ours = (): GoogleAppsScript.Script.Trigger[] => {
    const file = document.file();
    try {
      // A trigger whose document Google does not give knows at least itself.
      if (file === null) return ScriptApp.getProjectTriggers().filter((one) => one.getUniqueId() === ownId);
      return ScriptApp.getUserTriggers(file).filter((one) => one.getHandlerFunction() === TRIGGER_FUNCTION);
    } catch {
      // Who denied the right to triggers has none, and a denial speaks the user's language; `create` says what it means.
      return [];
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
