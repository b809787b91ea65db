import type { EngineOrder } from './messages.ts';
import { served } from './served.ts';
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
  const answer = served<null>(emulator, 'sidebarApproveSample', []);
  return answer.ok ? '' : answer.failure;
}
