import type { ChangedSheet } from './changed-rows.ts';
import type { EngineOrder } from './messages.ts';
import type { SavedRun } from './saved-run.ts';

/* What the engine tells the user by itself; everything else is said by the add-on. */

export function changedSince({ changed, outdated }: ChangedSheet): string {
  const again =
    outdated === 0 ? '' : ` ${counted(outdated, 'of them asks', 'of them ask')} for another video.`;
  return `${counted(changed, 'row', 'rows')} of the CSV changed since the last run.${again}`;
}

export const NAMES_CHANGED =
  'How names sound has changed since the last run. A finished video that says one of them otherwise is not paid for again: its row says Changed.';

export function doneAlready(rows: number): string {
  return `${counted(rows, 'row is', 'rows are')} Done already and not rendered again. To have rows made and paid for once more, name them with --again.`;
}

export function underWayElsewhere(rows: number): string {
  return `${counted(rows, 'row was', 'rows were')} under way in an earlier run, which is not in this state, and not rendered again. Give the state of that run with --state, or pay for them once more with --again.`;
}

/** The sheet keeps other settings than the command says, so that nothing may be rendered with them. */
export function settingsRefused({ state }: EngineOrder, why: string): string {
  return `The sheet in ${state} does not take what the command says. ${why} Nothing was sent. Put the columns of the CSV back as they were, or give another file with --state.`;
}

/** Why a state cannot be used with this HeyGen: one is simulated, the other is not. */
export function otherKind(order: EngineOrder, kept: SavedRun): string {
  return kept.heygen === 'simulator'
    ? `${order.state} was made with the built-in simulator, whose videos do not exist in HeyGen. Give another file with --state.`
    : `${order.state} holds real videos. It cannot be used with the built-in simulator: set HEYGEN_API_KEY, or give another file with --state.`;
}

function counted(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`;
}
