import { chooseSample, MOST_SAMPLED } from '../../core/sample/choose-sample.ts';
import { reasonWords, sampleRow, unshownWords } from '../../core/sample/sample-row.ts';
import { type KeptSample, samplePrints, standsFor } from '../../core/settings/kept-sample.ts';
import type { Platform } from '../ports/ports.ts';
import type { Tab } from '../ports/tab.ts';
import type { PlannedRun } from './plan-visible.ts';

/** A run that is cut down to its sample. */
export interface SampleRun extends PlannedRun {
  readonly chosen: readonly { readonly row: number; readonly why: string }[];
  /** What so few rows do not show, in words; '' when they show all. */
  readonly unshown: string;
}

/** The rows of a run that show how the rest will turn out, as a run of their own. */
export function sampleOf(tab: Tab, planned: PlannedRun): SampleRun {
  const { plan, facts } = planned;
  const most = Math.max(1, Math.min(MOST_SAMPLED, tab.settings().sampleRows ?? MOST_SAMPLED));
  const sample = chooseSample(
    plan.ready.map((row) => sampleRow(row, facts)),
    most,
  );
  const chosen = sample.rows.map(({ row, reasons }) => ({ row, why: reasonWords(reasons, facts) }));
  const numbers = new Set(chosen.map(({ row }) => row));
  return {
    ...planned,
    chosen,
    unshown: unshownWords(sample.unshown, facts),
    plan: {
      ...plan,
      ready: plan.ready.filter(({ row }) => numbers.has(row)),
      blocked: [],
      relinked: [],
      shared: [],
    },
  };
}

/** What the rows of this run are made with. */
export function printsOf(platform: Platform, tab: Tab, { plan }: PlannedRun): readonly string[] {
  return samplePrints(plan.ready, platform.settings.defaults(tab.id), tab.settings().emptyWords);
}

/** The sample that shows how this run would turn out; null when there is none. */
export function currentSample(platform: Platform, tab: Tab, planned: PlannedRun): KeptSample | null {
  const { sample } = tab.settings();
  return sample !== null && standsFor(sample, printsOf(platform, tab, planned)) ? sample : null;
}

/** Keeps what was rendered as the sample. It is not approved yet. */
export function keepSample(
  platform: Platform,
  tab: Tab,
  whole: PlannedRun,
  { plan, chosen }: SampleRun,
): void {
  const why = new Map(chosen.map((each) => [each.row, each.why]));
  platform.settings.setForSheet(tab.id, {
    ...tab.settings(),
    sample: {
      prints: printsOf(platform, tab, whole),
      rows: plan.ready.map(({ row, requestPrint }) => ({ print: requestPrint, why: why.get(row) ?? '' })),
      approved: false,
    },
  });
}

/** Whether so many rows wait for a sample that was approved. */
export function waitsForSample(platform: Platform, tab: Tab, planned: PlannedRun): boolean {
  const above = tab.settings().sampleAboveRows;
  if (above === null || planned.plan.ready.length <= above) return false;
  return currentSample(platform, tab, planned)?.approved !== true;
}
