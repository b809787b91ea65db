import { quoted } from '../heygen/one-off-problems.ts';
import type { Problem } from '../heygen/problem.ts';
import { MAYBE_CREATED } from '../heygen/unsettled-refusals.ts';

/* What a row says of its job, apart from what HeyGen's own answer says. */

export const LOST =
  'HeyGen’s answer was lost, so it may or may not be making this video. Reelmerge is looking for proof and sends nothing again without it.';
const NOT_FOUND_YET =
  'HeyGen says that it cannot find something. It has also said so of videos that it was making, so Reelmerge looks for the video before it believes it. You need not do anything.';
export const ASSET_NOT_THERE_YET =
  'HeyGen does not have an uploaded file of this row yet, as happens in the first moments after an upload. Reelmerge sends the row again soon.';
export const UNSAFE_LINK =
  'The video is finished, but HeyGen gave a link that is not a plain https address. Open the video in HeyGen.';
export const MISSING =
  'HeyGen accepted this video but has not shown it for an hour. Choose “Check for finished videos” to look again, or send it again in the sidebar. If HeyGen has it after all, you pay for it twice.';

/** That the answer to a POST was lost. */
export function lossWords(problem: Problem): string {
  return problem.code === MAYBE_CREATED ? NOT_FOUND_YET + quoted(problem) : LOST;
}
