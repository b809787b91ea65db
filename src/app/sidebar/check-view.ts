import { checkRows } from '../check/check-rows.ts';
import { OPEN_YOUR_SHEET } from '../obstacles.ts';
import type { Platform } from '../ports/ports.ts';
import type { CheckView } from './contract.ts';

/** So many findings travel to the page; its groups have them all. */
const MOST_LISTED = 50;

const NOTHING: CheckView = {
  rows: 0,
  ready: 0,
  leftOut: [],
  unchecked: '',
  groups: [],
  findings: [],
  seconds: 0,
  usd: 0,
  unknownLengths: 0,
  obstacle: '',
  refusal: '',
};

/** A check of the selected rows as the sidebar and the command line show it. */
export function checkView(platform: Platform, again: boolean, all: boolean): CheckView {
  const tab = platform.spreadsheet.activeTab();
  if (tab === null) return { ...NOTHING, obstacle: OPEN_YOUR_SHEET };
  const checked = checkRows(platform, tab, again ? 'again' : 'selected');
  if (!checked.ok) return { ...NOTHING, obstacle: checked.failure };
  const { report, refusal } = checked.value;
  const listed = all ? report.findings : report.findings.slice(0, MOST_LISTED);
  return {
    ...report,
    findings: listed.map(({ row, column, message, kind }) => ({ row, column, message, kind })),
    obstacle: '',
    refusal,
  };
}
