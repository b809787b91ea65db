import type { FindingGroup } from '../../core/check/check-report.ts';
import { counted } from '../../core/count-words.ts';
import { OPEN_YOUR_SHEET } from '../obstacles.ts';
import type { Platform } from '../ports/ports.ts';
import { type Checked, checkRows } from './check-rows.ts';

/** So many groups are named in the dialog; the notes in the cells have all. */
const MOST_GROUPS = 8;
/** So many rows of a group are named. */
const MOST_ROWS = 5;

/** Menu: Check selected rows. Returns the sentences to show. */
export function checkSelected(platform: Platform): string {
  const tab = platform.spreadsheet.activeTab();
  if (tab === null) return OPEN_YOUR_SHEET;
  const checked = checkRows(platform, tab, 'selected');
  return checked.ok ? checkWords(checked.value) : checked.failure;
}

/** What the menu says after a check. */
export function checkWords({ report, hidden, refusal }: Checked): string {
  const { rows, ready, groups, leftOut, unchecked } = report;
  const warned = new Set(groups.flatMap((group) => (group.kind === 'warning' ? group.rows : []))).size;
  const head =
    rows === 0
      ? 'No selected row is waiting to be rendered.'
      : `${counted(rows, 'row')} checked, nothing spent. ${counted(ready, 'row')} can be rendered${warned === 0 ? '' : `, ${counted(warned, 'row')} with a warning`}.`;
  const listed = groups.slice(0, MOST_GROUPS).map(groupWords);
  const more = groups.length - listed.length;
  return [
    head,
    ...leftOut.map((words) => `${words}.`),
    ...(unchecked === '' ? [] : [unchecked]),
    ...listed,
    ...(more > 0 ? [`And ${counted(more, 'more kind')} of finding.`] : []),
    ...(groups.length > 0 && refusal === ''
      ? ['Each cell in question has a note. Check again after mending it.']
      : []),
    ...(refusal === '' ? [] : [`Some cells did not get their note: ${refusal}`]),
    ...(hidden === 'unknown'
      ? ['Google did not say in time which rows are hidden, so hidden rows were checked too.']
      : []),
  ].join('\n\n');
}

function groupWords({ kind, message, otherMessages, rows }: FindingGroup): string {
  const named = rows.slice(0, MOST_ROWS).join(', ') + (rows.length > MOST_ROWS ? ' …' : '');
  const others = otherMessages === 0 ? '' : ` (and ${counted(otherMessages, 'similar finding')})`;
  return `${kind === 'block' ? '✗' : '•'} ${counted(rows.length, 'row')} (${named}): ${message}${others}`;
}
