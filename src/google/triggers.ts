import type { TriggerKind, Triggers } from '../app/ports/ports.ts';
import { TRIGGER_FUNCTION } from '../app/sync/automatic-updates.ts';
import { failure, type Result, success } from '../core/result.ts';
import type { OpenDocument } from './open-document.ts';
import { thrownWords } from './thrown-words.ts';

/**
 * The clock trigger. It runs as the user who made it, and nobody else can see or delete it. A project's triggers are
 * those of all the user's documents, so only the ones of this document are asked for. `ownId`: the trigger that started
 * this execution; '' when none did.
 */
export function createTriggers(document: OpenDocument, ownId = ''): Triggers {
  const ours = (): GoogleAppsScript.Script.Trigger[] => {
    const file = document.file();
    try {
      // Where Google does not give the document, a trigger still knows itself.
      if (file === null) return ScriptApp.getProjectTriggers().filter((one) => one.getUniqueId() === ownId);
      return ScriptApp.getUserTriggers(file).filter((one) => one.getHandlerFunction() === TRIGGER_FUNCTION);
    } catch {
      // A user who denied the right to triggers has none. `create` says what that means; Google says it in any language.
      return [];
    }
  };
  const create = (slow = false): Result<TriggerKind> => {
    const refusals = new Set<string>();
    const timed = () => ScriptApp.newTrigger(TRIGGER_FUNCTION).timeBased();
    // A published add-on may run at most hourly. It finds out when Google refuses each minute.
    for (const [kind, make] of [
      ['each-minute', () => timed().everyMinutes(1).create()],
      ['hourly', () => timed().everyHours(1).create()],
    ] as const) {
      if (slow && kind !== 'hourly') continue;
      try {
        make();
        return success(kind);
      } catch (error) {
        refusals.add(thrownWords(error));
      }
    }
    return failure(
      `Google does not let Reelmerge look for finished videos by itself here. To look, choose “Check for finished videos”. No video gets lost. Google says: ${[...refusals].join(' ')}`,
    );
  };
  const removeAll = (some: readonly GoogleAppsScript.Script.Trigger[]): void => {
    for (const trigger of some) ScriptApp.deleteTrigger(trigger);
  };
  return {
    exists: () => ours().length > 0,
    create,

    replace(slow = false) {
      const old = ours();
      const beside = create(slow);
      removeAll(old);
      if (beside.ok) return beside;
      // A published add-on may have only one, so its old trigger has to go first. A second try, because by then
      // there is none: a passing fault of Google's must not leave it at that.
      const alone = create(slow);
      return alone.ok ? alone : create(slow);
    },

    remove() {
      removeAll(ours());
    },
  };
}
