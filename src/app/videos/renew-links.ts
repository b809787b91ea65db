import { counted } from '../../core/count-words.ts';
import { oneOffProblemWords } from '../../core/heygen/one-off-problems.ts';
import type { VideoLinks } from '../../core/heygen/video-links.ts';
import type { JobWithVideo } from '../../core/jobs/job.ts';
import { isRenewable } from '../../core/jobs/link-life.ts';
import { failure, type Result, success } from '../../core/result.ts';
import { rowsOfSelection } from '../../core/sheet/selection.ts';
import { cellOf } from '../../core/sheet/table.ts';
import { applyAnywhere } from '../ledger/apply-anywhere.ts';
import { historyOf } from '../ledger/history.ts';
import { recordInTime } from '../ledger/record-in-time.ts';
import { anotherRun, OPEN_YOUR_SHEET, setKeyFirst } from '../obstacles.ts';
import type { Platform } from '../ports/ports.ts';
import { showJobs } from '../show/show.ts';
import { selectedRows } from '../tabs/selected-rows.ts';
import { tableOf } from '../tabs/tab-table.ts';
import { type AskedLinks, askLinks } from './ask-links.ts';

/**
 * Menu: Renew links of selected rows. HeyGen signs a link for seven days and gives a new one whenever a video is read,
 * which costs nothing. Returns the sentence to show; a failure when nothing was renewed.
 */
export function renewLinks(platform: Platform): Result<string> {
  const { settings, spreadsheet, clock, deadline } = platform;
  const key = settings.apiKey();
  const owner = settings.owner();
  if (key === null || owner === null) return failure(setKeyFirst('renew the links'));
  const tab = spreadsheet.activeTab();
  if (tab === null) return failure(OPEN_YOUR_SHEET);
  const table = tableOf(tab);
  const selected = new Set(rowsOfSelection(selectedRows(platform), table));
  const column = table.columnOf('job');
  const history = historyOf(platform);
  const jobs = new Map<string, JobWithVideo>();
  for (const row of table.rows) {
    const job = selected.has(row.number) ? history.get(cellOf(row, column).trim()) : undefined;
    if (job !== undefined && isRenewable(job, owner.names)) jobs.set(job.id, job);
  }
  if (jobs.size === 0) return failure('The selected rows have no finished video of your account.');
  const asked = askLinks(platform.heygen(key), [...jobs.values()], () => clock.now() < deadline);
  const recorded = recordLinks(platform, asked.links, [tab.id]);
  if (!recorded.ok) return failure(anotherRun('The links were not renewed.'));
  return renewedWords(asked, recorded.value);
}

/**
 * Shows new links in their rows and writes them into the ledger, in this order: after a kill in between, the ledger
 * still knows when the old links end, and they are renewed again. Returns sentences about cells that could not be
 * written.
 */
export function recordLinks(
  platform: Platform,
  links: ReadonlyMap<string, VideoLinks>,
  tabs: readonly number[],
): Result<readonly string[], 'busy'> {
  const { spreadsheet, clock } = platform;
  const sheet = platform.ledger(false);
  if (sheet === null || links.size === 0) return success([]);
  const events = new Map(
    [...links].map(([id, each]) => [id, { type: 'renewed', links: each } as const] as const),
  );
  return recordInTime(platform, () => {
    const refusals: string[] = [];
    applyAnywhere(sheet, events, clock.now(), (jobs) => {
      for (const id of new Set([...tabs, ...jobs.map((job) => job.tab)])) {
        const tab = spreadsheet.tabById(id);
        if (tab !== null) refusals.push(...showJobs(platform, tab, jobs).refusals);
      }
    });
    return refusals;
  });
}

function renewedWords(
  { links, missing, left, problem }: AskedLinks,
  refusals: readonly string[],
): Result<string> {
  const words = [
    ...(links.size > 0 ? [`Renewed: the links of ${counted(links.size, 'video')}.`] : []),
    ...(missing.length > 0 ? [`HeyGen does not have ${counted(missing.length, 'video')} any more.`] : []),
    ...(left > 0 ? [`Not renewed: ${counted(left, 'video')}.`] : []),
    ...(problem === null ? [] : [oneOffProblemWords(problem)]),
    ...refusals,
  ].join(' ');
  return links.size > 0 ? success(words) : failure(words);
}
