import type { Execution } from './execution.ts';
import type { HandEdit } from './spreadsheet/hand-edit.ts';
import type { TriggerRunOptions } from './trigger-runs.ts';

/**
 * When an edit by hand runs `onEdit`. `prompt`: at once, or as soon as no other execution is under way.
 * `late`: when the caller says so. `never`: the platform drops it, as it may.
 */
export type SimpleTriggers = 'prompt' | 'late' | 'never';

/** The runs of `onEdit`, one for each edit, in the order of the edits. Those that wait are not durable. */
export interface EditRuns {
  made(edit: HandEdit): void;
  /** An execution has ended: runs what has waited for it. */
  settle(): void;
  /** Runs all that waits, even while another execution is under way. */
  runLate(options: TriggerRunOptions): readonly Execution[];
  forget(): void;
}

export function createEditRuns(
  when: SimpleTriggers,
  isIdle: () => boolean,
  run: (edit: HandEdit, options: TriggerRunOptions) => Execution,
): EditRuns {
  const waiting: HandEdit[] = [];

  const settle = (): void => {
    while (when === 'prompt' && isIdle()) {
      const edit = waiting.shift();
      if (edit === undefined) return;
      run(edit, {});
    }
  };

  return {
    made: (edit) => {
      if (when === 'never') return;
      waiting.push(edit);
      settle();
    },
    settle,
    runLate: (options) => {
      const executions: Execution[] = [];
      for (let edit = waiting.shift(); edit !== undefined; edit = waiting.shift()) {
        executions.push(run(edit, options));
      }
      return executions;
    },
    forget: () => {
      waiting.length = 0;
    },
  };
}
