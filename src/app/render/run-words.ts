import { balanceText, costWords, dollars, duration } from '../../core/amount-words.ts';
import { findingsOf, isAbsurd } from '../../core/check/check-report.ts';
import { counted } from '../../core/count-words.ts';
import { groupsOf } from '../../core/groups.ts';
import { leftOutWords } from '../../core/jobs/left-out.ts';
import type { RunPlan } from '../../core/jobs/run.ts';
import { sharersOf } from '../../core/jobs/shared-video.ts';
import { steeringHeaders } from '../../core/sheet/steering.ts';
import type { Table } from '../../core/sheet/table.ts';
import type { PlannedRun } from './plan-visible.ts';
import { mayExceedBalance, type RunCost } from './run-cost.ts';

/** So many warnings, and rows with changes, are listed; the others are counted. */
const MOST_WARNED = 3;

/** The question before money is spent: how many videos, their price, warnings, and what becomes of the other rows. */
export function confirmation({ table, plan, hidden }: PlannedRun, cost: RunCost): string {
  const parts = [
    [...paid(cost.videos - cost.tests), ...tested(cost.tests), ...shared(plan), ...paidAgain(plan)],
    [...priced(cost), ...steered(table, plan)],
    changed(plan),
    warned(plan),
    [...otherRows(plan, hidden), ...unseen(plan)],
  ];
  return parts
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n');
}

/** A column may steer because it happens to be called like one of ours. */
function steered(table: Table, { ready }: RunPlan): string[] {
  const headers = steeringHeaders(
    table,
    ready.map(({ row }) => row),
  );
  return headers.length === 0 ? [] : [`Columns that steer: ${headers.join(', ')}.`];
}

/** Rows that say the same: one video for all of them, or the offer of it. */
function shared(plan: RunPlan): string[] {
  const words = sameWordsOf(plan);
  if (words === '') return [];
  return [
    plan.shared.length > 0
      ? `${words}.`
      : `With “Same words, one video”, a setting in the sidebar: ${words}.`,
  ];
}

/**
 * "12 rows say the same as another: 3 videos instead of 15", as it is or could be, and whose title the video has; ''
 * when none does.
 */
export function sameWordsOf(plan: RunPlan): string {
  const sharers = sharersOf(plan);
  const repeats = sharers.length;
  if (repeats === 0) return '';
  const without = plan.ready.length + plan.shared.length;
  const say = repeats === 1 ? 'says' : 'say';
  const titled = sharers.filter(({ otherTitle }) => otherTitle).length;
  const placed = sharers.filter(({ otherFolder }) => otherFolder).length;
  return [
    `${counted(repeats, 'row')} ${say} the same as another: ${counted(without - repeats, 'video')} instead of ${without}`,
    takesOf(titled, 'title', ', which its page shows'),
    takesOf(placed, 'folder', ''),
  ].join('');
}

/** "; 3 rows take the title of the row that they share with" */
function takesOf(rows: number, what: string, more: string): string {
  if (rows === 0) return '';
  const [take, they] = rows === 1 ? ['takes', 'it shares'] : ['take', 'they share'];
  return `; ${counted(rows, 'row')} ${take} the ${what} of the row that ${they} with${more}`;
}

function paid(videos: number): string[] {
  if (videos === 0) return ['No new video will be paid for.'];
  return [`${counted(videos, 'video')} will be made and paid for.`];
}

const BY_PACE = ', by the pace of the voices in earlier videos';

/** What it costs, what is left in the account, and how long it takes. */
function priced(cost: RunCost): string[] {
  const { videos, tests, unknownLengths, seconds, range, balance, topUpUrl } = cost;
  if (videos === 0) return [];
  const time = `It takes about ${duration(cost.renderSeconds)} to make ${videos === 1 ? 'it' : 'them'}.`;
  if (videos === tests) return [time];
  const unknown = `${counted(unknownLengths, 'video')} of unknown length`;
  const known = unknownLengths < videos - tests;
  return [
    known
      ? `Length: about ${duration(seconds)}${cost.paced > 0 ? BY_PACE : ''}. Cost: ${costWords(range)}.`
      : '',
    unknownLengths === 0 ? '' : `${known ? 'On top come' : 'Cost: not known yet for'} ${unknown}.`,
    balanceWords(balance, range, known && unknownLengths === 0),
    balance !== null && balance.amount <= 0
      ? `HeyGen makes nothing before you top up: ${topUpUrl}`
      : mayExceedBalance(balance, range.most)
        ? `This may cost more than your balance. Rows that it does not cover stay queued. Top up: ${topUpUrl}`
        : '',
    ...cost.priceNews,
    time,
  ].filter((line) => line !== '');
}

function balanceWords(
  balance: RunCost['balance'],
  { least, most }: RunCost['range'],
  isWhole: boolean,
): string {
  if (balance === null) return 'Balance: unknown. HeyGen does not say what is left in your account.';
  const now = `Balance: ${balanceText(balance)}`;
  if (balance.unit !== 'usd' || balance.amount <= 0 || !isWhole) return `${now}.`;
  const left = { least: Math.max(0, balance.amount - most), most: Math.max(0, balance.amount - least) };
  return `${now}, ${costWords(left)} afterwards.`;
}

/** The second question, above the sum that the user has set. */
export function costlyQuestion({ range, asksAbove, videos }: RunCost): string {
  const sample =
    videos > 1 ? '\n\nTo see a few of them first, choose No, then “Render a sample first…”.' : '';
  return `This run may cost ${dollars(range.most)}. Above ${dollars(asksAbove ?? 0)} Reelmerge asks once more.${sample}\n\nRender ${videos === 1 ? 'it' : `all ${counted(videos, 'video')}`} now?`;
}

/** A filter view hides rows from one person, and no script can see which. */
function unseen({ ready }: RunPlan): string[] {
  return ready.length < 2 ? [] : ['Rows that only a filter view hides count too.'];
}

/** The user pays for the same row a second time, so it is said. */
function paidAgain({ ready }: RunPlan): string[] {
  const rows = ready.filter(({ replaces }) => replaces !== '').length;
  if (rows === 0) return [];
  return [
    rows === 1
      ? '1 of these rows has a video already. The new one takes its place in the sheet and is paid for as well.'
      : `${rows} of these rows have a video already. The new ones take their places in the sheet and are paid for as well.`,
  ];
}

/** What is another now in the rows that have a video. */
function changed({ ready }: RunPlan): string[] {
  const rows = ready.filter(({ changes }) => changes !== '');
  if (rows.length === 0) return [];
  const lines = rows.slice(0, MOST_WARNED).map(({ row, changes }) => `• Row ${row}: ${changes}`);
  return ['Changed since their videos were made:', ...lines, ...moreRows(rows.length - lines.length)];
}

function moreRows(count: number): string[] {
  return count === 0 ? [] : [`• And ${counted(count, 'more row')}.`];
}

function tested(videos: number): string[] {
  if (videos === 0) return [];
  return [
    `${counted(videos, 'test video')} will be asked for. Test videos are free and carry a watermark, but HeyGen makes none for some accounts.`,
  ];
}

/** What several rows have in common is told once, and first what nobody means to hear. */
function warned({ ready }: RunPlan): string[] {
  const findings = ready.flatMap(({ row, warnings }) => findingsOf('warning', row, warnings));
  if (findings.length === 0) return [];
  const same = [...groupsOf(findings, ({ message }) => message).values()].sort(
    (one, other) => Number(other.some(isAbsurd)) - Number(one.some(isAbsurd)),
  );
  const lines = same
    .slice(0, MOST_WARNED)
    .map((group) => `• ${rowsNamed(group.map(({ row }) => row))}: ${group[0]?.message}`);
  const left = same.length - lines.length;
  return [
    'Worth a look before you pay:',
    ...lines,
    ...(left === 0 ? [] : [`• And ${counted(left, 'more warning')}.`]),
  ];
}

function rowsNamed(rows: readonly number[]): string {
  if (rows.length === 1) return `Row ${rows[0]}`;
  const named = rows.slice(0, MOST_WARNED).join(', ');
  return rows.length <= MOST_WARNED ? `Rows ${named}` : `Rows ${named} and ${rows.length - MOST_WARNED} more`;
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
    ...leftOutWords(plan.leftOut).map((words) => `• ${words}.`),
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
