import { appliedStep, type Moment, type Restored, type Step, stepOf } from './edit-step.ts';
import type { RowMoves } from './row-moves.ts';
import type { Workbook } from './workbook.ts';

const MOST_STEPS = 100;

/** What one person has done in the browser, to be undone and repeated step by step. Scripts have no part in it. */
export class EditHistory {
  #done: Step[] = [];
  #undone: Step[] = [];

  /** Takes note of an act that is over. `moves`: those of the rows of the sheet `gid`. */
  made(book: Workbook, before: Moment, gid: number, moves: RowMoves, edit: boolean): void {
    const step = stepOf(book, before, gid, moves, edit);
    if (step === null) return;
    this.#done.push(step);
    this.#done = this.#done.slice(-MOST_STEPS);
    this.#undone = [];
  }

  /** Undoes the last act. Null: there is none. Throws a sentence when its sheet no longer fits; the act is forgotten then. */
  undo(book: Workbook): Restored | null {
    const step = this.#done.pop();
    if (step === undefined) return null;
    const restored = appliedStep(book, step, 'undo');
    this.#undone.push(step);
    return restored;
  }

  /** Repeats what was undone last, in the same way. */
  redo(book: Workbook): Restored | null {
    const step = this.#undone.pop();
    if (step === undefined) return null;
    const restored = appliedStep(book, step, 'redo');
    this.#done.push(step);
    return restored;
  }
}
