import type { Reply } from '../app/sidebar/contract.ts';
import type { EngineOrder } from './messages.ts';
import type { Workbench } from './workbench.ts';

/** The menu item to press for the rows: the whole run, or its sample. */
export function itemFor({ sample }: EngineOrder): 'renderSelectedRows' | 'renderSampleFirst' {
  return sample === null ? 'renderSelectedRows' : 'renderSampleFirst';
}

/**
 * `--approve`: the user has looked at the sample. Returns why it could not be approved; '' when it was, or when nobody
 * asked for that.
 */
export function unapproved({ emulator }: Workbench, { approve }: EngineOrder): string {
  if (!approve) return '';
  const { reply } = emulator.serve({ functionName: 'sidebarApproveSample', args: [] });
  if (!reply.ok) return reply.error;
  const answer: Reply<null> = JSON.parse(String(reply.value));
  return answer.ok ? '' : answer.message;
}
