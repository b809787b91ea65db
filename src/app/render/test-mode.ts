import { readYesNo } from '../../core/columns/choice.ts';
import { counted } from '../../core/count-words.ts';
import { PROBLEM_WORDS } from '../../core/heygen/problem-words.ts';
import { TEST_REFUSED } from '../../core/heygen/test-refusal.ts';
import type { ShownRow } from '../../core/jobs/shown-row.ts';
import type { Platform } from '../ports/ports.ts';
import { shownRowsOf } from '../tabs/tab-table.ts';

/** Whether the sheet with this id asks for test videos by default. */
export function isTestModeOn(platform: Platform, tab: number): boolean {
  const read = readYesNo('test_mode', platform.settings.defaults(tab).test_mode ?? '');
  return read.ok && read.value;
}

/** Whether a row shows that HeyGen refused to make its test video. */
export function isRefusedTest({ status, problem }: ShownRow): boolean {
  return status === 'Failed' && problem.startsWith(REFUSAL);
}

const REFUSAL = PROBLEM_WORDS.get(TEST_REFUSED)?.words ?? '';

/**
 * After HeyGen refused test videos of the active sheet, asks whether to switch them off: HeyGen would refuse every
 * further row too. No lock may be held.
 */
export function offerToEndTestMode(platform: Platform): void {
  const tab = platform.spreadsheet.activeTab();
  if (tab === null || !isTestModeOn(platform, tab.id)) return;
  const refused = shownRowsOf(tab).filter(isRefusedTest);
  if (refused.length === 0) return;
  const rows = `${counted(refused.length, 'row')} ${refused.length === 1 ? 'was' : 'were'}`;
  const off = platform.dialogs.ask(
    'Switch test videos off?',
    `HeyGen makes no test videos for this account: ${rows} refused, and nothing was charged. Switch test videos off for the sheet “${tab.name}”? Then “Retry failed rows” makes real videos, and you pay for them.`,
  );
  if (!off) return;
  const { test_mode: _, ...others } = platform.settings.defaults(tab.id);
  platform.settings.setDefaults(tab.id, others);
}
