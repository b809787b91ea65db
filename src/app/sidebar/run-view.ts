import type { Finding, FindingGroup } from '../../core/check/check-report.ts';
import type { OtherNames } from '../../core/jobs/foreign-columns.ts';
import type { OpenStatus } from '../../core/jobs/status.ts';
import type { UndoTime } from '../../core/jobs/undo-time.ts';
import type { AskedColumn } from '../../core/sheet/asked-columns.ts';
import type { RunCost } from '../render/run-cost.ts';
import type { IssueView } from './row-view.ts';
import type { SampleView } from './sample-view.ts';

export interface RunSummary extends RunCost {
  /** Identifies exactly these rows and requests. The user says Yes to them and to no others. */
  readonly runPrint: string;
  /** The user asks for new videos also where there are some. */
  readonly again: boolean;
  /** Videos among them whose row has one already: it is paid for as well. */
  readonly videosAgain: number;
  /** Rows that say the same as another, whose video they share. */
  readonly shared: number;
  /** The same rows in words, or the offer to share; '' when no row says the same as another. */
  readonly sameWords: string;
  /** Rows that get a video which is there already, and nothing is paid for. */
  readonly linked: number;
  readonly skipped: {
    readonly done: number;
    readonly changed: number;
    readonly underWay: number;
    readonly unconfirmed: number;
    readonly hidden: number;
    readonly blank: number;
  };
  /** Rows that the user's own rule keeps out: how many and why, in words. */
  readonly leftOut: readonly string[];
  /** Why rows are blocked, by what mends them. */
  readonly blocked: readonly FindingGroup[];
  readonly blockedRows: number;
  /** What the user should know before paying. */
  readonly warnings: readonly FindingGroup[];
  readonly warnedRows: number;
  /** Null when nothing can be rendered. */
  readonly sample: SampleView | null;
  /** Headers of the columns that steer these videos. */
  readonly steering: readonly string[];
  /** What the user must settle about the columns first; null when nothing is open. */
  readonly open: ColumnQuestions | null;
  /** Why nothing can be rendered; '' when something can. */
  readonly obstacle: string;
}

/** Questions about columns. The page answers them by changing the settings of the sheet. */
export interface ColumnQuestions {
  readonly asked: readonly Pick<AskedColumn, 'name' | 'header' | 'purpose' | 'example'>[];
  readonly others: OtherNames | null;
}

/** What a check has found. */
export interface CheckView {
  readonly rows: number;
  readonly ready: number;
  readonly leftOut: readonly string[];
  /** What could not be looked at, and why; '' when all could. */
  readonly unchecked: string;
  readonly groups: readonly FindingGroup[];
  readonly findings: readonly Pick<Finding, 'row' | 'column' | 'message' | 'kind'>[];
  /** Estimated seconds and US dollars of the videos whose length is known. */
  readonly seconds: number;
  readonly usd: number;
  readonly unknownLengths: number;
  /** Why nothing could be checked; '' when something could. */
  readonly obstacle: string;
  /** Why some cells did not get their note; '' when all did. */
  readonly refusal: string;
}

export interface Rendered {
  /** How many videos were ordered; 0 when nothing was sent. */
  readonly videos: number;
  /** Why nothing was sent; '' when something was. */
  readonly message: string;
  readonly progress: Progress;
}

export interface Progress {
  readonly counts: Readonly<Record<OpenStatus | 'Done' | 'Changed' | 'Failed' | 'Cancelled', number>>;
  /** The newest finished videos first. */
  readonly finished: readonly FinishedView[];
  readonly unconfirmed: readonly {
    readonly job: string;
    readonly row: number | null;
    readonly problem: string;
  }[];
  /** Rows whose videos have been at HeyGen for much longer than their like. */
  readonly stuck: readonly IssueView[];
  readonly failed: readonly IssueView[];
  /** Rows that have changed since their videos were made, each with what has changed. */
  readonly changed: readonly IssueView[];
  /** HeyGen refused test videos, and test mode is still on for this sheet: the page offers to switch it off. */
  readonly testRefused: boolean;
  /** How many of those at HeyGen were last seen waiting there for a free slot. */
  readonly waiting: number;
  /** Estimated seconds until the last video is there. Null when nothing is under way. */
  readonly secondsLeft: number | null;
  /** Why no more is sent; null when nothing stops it. */
  readonly paused: Paused | null;
  /** A sentence: what the finished videos of the latest run came to against their estimate. '' without one. */
  readonly actual: string;
  /** The newest run of the sheet, and what became of it in words: '' while it goes on. Null without one, and when it was taken back. */
  readonly run: { readonly id: string; readonly ended: string } | null;
  readonly remarks: readonly string[];
  /** Another execution is doing this now. */
  readonly busy: boolean;
  /** The newest run that has not left yet and can be taken back; null when there is none. */
  readonly undo: UndoTime | null;
  /** Identifies the active sheet, the account's state and the jobs that this was made from. */
  readonly print: string;
}

/** A run that HeyGen, or a budget of the sheet, stopped. It goes on when the user resumes it. */
export interface Paused {
  /** A few words that fit behind “Paused: ”. */
  readonly reason: string;
  /** Sentences: what happened and what to do. */
  readonly message: string;
  /** A top-up puts it right. */
  readonly noCredit: boolean;
  /** Another key puts it right. */
  readonly aboutKey: boolean;
  /** A budget is reached. */
  readonly budget: boolean;
  /** The balance is looked at now and then, and with more credit the run goes on by itself. */
  readonly goesOnByItself: boolean;
}

export interface FinishedView {
  readonly job: string;
  readonly row: number | null;
  readonly title: string;
  readonly thumbnail: string;
  readonly video_url: string;
  readonly seconds: number;
}
