import { groupsOf } from '../groups.ts';
import type { CurrentRequest } from './current-request.ts';
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

/** Videos that are made or on their way and that no row shows, by what was asked for. No two rows get the same. */
export class UnshownVideos {
  private readonly byPrint: ReadonlyMap<string, Job[]>;
  private readonly question: UnshownQuestion;

  constructor({ gone }: Placement, question: UnshownQuestion) {
    this.question = question;
    const jobs = [...gone]
      .map((id) => question.history.get(id))
      .filter((job) => job !== undefined)
      .filter(promisesVideo)
      // A job under way is followed on its own tab.
      .filter((job) => job.tab === question.tab || job.status === 'Done');
    this.byPrint = groupsOf(jobs, (job) => job.requestPrint);
  }

  /** A job that holds exactly this request; null when there is none. */
  take(current: CurrentRequest): Job | null {
    const same = current.kind === 'request' ? this.byPrint.get(current.print) : undefined;
    const { isShownElsewhere = () => false } = this.question;
    const at = same?.findIndex((job) => !isShownElsewhere(job)) ?? -1;
    return at < 0 ? null : (same?.splice(at, 1)[0] ?? null);
  }
}
