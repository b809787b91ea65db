import { counted } from '../../core/count-words.ts';
import { OPEN_STATUSES } from '../../core/jobs/status.ts';
import type { Platform } from '../ports/ports.ts';
import { wordOf } from '../sync/check.ts';
import type { SyncReport } from '../sync/sync-report.ts';
import type { Progress } from './contract.ts';
import { progressOf } from './progress.ts';

/**
 * The progress after one of the sidebar's looks. When that look found the last video, a toast says so as well, because
 * the user may be at work elsewhere in the sheet. A trigger cannot show one.
 */
export function toldProgress(platform: Platform, report: SyncReport): Progress {
  const progress = progressOf(platform, report);
  const { counts } = progress;
  const isEnd = report.finished.done + report.finished.failed > 0;
  if (isEnd && OPEN_STATUSES.every((status) => counts[status] === 0)) {
    const failed = counts.Failed === 0 ? '' : `, ${counted(counts.Failed, 'row')} Failed`;
    platform.dialogs.toast(
      `No video is under way any more. This sheet has ${counted(counts.Done, 'row')} Done${failed}.`,
    );
  }
  return { ...progress, remarks: [...progress.remarks, ...wordOf(platform)] };
}
