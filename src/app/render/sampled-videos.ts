import { isDeleted } from '../../core/jobs/deleted-video.ts';
import type { Job } from '../../core/jobs/job.ts';
import { isOpen } from '../../core/jobs/status.ts';
import { failure, type Result, success } from '../../core/result.ts';
import type { KeptSample } from '../../core/settings/kept-sample.ts';
import { historyOf } from '../ledger/history.ts';
import type { Platform } from '../ports/ports.ts';
import type { Tab } from '../ports/tab.ts';

/** A row of the sample with the job that was made for it. */
export interface SampledVideo {
  readonly why: string;
  readonly job: Job;
}

/** What became of the sample's rows, the newest job of each. A job that is gone from the ledger is left out. */
export function sampledVideos(platform: Platform, tab: Tab, { rows }: KeptSample): readonly SampledVideo[] {
  const byPrint = new Map<string, Job>();
  for (const job of historyOf(platform).values()) {
    if (job.tab === tab.id && !isDeleted(job)) byPrint.set(job.requestPrint, job);
  }
  return rows.flatMap(({ print, why }) => {
    const job = byPrint.get(print);
    return job === undefined ? [] : [{ why, job }];
  });
}

/** Whether somebody can judge by them: none is under way, and at least one is there. */
export function mayBeApproved(videos: readonly SampledVideo[]): boolean {
  return videos.some(({ job }) => job.status === 'Done') && !videos.some(({ job }) => isOpen(job.status));
}

/** The user has seen the sample and wants the rest like it. */
export function approveSample(platform: Platform, tab: Tab): Result<null> {
  const settings = tab.settings();
  const { sample } = settings;
  if (sample === null) return failure('No sample of this sheet was rendered yet. Render a sample first.');
  const videos = sampledVideos(platform, tab, sample);
  if (videos.some(({ job }) => isOpen(job.status))) {
    return failure(
      'The sample is still being rendered. Wait until its videos are done, look at them, then approve.',
    );
  }
  if (!mayBeApproved(videos)) {
    return failure('No video of the sample was made, so there is nothing to approve. Render a sample again.');
  }
  platform.settings.setForSheet(tab.id, { ...settings, sample: { ...sample, approved: true } });
  return success(null);
}
