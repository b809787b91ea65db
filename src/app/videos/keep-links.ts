import type { JobWithVideo } from '../../core/jobs/job.ts';
import {
  AT_A_TIME,
  dueForRenewal,
  isRenewable,
  linksDueAfterTrouble,
  linksDueNext,
} from '../../core/jobs/link-life.ts';
import { failure, type Result, success } from '../../core/result.ts';
import { cellOf } from '../../core/sheet/table.ts';
import { historyOf } from '../ledger/history.ts';
import { setKeyFirst } from '../obstacles.ts';
import type { Owner, Platform } from '../ports/ports.ts';
import { startSlowTrigger } from '../sync/automatic-updates.ts';
import { tableOf } from '../tabs/tab-table.ts';
import { askLinks } from './ask-links.ts';
import { recordLinks } from './renew-links.ts';

/** Whether the trigger is to look for links that are about to end. Asked before a sync, which reads the properties anyway. */
export function areLinksDue({ settings, clock }: Platform): boolean {
  const owner = settings.owner();
  const due = owner === null ? null : settings.linksDue(owner);
  return due !== null && clock.now() >= due;
}

/**
 * Called by the trigger. In sheets that keep links alive, renews those that are about to end. While none is due this
 * reads one property and no sheet. Before HeyGen is asked the next look is put off by an hour, so that a look that fails,
 * or is killed each time, is not repeated each minute. Returns sentences for the log.
 */
export function renewDueLinks(platform: Platform): readonly string[] {
  const { settings, clock, deadline } = platform;
  const key = settings.apiKey();
  const owner = settings.owner();
  const now = clock.now();
  if (key === null || owner === null || now >= deadline) return [];
  if (!areLinksDue(platform)) return [];
  settings.setLinksDue(owner, linksDueAfterTrouble(now));
  const kept = keptVideos(platform, owner);
  if (kept.tabs.length === 0) {
    settings.setLinksDue(owner, null);
    return [];
  }
  let calls = 0;
  const mayAsk = (): boolean => clock.now() < deadline && ++calls <= AT_A_TIME;
  const asked = askLinks(platform.heygen(key), dueForRenewal(kept.videos, now), mayAsk);
  const recorded = recordLinks(platform, asked.links, kept.tabs);
  const remarks = recorded.ok ? recorded.value : [];
  if (asked.problem !== null) return [...remarks, `Links were not renewed: ${asked.problem.message}`];
  if (recorded.ok && asked.left === 0) {
    const urls = kept.videos.map((job) => asked.links.get(job.id)?.video_url ?? job.video_url);
    settings.setLinksDue(owner, linksDueNext(urls, clock.now()));
  }
  return remarks;
}

/** The sheets that keep links alive, and the finished videos that their rows carry. */
function keptVideos(
  platform: Platform,
  owner: Owner,
): { readonly tabs: readonly number[]; readonly videos: readonly JobWithVideo[] } {
  const { settings, spreadsheet } = platform;
  const history = historyOf(platform);
  const ofOwner = [...history.values()].filter((job) => owner.names.includes(job.owner));
  const tabs = [...new Set(ofOwner.map(({ tab }) => tab))].flatMap(
    (id) => (settings.ofSheet(id).keepsLinks ? spreadsheet.tabById(id) : null) ?? [],
  );
  const videos = new Map<string, JobWithVideo>();
  for (const tab of tabs) {
    const table = tableOf(tab);
    const column = table.columnOf('job');
    for (const row of table.rows) {
      const job = history.get(cellOf(row, column).trim());
      if (job !== undefined && isRenewable(job, owner.names)) videos.set(job.id, job);
    }
  }
  return { tabs: tabs.map(({ id }) => id), videos: [...videos.values()] };
}

/**
 * The user has switched keeping on or off for a sheet: the trigger soon looks what there is to do now. It is noted again
 * after the change was saved, because the trigger may have looked in between. A failure says why links cannot be kept.
 */
export function switchKeptLinks(platform: Platform, on: boolean, save: () => void): Result<null> {
  const { settings } = platform;
  const owner = settings.owner();
  if (owner === null) return failure(setKeyFirst('switch it on'));
  if (on && !settings.automaticUpdates()) return failure(UPDATES_OFF);
  if (on) {
    const made = startSlowTrigger(platform);
    if (!made.ok) return failure(`Links cannot be kept alive here. ${made.failure}`);
  }
  settings.setLinksDue(owner, 0);
  settings.setRestUntil(owner, 0);
  save();
  settings.setLinksDue(owner, 0);
  return success(null);
}

const UPDATES_OFF =
  'Links cannot be kept alive while automatic updates are off, because nothing then runs by itself. Switch them on first.';
