import { groupsByEach } from '../groups.ts';
import { type CurrentRequest, printsOf, printsOfJob } from './current-request.ts';
import type { Job } from './job.ts';
import { type Placement, promisesVideo } from './placement.ts';

/** Where to look for videos that a run could take. */
export interface UnshownQuestion {
  /** Every job that the spreadsheet's ledger holds. */
  readonly history: ReadonlyMap<string, Job>;
  /** Sheet id of the tab. */
  readonly tab: number;
  /** Whether a row of another tab shows this job; asked only about a job that a row of this run could take. */
  readonly isShownElsewhere?: (job: Job) => boolean;
}

/**
 * Videos that are made or on their way and that no row shows, by what was asked for. No two rows get the same, unless
 * rows share videos.
 */
export class UnshownVideos {
  private readonly byPrint: ReadonlyMap<string, readonly Job[]>;
  private readonly taken = new Set<Job>();
  private readonly isShared: boolean;
  private readonly question: UnshownQuestion;

  constructor({ gone }: Placement, question: UnshownQuestion, isShared: boolean) {
    this.question = question;
    this.isShared = isShared;
    const jobs = [...gone]
      .map((id) => question.history.get(id))
      .filter((job) => job !== undefined)
      .filter(promisesVideo)
      // A job under way is followed on its own tab.
      .filter((job) => job.tab === question.tab || job.status === 'Done');
    this.byPrint = groupsByEach(jobs, printsOfJob);
  }

  /** A job that fits this request, sooner one of its very title; null when there is none. */
  take(current: CurrentRequest): Job | null {
    // Nearly every run begins without any, and every one of its rows asks.
    if (this.byPrint.size === 0) return null;
    const { isShownElsewhere = () => false } = this.question;
    const job = printsOf(current)
      .flatMap((print) => this.byPrint.get(print) ?? [])
      .find((each) => !this.taken.has(each) && !isShownElsewhere(each));
    if (job === undefined) return null;
    if (!this.isShared) this.taken.add(job);
    return job;
  }
}
