import { counted } from '../../core/count-words.ts';
import type { RunPlan } from '../../core/jobs/run.ts';

/** So many rows with warnings are listed; the others are counted. */
const MOST_WARNED = 3;

/** The one question before money is spent: how many videos, which warnings, and what happens with the other rows. */
export function confirmation(plan: RunPlan, hidden: number | 'unknown'): string {
  const tests = plan.ready.filter(({ request }) => request.test === true).length;
  const parts = [
    [...paid(plan.ready.length - tests), ...tested(tests), ...paidAgain(plan)],
    warned(plan),
    [...otherRows(plan, hidden), ...unseen(plan)],
  ];
  return parts
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n');
}

function paid(videos: number): string[] {
  if (videos === 0) return ['No new video will be paid for.'];
  return [`${counted(videos, 'video')} will be made and paid for.`];
}

/** A filter view hides rows from one person, and no script can see which. */
function unseen({ ready }: RunPlan): string[] {
  return ready.length < 2 ? [] : ['Rows that only a filter view hides count too.'];
}

/** The user pays for the same row a second time, so it is said. */
function paidAgain({ ready }: RunPlan): string[] {
  const rows = ready.filter(({ again }) => again).length;
  if (rows === 0) return [];
  return [
    rows === 1
      ? '1 of these rows has a video already. The new one takes its place in the sheet and is paid for as well.'
      : `${rows} of these rows have a video already. The new ones take their places in the sheet and are paid for as well.`,
  ];
}

function tested(videos: number): string[] {
  if (videos === 0) return [];
  return [
    `${counted(videos, 'test video')} will be asked for. Test videos are free and carry a watermark, but HeyGen makes none for some accounts.`,
  ];
}

function warned({ ready }: RunPlan): string[] {
  const rows = ready.filter(({ warnings }) => warnings.length > 0);
  const warnedLines = rows.slice(0, MOST_WARNED).map(({ row, warnings }) => {
    const sentences = warnings.map(({ message }) => message).join(' ');
    return `• Row ${row}: ${sentences}`;
  });
  if (rows.length === 0) return [];
  const more = rows.length - warnedLines.length;
  return [
    'Worth a look before you pay:',
    ...warnedLines,
    ...(more === 0 ? [] : [`• And ${counted(more, 'more row')}.`]),
  ];
}

/** Why there is nothing to render: how many rows of each kind. */
export function nothingToRender(plan: RunPlan, hidden: number | 'unknown'): string {
  return ['Nothing to render.', '', ...otherRows(plan, hidden)].join('\n');
}

function otherRows(plan: RunPlan, hidden: number | 'unknown'): string[] {
  const { skipped } = plan;
  const lines = [
    rowsThatAre(plan.blocked.length, 'blocked: the problem column says what to change'),
    rowsThatAre(
      plan.relinked.length,
      'with a video that is there already: it is put beside the row, and nothing is paid',
    ),
    rowsThatAre(skipped.done, 'done already'),
    rowsThatAre(
      skipped.changed,
      'changed since the video was made: “Render selected rows again…” makes a new one, and it is paid for',
    ),
    rowsThatAre(skipped.underWay, 'under way'),
    rowsThatAre(skipped.unconfirmed, 'unconfirmed: HeyGen may already have it, so it is not sent again'),
    rowsThatAre(hidden === 'unknown' ? 0 : hidden, 'hidden or filtered out'),
    rowsThatAre(skipped.blank, 'blank'),
  ].filter((line) => line !== '');
  if (hidden === 'unknown') {
    lines.push(
      'Google took too long to say which of these rows are hidden, so hidden rows are included. If you do not want that, choose No and select fewer rows.',
    );
  }
  return lines;
}

function rowsThatAre(count: number, what: string): string {
  return count === 0 ? '' : `• ${counted(count, 'row')} ${what}.`;
}
