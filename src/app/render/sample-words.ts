import { costWords } from '../../core/amount-words.ts';
import { counted } from '../../core/count-words.ts';
import { leftOutWords } from '../../core/jobs/left-out.ts';
import { isOpen } from '../../core/jobs/status.ts';
import type { Platform } from '../ports/ports.ts';
import type { Tab } from '../ports/tab.ts';
import { currentSample, type SampleRun } from './chosen-sample.ts';
import type { PlannedRun } from './plan-visible.ts';
import type { RunCost } from './run-cost.ts';
import { sampledVideos } from './sampled-videos.ts';

/** Which rows, why, and for how much. */
export function sampleQuestion(
  { chosen, unshown, plan }: SampleRun,
  { range, unknownLengths }: RunCost,
): string {
  const without =
    unknownLengths === 0 ? '' : `, without ${counted(unknownLengths, 'video')} of unknown length`;
  return [
    'These rows show how the others will turn out:',
    ...chosen.map(({ row, why }) => `• Row ${row}: ${why || 'one more'}`),
    ...(unshown === '' ? [] : [`• Not shown: ${unshown}.`]),
    ...leftOutWords(plan.leftOut).map((words) => `• ${words}.`),
    '',
    `They will be made and paid for: ${costWords(range)}${without}.`,
    'When they are done, look at them, then choose “Render a sample first…” again to approve them.',
  ].join('\n');
}

/** The question once the sample is there. `rows`: where its videos stand. */
export function approvalQuestion(rows: readonly number[]): string {
  const where = rows.length === 1 ? 'row' : 'rows';
  return `The sample is done: ${where} ${rows.join(', ')}. Have you looked at its videos? Yes approves them and goes on to the rest. No leaves everything as it is.`;
}

/** Why a run waits. */
export function sampleFirst(platform: Platform, tab: Tab, planned: PlannedRun): string {
  const why = `This sheet renders more than ${counted(tab.settings().sampleAboveRows ?? 0, 'row')} only after a sample. Nothing was sent and nothing was paid.`;
  const sample = currentSample(platform, tab, planned);
  if (sample === null) {
    const earlier = tab.settings().sample === null ? '' : ' The last sample was made with another script.';
    return `${why}${earlier} Choose “Render a sample first…”.`;
  }
  const videos = sampledVideos(platform, tab, sample);
  return videos.some(({ job }) => isOpen(job.status))
    ? `${why} The sample is still being rendered. When it is done, look at its videos and approve them.`
    : `${why} Look at the videos of the sample, then choose “Render a sample first…” to approve them.`;
}
