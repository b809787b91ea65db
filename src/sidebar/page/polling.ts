import type { CallQueues } from './call-queues.ts';
import type { Controller } from './controller.ts';
import { rowDelay, syncDelay } from './polling-delays.ts';
import { failureOf, type State } from './state.ts';
import type { Store } from './store.ts';

/** What the user is doing. */
export interface UserActivity {
  readonly visible: () => boolean;
  /** The user is typing something. */
  readonly typing: () => boolean;
  /** Milliseconds on a clock that never goes back. */
  readonly now: () => number;
}

/** Milliseconds after which the whole sheet is read again: others may have changed its defaults and settings. */
const WHOLE_EVERY = 300_000;

/** Milliseconds after which a page without a key looks whether one was set in the menu. */
const KEY_EVERY = 15_000;

/** Milliseconds to wait after the sheet could not be read. */
const AFTER_FAILURE = 10_000;

/**
 * What the page does by itself: it follows the selection and syncs. It does nothing while it is hidden, or while a
 * call in the same queue is running. Returns the function to call at every tick; `soon`: the selection may have changed.
 */
export function createPolling(
  controller: Controller,
  queues: CallQueues,
  store: Store<State>,
  user: UserActivity,
): (soon?: boolean) => void {
  let sheetReadAt = user.now();
  let wholeReadAt = user.now();
  let syncedAt = user.now();
  let asked = false;

  const followSelection = async (now: number) => {
    const before = store.state().sheet;
    const whole = now - wholeReadAt >= WHOLE_EVERY;
    if (whole) wholeReadAt = now;
    await controller.readRow(whole);
    const { sheet, tab } = store.state();
    if (tab === 'render' && sheet !== before) await controller.plan();
  };

  return (soon = false) => {
    asked ||= soon;
    const now = user.now();
    const state = store.state();
    if (queues.busy('sheet')) sheetReadAt = now;
    if (queues.busy('jobs')) syncedAt = now;
    if (!user.visible()) return;
    if (state.account === null) {
      if (state.started && !user.typing() && !queues.busy('account') && now - syncedAt >= KEY_EVERY) {
        syncedAt = now;
        void controller.startAgain();
      }
      return;
    }
    const delay = failureOf(state, 'sidebarRow') === '' ? rowDelay(state.unchangedReads) : AFTER_FAILURE;
    const mayRead = state.tab !== 'settings' && !user.typing() && !queues.busy('sheet');
    if (mayRead && (asked || now - sheetReadAt >= delay)) {
      asked = false;
      sheetReadAt = now;
      void followSelection(now);
    }
    if (!queues.busy('jobs') && now - syncedAt >= syncDelay(state.progress, state.unchangedSyncs)) {
      syncedAt = now;
      void controller.sync(false);
    }
  };
}
