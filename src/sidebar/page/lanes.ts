import type { Reply, SidebarCall } from '../../app/sidebar/contract.ts';
import type { Answer, Arguments, Call } from './call.ts';

/**
 * Calls of one lane are made one after the other, in the order in which they were asked for: Google keeps
 * no order, and an older answer must never overwrite a newer one. Eight lanes also keep the page below the ten
 * calls at once that Google allows.
 */
export const LANES = {
  sidebarStart: 'account',
  sidebarConnect: 'account',
  sidebarDisconnect: 'account',
  sidebarSettings: 'account',
  sidebarAutomaticUpdates: 'account',
  sidebarPrices: 'account',
  sidebarLooks: 'looks',
  sidebarVoices: 'voices',
  sidebarTemplates: 'templates',
  sidebarUpload: 'files',
  sidebarRow: 'sheet',
  sidebarUse: 'sheet',
  sidebarTemplateColumns: 'sheet',
  sidebarDefaults: 'sheet',
  sidebarGoTo: 'sheet',
  sidebarSelectFailed: 'sheet',
  sidebarPlan: 'plan',
  sidebarRender: 'jobs',
  sidebarSync: 'jobs',
  sidebarCancelQueued: 'jobs',
  sidebarSettle: 'jobs',
} as const satisfies Record<SidebarCall, string>;

export type Lane = (typeof LANES)[SidebarCall];

export interface Lanes {
  readonly call: Call;
  /** Whether something of this lane is under way or waits. */
  busy(lane: Lane): boolean;
}

export function createLanes(call: Call): Lanes {
  const ends = new Map<Lane, Promise<unknown>>();
  const waiting = new Map<Lane, number>();
  const count = (lane: Lane, step: number) => waiting.set(lane, (waiting.get(lane) ?? 0) + step);
  return {
    async call<Name extends SidebarCall>(name: Name, ...args: Arguments<Name>): Promise<Reply<Answer<Name>>> {
      const lane: Lane = LANES[name];
      const before = ends.get(lane) ?? Promise.resolve();
      count(lane, 1);
      const answer = before.then(() => call(name, ...args));
      ends.set(lane, answer);
      const reply = await answer;
      count(lane, -1);
      return reply;
    },
    busy: (lane) => (waiting.get(lane) ?? 0) > 0,
  };
}
