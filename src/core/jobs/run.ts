import { fingerprint } from '../fingerprint.ts';
import type { Endpoint, VideoRequest } from '../heygen/video-request.ts';
import type { Issue } from '../issue.ts';
import { checkRow, withOddities } from '../oddities/check-row.ts';
import { success } from '../result.ts';
import { type AccountFacts, NO_FACTS } from '../row/account-facts.ts';
import type { Defaults } from '../row/row-cells.ts';
import { cellOf, type Row, type Table } from '../sheet/table.ts';
import type { MarkedText } from '../speech/marked-text.ts';
import { whatChanged } from './changed-row.ts';
import { CurrentRequests, printsOf } from './current-request.ts';
import type { Job } from './job.ts';
import { LeftOut, type LeftOutRows } from './left-out.ts';
import { type Placement, placeJobs } from './placement.ts';
import { beginningOf, type RequestParts, requestPartsOf, requestPrintOf } from './request-print.ts';
import { ownersOf, videosByRequest } from './row-owners.ts';
import { type SharedRow, sharing } from './shared-video.ts';
import { isOpen } from './status.ts';
import { isTooLong, tooLong } from './too-long.ts';
import { type UnshownQuestion, UnshownVideos } from './unshown-videos.ts';

/** A row whose video can be requested. */
export interface ReadyRow {
  readonly row: number;
  readonly request: VideoRequest;
  /** Which POST takes it. */
  readonly endpoint: Endpoint;
  /** The HeyGen folder for its video, null for none. */
  readonly folder: string | null;
  readonly sourcePrints: readonly string[];
  /** Fingerprint of the request: the same row, unchanged, has the same. */
  readonly requestPrint: string;
  /** Worth knowing before it is paid for. */
  readonly warnings: readonly Issue[];
  /** The parts of the request, so that it can be said later what has changed. */
  readonly requestParts: RequestParts;
  /** How its words begin. */
  readonly says: string;
  /** The headers of the columns whose fallback its words have. */
  readonly fallbacks: readonly string[];
  /** The scenes of its script, merged; empty where the words are not a script's. */
  readonly scenes: readonly MarkedText[];
  /** The script template that its words come from; '' for words of its own. */
  readonly scriptTemplate: string;
  /** The job whose video the row has, where the user asked for a new one; '' for none. */
  readonly replaces: string;
  /** What has changed since that video was made, as a sentence; '' when nothing has or there is none. */
  readonly changes: string;
}

/** A row that cannot be sent, with everything that is wrong and all that is worth a look. */
export interface BlockedRow {
  readonly row: number;
  readonly issues: readonly Issue[];
  readonly warnings: readonly Issue[];
}

/** What pressing Render does with some rows. Nothing has been changed or sent yet. */
export interface RunPlan {
  readonly ready: readonly ReadyRow[];
  /** Rows that get the video of a ready row, because they ask for the very same. */
  readonly shared: readonly SharedRow[];
  readonly blocked: readonly BlockedRow[];
  /** Rows whose very request is there already, made or under way, and shown by no row: they get it, unpaid. */
  readonly relinked: readonly { readonly row: number; readonly job: Job }[];
  readonly skipped: {
    readonly blank: number;
    readonly done: number;
    /** Their video was made from an earlier request: it stays until the user asks for a new one. */
    readonly changed: number;
    readonly underWay: number;
    readonly unconfirmed: number;
  };
  /** Rows that the user's own rule keeps out: not approved, or another condition of the sheet. */
  readonly leftOut: readonly LeftOutRows[];
}

/** Whether what is known of the account may tell a row anything that its own reading does not. */
function bearsOnRows({ looks, missingLooks, missingVoices }: AccountFacts): boolean {
  return looks.size > 0 || (missingLooks?.size ?? 0) > 0 || (missingVoices?.size ?? 0) > 0;
}

/** What a run is planned from. */
export interface RunQuestion extends UnshownQuestion {
  readonly table: Table;
  readonly rows: readonly number[];
  readonly defaults: Defaults;
  readonly facts?: AccountFacts;
  /** The user asks for a new video also where there is one, and pays for it. */
  readonly again?: boolean;
}

/**
 * Plans a run. Nothing is paid for that is there: a row whose very request some job of the spreadsheet holds, and
 * that no row shows, gets that job, unless the user asks for a new video.
 */
export function planRun(question: RunQuestion): RunPlan {
  const { table, rows } = question;
  const planning = new Planning(question);
  const wanted = new Set(rows);
  const ready: ReadyRow[] = [];
  const blocked: BlockedRow[] = [];
  const relinked: { row: number; job: Job }[] = [];
  const skipped = { blank: 0, done: 0, changed: 0, underWay: 0, unconfirmed: 0 };
  for (const row of table.rows) {
    if (!wanted.has(row.number)) continue;
    const decision = planning.decide(row);
    if (decision.kind === 'ready') ready.push(decision.row);
    else if (decision.kind === 'blocked') blocked.push(decision.row);
    else if (decision.kind === 'relinked') relinked.push({ row: row.number, job: decision.job });
    else if (decision.kind === 'skipped') skipped[decision.why] += 1;
  }
  const { sharesVideos } = table.settings;
  return { ...sharing(ready, sharesVideos), blocked, relinked, skipped, leftOut: planning.leftOut.rows() };
}

type Decision =
  | { readonly kind: 'ready'; readonly row: ReadyRow }
  | { readonly kind: 'blocked'; readonly row: BlockedRow }
  | { readonly kind: 'relinked'; readonly job: Job }
  | { readonly kind: 'skipped'; readonly why: keyof RunPlan['skipped'] }
  | { readonly kind: 'left-out' };

class Planning {
  readonly leftOut: LeftOut;
  private readonly question: RunQuestion;
  private readonly jobColumn: number;
  private readonly requests: CurrentRequests;
  private readonly placement: Placement;
  private readonly owners: ReadonlyMap<string, Row>;
  private readonly unshown: UnshownVideos;
  /** The jobs whose videos rows show that still ask for them, by request. */
  private readonly shown: ReadonlyMap<string, Job>;

  constructor(question: RunQuestion) {
    const { table, history, defaults, tab, facts = NO_FACTS } = question;
    this.question = question;
    this.leftOut = new LeftOut(table);
    this.jobColumn = table.columnOf('job');
    this.requests = new CurrentRequests(table, defaults, facts);
    this.placement = placeJobs(table, [...history.values()], this.requests, tab);
    this.owners = ownersOf(this.placement);
    const { sharesVideos } = table.settings;
    this.unshown = new UnshownVideos(this.placement, question, sharesVideos);
    this.shown = sharesVideos ? videosByRequest(this.placement) : new Map();
  }

  decide(row: Row): Decision {
    if (row.blank) return { kind: 'skipped', why: 'blank' };
    const again = this.question.again === true;
    const { job, changed } = this.ownJob(row);
    if (job !== null && isOpen(job.status)) return this.keep(row, job);
    const isDone = job?.status === 'Done';
    if (isDone && !changed && !again) return this.keep(row, job);
    // A row with an earlier video stays as it is, whatever the user's rule says now.
    if ((!isDone || again) && this.leftOut.takes(row)) return { kind: 'left-out' };
    const there = isDone && again ? null : (this.unshown.take(this.requests.of(row)) ?? this.sharedWith(row));
    if (there !== null) return { kind: 'relinked', job: there };
    if (isDone && !again) return { kind: 'skipped', why: 'changed' };
    return this.ask(row, isDone ? job : null, changed);
  }

  /** The job of another row that asks for the very same, where rows may share a video. */
  private sharedWith(row: Row): Job | null {
    const jobs = printsOf(this.requests.of(row)).map((print) => this.shown.get(print));
    return jobs.find((job) => job !== undefined) ?? null;
  }

  /** The job that is the row's own; a copy has none, unless rows share videos. A row that is still loading is not judged. */
  private ownJob(row: Row): { readonly job: Job | null; readonly changed: boolean } {
    const carried = this.carriedBy(row);
    if (this.placement.waiting.has(carried)) {
      const job = this.question.history.get(carried) ?? null;
      // What it will ask for is not known yet, so it is read, which says so.
      return { job: job !== null && isOpen(job.status) ? job : null, changed: false };
    }
    const place = this.placement.places.get(row);
    const isOwner = place?.job != null && this.owners.get(place.job.id) === row;
    if (place?.job == null || !(isOwner || this.question.table.settings.sharesVideos))
      return { job: null, changed: false };
    return { job: place.job, changed: place.changed };
  }

  private keep(row: Row, job: Job): Decision {
    if (job.id !== this.carriedBy(row)) return { kind: 'relinked', job };
    if (job.status === 'Done') return { kind: 'skipped', why: 'done' };
    return { kind: 'skipped', why: job.status === 'Unconfirmed' ? 'unconfirmed' : 'underWay' };
  }

  /** `before`: the job whose video the row has. */
  private ask(row: Row, before: Job | null, changed: boolean): Decision {
    const { table, defaults, facts = NO_FACTS } = this.question;
    const current = this.requests.of(row);
    const { asked, warnings } =
      current.kind === 'request' && !bearsOnRows(facts)
        ? withOddities(this.requests.readingOf(row), success(current.asked), table, facts)
        : checkRow(table, row, defaults, facts);
    const blockedBy = (issues: readonly Issue[]): Decision => ({
      kind: 'blocked',
      row: { row: row.number, issues, warnings },
    });
    if (!asked.ok) return blockedBy(asked.failure);
    const { request, endpoint, folder, sources, fallbacks, scenes, scriptTemplate } = asked.value;
    if (warnings.length > 0 && table.settings.blocksWarnings) {
      return { kind: 'blocked', row: { row: row.number, issues: warnings, warnings: [] } };
    }
    if (isTooLong(request)) return blockedBy([tooLong(request)]);
    const compared = current.kind === 'request' ? current.asked : asked.value;
    const requestParts = requestPartsOf(compared);
    return {
      kind: 'ready',
      row: {
        row: row.number,
        request,
        endpoint,
        folder,
        sourcePrints: sources.map(fingerprint),
        requestPrint: current.kind === 'request' ? current.print : requestPrintOf(compared),
        requestParts,
        says: beginningOf(compared),
        fallbacks,
        scenes,
        scriptTemplate,
        warnings,
        replaces: before?.id ?? '',
        changes: before !== null && changed ? whatChanged(before, requestParts) : '',
      },
    };
  }

  private carriedBy(row: Row): string {
    return cellOf(row, this.jobColumn).trim();
  }
}

/** Fingerprint of what a run would request: its rows and the request of each. */
export function runPrint({ ready, shared, relinked }: RunPlan): string {
  return fingerprint(
    JSON.stringify([
      ready.map(({ row, requestPrint }) => [row, requestPrint]),
      relinked.map(({ row, job }) => [row, job.id]),
      ...(shared.length === 0 ? [] : [shared.map((each) => [each.row, each.with])]),
    ]),
  );
}
