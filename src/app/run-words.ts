import type { RunPlan } from '../core/run.ts';

/** The one question before money is spent: how many videos, and what becomes of the other rows. */
export function confirmation(plan: RunPlan, hidden: number | 'unknown'): string {
  const videos = plan.ready.length;
  const paid =
    videos === 0
      ? 'No new video will be paid for.'
      : videos === 1
        ? '1 video will be made and paid for.'
        : `${videos} videos will be made and paid for.`;
  const rest = otherRows(plan, hidden);
  return rest.length === 0 ? paid : [paid, '', ...rest].join('\n');
}

/** Why there is nothing to render, row by kind. */
export function nothingToRender(plan: RunPlan, hidden: number | 'unknown'): string {
  return ['Nothing to render.', '', ...otherRows(plan, hidden)].join('\n');
}

function otherRows(plan: RunPlan, hidden: number | 'unknown'): string[] {
  const { skipped } = plan;
  const lines = [
    counted(plan.blocked.length, 'blocked: the problem column says what to change'),
    counted(plan.relinked.length, 'already being made: gets its job back and is not paid again'),
    counted(skipped.done, 'done already'),
    counted(
      skipped.changed,
      'done, but changed since: to have it made again, and paid again, clear its job cell',
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
