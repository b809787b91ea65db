import { counted } from '../../core/count-words.ts';
import { isOpen } from '../../core/jobs/status.ts';
import { failure, type Result } from '../../core/result.ts';
import type { LookupPolicy } from '../account/look-up-account.ts';
import { OPEN_YOUR_SHEET } from '../obstacles.ts';
import type { Platform } from '../ports/ports.ts';
import { shownRowsOf } from '../tabs/tab-table.ts';
import { currentSample } from './chosen-sample.ts';
import { planVisible } from './plan-visible.ts';
import { askInDialog, type RenderedRun, renderRows } from './render-rows.ts';
import { approvalQuestion } from './sample-words.ts';
import { approveSample, mayBeApproved, sampledVideos } from './sampled-videos.ts';

/** Only to learn whether the sample that is there is one of this run. */
const FOR_PRINTS: LookupPolicy = { everyLook: false, newLooks: false, freshTemplates: false };

/** The menu's way: the first time it renders a sample, and once that is done, it asks for approval and goes on. */
export function sampleFirstInDialogs(platform: Platform): Result<RenderedRun> {
  const tab = platform.spreadsheet.activeTab();
  if (tab === null) return failure(OPEN_YOUR_SHEET);
  const planned = planVisible(platform, tab, 'selected', FOR_PRINTS);
  if (!planned.ok) return planned;
  const sample = currentSample(platform, tab, planned.value);
  const videos = sample === null || sample.approved ? [] : sampledVideos(platform, tab, sample);
  const open = videos.filter(({ job }) => isOpen(job.status)).length;
  if (open > 0) {
    return failure(
      `The sample is under way: ${counted(open, 'video')} to come. When they are done, look at them, then choose “Render a sample first…” again.`,
    );
  }
  if (!mayBeApproved(videos)) return renderRows(platform, 'sample', askInDialog(platform));
  const jobs = new Set(videos.map(({ job }) => job.id));
  const rows = shownRowsOf(tab).filter(({ job }) => jobs.has(job));
  const question = approvalQuestion(rows.map(({ number }) => number));
  if (!platform.dialogs.ask('Approve the sample?', question)) {
    return failure('The sample is not approved. Nothing was sent and nothing was paid.');
  }
  const approved = approveSample(platform, tab);
  return approved.ok ? renderRows(platform, 'selected', askInDialog(platform)) : approved;
}
