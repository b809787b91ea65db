import type { Ask } from '../../core/jobs/polling.ts';
import type { Claimed } from './claim.ts';
import type { Standing } from './standing.ts';

/** What each phase of a sync hands on to the next: sync.ts says what happens in it. */
export type State = Sending | Asking | Showing | Ended;

export interface Sending {
  readonly phase: 'sending' | 'resending';
  readonly queuedRows: 'unseen' | 'seen';
  readonly standing: Standing;
}

/** What a pass has seen and claimed under the lock. */
export interface Observed extends Claimed {
  readonly seen: Sending;
}

export interface Asking {
  readonly phase: 'asking';
  readonly asks: readonly Ask[];
  readonly queuedRows: Sending['queuedRows'];
  readonly standing: Standing;
}

export interface Showing {
  readonly phase: 'showing';
  readonly standing: Standing;
}

export interface Ended {
  readonly phase: 'ended';
  readonly outcome: 'done' | 'busy';
  readonly standing: Standing;
}
