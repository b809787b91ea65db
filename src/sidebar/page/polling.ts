import type { Controller } from './controller.ts';
import type { Lanes } from './lanes.ts';
import { rowDelay, syncDelay } from './polling-delays.ts';
import { failureOf, type State } from './state.ts';
import type { Store } from './store.ts';

/** What the page can tell of its user. */
export interface UserSigns {
  readonly visible: () => boolean;
  /** The user is writing something. */
  readonly typing: () => boolean;
  /** Milliseconds on any clock that only moves on. */
  readonly now: () => number;
}

/** How long to leave the sheet alone after it could not be read. */
const AFTER_FAILURE = 10_000;

/**
 * What the page does by itself, asked about at every beat: follow the selection, and sync. Nothing while
 * the page is hidden, and nothing while the same kind of call is under way. Gives the beat.
 */
export function createPolling(
  controller: Controller,
  lanes: Lanes,
  store: Store<State>,
  signs: UserSigns,
): () => void {
  let sheetSeen = signs.now();
  let jobsSeen = signs.now();

  const followSelection = async () => {
    const before = store.state().sheet;
    await controller.look();
    const { sheet, tab } = store.state();
    if (tab === 'render' && sheet !== before) await controller.plan();
  };

  return () => {
    const now = signs.now();
    const state = store.state();
    if (lanes.busy('sheet')) sheetSeen = now;
    if (lanes.busy('jobs')) jobsSeen = now;
    if (!signs.visible() || state.account === null) return;
    const patience = failureOf(state, 'sidebarRow') === '' ? rowDelay(state.quietRows) : AFTER_FAILURE;
    const follows = state.tab !== 'settings' && !signs.typing() && !lanes.busy('sheet');
    if (follows && now - sheetSeen >= patience) {
      sheetSeen = now;
      void followSelection();
    }
    if (!lanes.busy('jobs') && now - jobsSeen >= syncDelay(state.progress, state.quietSyncs)) {
      jobsSeen = now;
      void controller.sync(false);
    }
  };
}
