import { costWords } from '../../core/amount-words.ts';
import { runPrint } from '../../core/jobs/run.ts';
import { shownRows } from '../../core/jobs/shown-row.ts';
import { isOpen, type JobStatus } from '../../core/jobs/status.ts';
import { runTotals } from '../../core/request/run-totals.ts';
import type { Platform } from '../ports/ports.ts';
import type { Tab } from '../ports/tab.ts';
import { currentSample, sampleOf, waitsForSample } from '../render/chosen-sample.ts';
import type { PlannedRun } from '../render/plan-visible.ts';
import { type SampledVideo, sampledVideos } from '../render/sampled-videos.ts';

/** The rows to see before the rest, and what became of them. */
export interface SampleView {
  /** Rows that a sample would have now, each with its reason. */
  readonly rows: readonly { readonly row: number; readonly why: string }[];
  /** What these rows do not show, in words; '' when they show all. */
  readonly unshown: string;
  /** Identifies exactly these rows and requests. */
  readonly runPrint: string;
  /** Their estimated price in words. */
  readonly cost: string;
  /** Render of the selected rows waits until a sample is approved. */
  readonly required: boolean;
  /** The last sample, if it shows how the selected rows would turn out. */
  readonly made: MadeSample | null;
}

export interface MadeSample {
  readonly approved: boolean;
  /** How many of its videos are under way. */
  readonly open: number;
  readonly videos: readonly {
    /** Where it stands now; null when its row is gone. */
    readonly row: number | null;
    readonly why: string;
    readonly status: JobStatus;
    readonly video_url: string;
    readonly thumbnail: string;
    readonly seconds: number;
  }[];
}

export function sampleView(platform: Platform, tab: Tab, planned: PlannedRun): SampleView {
  const run = sampleOf(tab, planned);
  const sample = currentSample(platform, tab, planned);
  const videos = sample === null ? [] : sampledVideos(platform, tab, sample);
  return {
    rows: run.chosen,
    unshown: run.unshown,
    runPrint: runPrint(run.plan),
    cost: costWords(runTotals(run.plan.ready, run.facts, platform.settings.prices()).range),
    required: waitsForSample(platform, tab, planned),
    made: videos.length === 0 ? null : madeView(videos, planned, sample?.approved === true),
  };
}

function madeView(videos: readonly SampledVideo[], { table }: PlannedRun, approved: boolean): MadeSample {
  const rowOf = new Map(shownRows(table).map(({ job, number }) => [job, number]));
  return {
    approved,
    open: videos.filter(({ job }) => isOpen(job.status)).length,
    videos: videos.map(({ why, job: { id, status, video_url, thumbnail, seconds } }) => ({
      row: rowOf.get(id) ?? null,
      why,
      status,
      video_url,
      thumbnail,
      seconds: seconds ?? 0,
    })),
  };
}
