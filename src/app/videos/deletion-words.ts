import { counted } from '../../core/count-words.ts';
import { quoted } from '../../core/heygen/one-off-problems.ts';
import type { Problem } from '../../core/heygen/problem.ts';
import type { DeletionPlan } from '../../core/jobs/deletion.ts';

/** The outcome of deleting. */
export interface Deletion {
  readonly deleted: number;
  /** These may be deleted or not: HeyGen's answers were lost. */
  readonly unknown: number;
  /** HeyGen refused to delete these. `reasons` are different ones. */
  readonly refused: number;
  readonly reasons: readonly string[];
  /** Videos that were not tried. */
  readonly untried: number;
  /** Why not: a sentence. '' when all were tried. */
  readonly stop: string;
  /** Sentences about rows and cells that could not be written. */
  readonly remarks: readonly string[];
}

/** The one question before anything is deleted. `copies` are other rows that show the same videos. */
export function deletionQuestion(
  videos: number,
  copies: number,
  left: DeletionPlan['left'],
  hidden: number,
): { readonly title: string; readonly message: string } {
  const lines = [
    `${counted(videos, 'video')} of the selected rows will be deleted in your HeyGen account. This cannot be undone, and nothing is refunded.`,
  ];
  if (copies > 0) {
    const show = copies === 1 ? 'shows' : 'show';
    lines.push(`${counted(copies, 'row')} more ${show} one of these videos and will lose it too.`);
  }
  const others = leftAlone(left, hidden);
  return {
    title: `Delete ${counted(videos, 'video')}?`,
    message: [...lines, ...(others.length === 0 ? [] : ['', 'Left alone:', ...others])].join('\n'),
  };
}

/** Why there is nothing to delete. `before` counts videos that were deleted earlier. */
export function nothingToDelete(left: DeletionPlan['left'], hidden: number, before: number): string {
  const again =
    before === 0
      ? []
      : [
          before === 1
            ? 'The video of 1 row was deleted before, as the row says.'
            : `The videos of ${before} rows were deleted before, as the rows say.`,
        ];
  return ['The selected rows have no video to delete.', ...again, ...leftAlone(left, hidden)].join('\n');
}

/** What was deleted, what was not, and why. */
export function deletionWords(deletion: Deletion): string {
  const { deleted, unknown, refused, reasons, untried, stop, remarks } = deletion;
  const was =
    deleted === 0 ? 'No videos were' : `${counted(deleted, 'video')} ${deleted === 1 ? 'was' : 'were'}`;
  // "No videos were deleted" would be a guess while an answer is missing.
  const lines = deleted === 0 && unknown > 0 ? [] : [`${was} deleted in HeyGen.`];
  if (unknown > 0) {
    lines.push(
      `HeyGen’s answer about ${counted(unknown, 'video')} was lost, so it may be deleted. Choose the menu item again: if the video is gone, its row then says so.`,
    );
  }
  if (refused > 0) {
    lines.push(
      `HeyGen did not delete ${counted(refused, 'video')}. ${reasons.join(' ')} Look at the videos in HeyGen. If you do not need them, delete them there.`,
    );
  }
  if (untried > 0) {
    lines.push(`${counted(untried, 'video')} ${untried === 1 ? 'is' : 'are'} left. ${stop}`);
  }
  return [...lines, ...remarks].join('\n');
}

/** Why HeyGen did not delete a video. The usual sentences of a refusal are about rendering a row. */
export function refusalWords(problem: Problem): string {
  const { code, httpStatus } = problem;
  const answer = code === `http_${httpStatus}` ? `HTTP ${httpStatus}` : `${code} (HTTP ${httpStatus})`;
  return `Its answer was ${answer}.${quoted(problem)}`;
}

function leftAlone(left: DeletionPlan['left'], hidden: number): string[] {
  return [
    line(left.underWay, 'whose video is still being made'),
    line(left.changed, 'changed since: the video speaks the earlier text'),
    line(left.otherAccount, 'whose video is in another HeyGen account'),
    ...[...left.otherSheets].map(([name, count]) =>
      line(count, `whose video belongs to the sheet “${name}”: delete it there`),
    ),
    line(left.noVideo, 'without a finished video'),
    line(hidden, 'hidden or filtered out'),
  ].filter((line) => line !== '');
}

function line(count: number, what: string): string {
  return count === 0 ? '' : `• ${counted(count, 'row')} ${what}.`;
}
