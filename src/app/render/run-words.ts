import type { RunPlan } from '../../core/jobs/run.ts';

/** Rows with something worth telling that are told one by one; the others are counted. */
const MOST_WARNED = 3;

/** The one question before money is spent: how many videos, what is worth a look, and what becomes of the other rows. */
export function confirmation(plan: RunPlan, hidden: number | 'unknown'): string {
  const tests = plan.ready.filter(({ request }) => request.test === true).length;
  const parts = [
    [...paid(plan.ready.length - tests), ...tested(tests), ...paidAgain(plan)],
    warned(plan),
    otherRows(plan, hidden),
  ];
  return parts
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n');
}

function paid(videos: number): string[] {
  if (videos === 0) return ['No new video will be paid for.'];
  return [
    videos === 1 ? '1 video will be made and paid for.' : `${videos} videos will be made and paid for.`,
  ];
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
  const asked = videos === 1 ? '1 test video is asked for' : `${videos} test videos are asked for`;
  return [`${asked}: free and with a watermark, as far as HeyGen takes them.`];
}

function warned({ ready }: RunPlan): string[] {
  const rows = ready.filter(({ warnings }) => warnings.length > 0);
  const told = rows.slice(0, MOST_WARNED).map(({ row, warnings }) => {
    const sentences = warnings.map(({ message }) => message).join(' ');
    return `• Row ${row}: ${sentences}`;
  });
  if (rows.length === 0) return [];
  const more = rows.length - told.length;
  return [
    'Worth a look before you pay:',
    ...told,
    ...(more === 0 ? [] : [`• ${more} more ${more === 1 ? 'row' : 'rows'} of this kind.`]),
  ];
}

/** Why there is nothing to render, row by kind. */
export function nothingToRender(plan: RunPlan, hidden: number | 'unknown'): string {
  return ['Nothing to render.', '', ...otherRows(plan, hidden)].join('\n');
}

function otherRows(plan: RunPlan, hidden: number | 'unknown'): string[] {
  const { skipped } = plan;
  const lines = [
    counted(plan.blocked.length, 'blocked: the problem column says what to change'),
    counted(
      plan.relinked.length,
      'with a video that is there already: it is put beside the row, and nothing is paid',
    ),
    counted(skipped.done, 'done already'),
    counted(
      skipped.changed,
      'changed since the video was made: “Render selected rows again…” makes a new one, and it is paid for',
    ),
    counted(skipped.underWay, 'under way'),
    counted(skipped.unconfirmed, 'unconfirmed: HeyGen may already have it, so it is not sent again'),
    counted(hidden === 'unknown' ? 0 : hidden, 'hidden or filtered out'),
    counted(skipped.blank, 'blank'),
  ].filter((line) => line !== '');
  if (hidden === 'unknown') {
    lines.push(
      'Google was too slow to tell which of these rows are hidden, so hidden rows count too. If that is not what you want, choose No and select fewer rows.',
    );
  }
  return lines;
}

function counted(count: number, what: string): string {
  if (count === 0) return '';
  return `• ${count} ${count === 1 ? 'row' : 'rows'} ${what}.`;
}
