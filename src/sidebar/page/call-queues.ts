import type { Reply, SidebarCall } from '../../app/sidebar/contract.ts';
import type { Answer, Arguments, Call } from './call.ts';

/**
 * The queue of each call. Calls in one queue run one after the other, in order: Google does not keep calls in order,
 * and an older answer must never overwrite a newer one. With nine queues the page also stays below Google's limit of
 * ten simultaneous calls.
 */
export const QUEUES = {
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
  sidebarHear: 'files',
  sidebarHearName: 'files',
  sidebarDraft: 'files',
  sidebarDrafts: 'files',
  sidebarMarkRead: 'files',
  sidebarRow: 'sheet',
  sidebarUse: 'sheet',
  sidebarExamples: 'sheet',
  sidebarAddColumns: 'sheet',
  sidebarOptionalColumns: 'sheet',
  sidebarCorrectName: 'sheet',
  sidebarTemplateColumns: 'sheet',
  sidebarDefaults: 'sheet',
  sidebarSheetSettings: 'sheet',
  sidebarGoTo: 'sheet',
  sidebarSelectFailed: 'sheet',
  sidebarSelectChanged: 'sheet',
  sidebarSelectRows: 'sheet',
  sidebarPlan: 'plan',
  sidebarCheck: 'plan',
  sidebarTexts: 'plan',
  sidebarListTexts: 'plan',
  sidebarNames: 'names',
  sidebarRuns: 'plan',
  sidebarRender: 'jobs',
  sidebarRenderSample: 'jobs',
  sidebarApproveSample: 'jobs',
  sidebarSync: 'jobs',
  sidebarCancelQueued: 'jobs',
  sidebarForgetRun: 'jobs',
  sidebarRenewLinks: 'jobs',
  sidebarSettle: 'jobs',
} as const satisfies Record<SidebarCall, string>;

export type QueueName = (typeof QUEUES)[SidebarCall];

export interface CallQueues {
  readonly call: Call;
  /** Whether a call in this queue is running or waiting. */
  busy(queue: QueueName): boolean;
}

export function createCallQueues(call: Call): CallQueues {
  const ends = new Map<QueueName, Promise<unknown>>();
  const waiting = new Map<QueueName, number>();
  const count = (queue: QueueName, step: number) => waiting.set(queue, (waiting.get(queue) ?? 0) + step);
  return {
    async call<Name extends SidebarCall>(name: Name, ...args: Arguments<Name>): Promise<Reply<Answer<Name>>> {
      const queue: QueueName = QUEUES[name];
      const before = ends.get(queue) ?? Promise.resolve();
      count(queue, 1);
      const answer = before.then(() => call(name, ...args));
      ends.set(queue, answer);
      const reply = await answer;
      count(queue, -1);
      return reply;
    },
    busy: (queue) => (waiting.get(queue) ?? 0) > 0,
  };
}
