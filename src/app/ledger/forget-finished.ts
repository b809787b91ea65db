import { counted } from '../../core/count-words.ts';
import type { Job } from '../../core/jobs/job.ts';
import { runOf } from '../../core/jobs/job-id.ts';
import { failure, type Result, success } from '../../core/result.ts';
import { ANOTHER_RUN, setKeyFirst } from '../obstacles.ts';
import type { LedgerSheet, Owner, Platform } from '../ports/ports.ts';
import { forgetTexts } from './forget-texts.ts';
import { recordInTime } from './record-in-time.ts';

const AGAIN = 'Choose “Forget the texts of finished rows…” again.';

const NOTHING_RENDERED = 'Nothing was rendered in this file, so there is nothing to forget.';

const QUESTION = [
  'Reelmerge keeps the exact words of every video in the hidden sheet “Reelmerge jobs”. Blank them for everything of yours that is finished, on all sheets of this file?',
  'Your rows, videos and links stay, and you can still retry, renew links and see which rows have changed. A changed row no longer tells what its old video says.',
  'You cannot undo this. Google’s version history still has the words, and so has HeyGen.',
].join('\n\n');

/** Menu: Forget the texts of finished rows…. After a kill the user just chooses it again. Returns the sentence to show. */
export function forgetFinished(platform: Platform): string {
  const { settings, dialogs } = platform;
  const owner = settings.owner();
  if (owner === null) return setKeyFirst('forget the texts');
  const sheet = platform.ledger(false);
  if (sheet === null) return NOTHING_RENDERED;
  if (!dialogs.ask('Forget the texts?', QUESTION)) return 'Nothing was forgotten.';
  const words = forget(platform, sheet, owner, () => true, AGAIN);
  return words.ok ? `${words.value} Those of rows under way stay until they are finished.` : words.failure;
}

/** Sidebar: the same for one run, which the page has asked about. Returns the sentence to show. */
export function forgetRun(platform: Platform, run: string): Result<string> {
  const owner = platform.settings.owner();
  if (owner === null) return failure(setKeyFirst('forget the texts'));
  const sheet = platform.ledger(false);
  if (sheet === null) return failure(NOTHING_RENDERED);
  return forget(platform, sheet, owner, ({ id }) => runOf(id) === run, 'Press Forget again.');
}

function forget(
  platform: Platform,
  sheet: LedgerSheet,
  owner: Owner,
  isMeant: (job: Job) => boolean,
  again: string,
): Result<string> {
  const { clock, deadline } = platform;
  const held = recordInTime(platform, () =>
    forgetTexts(
      sheet,
      (job) => owner.names.includes(job.owner) && isMeant(job),
      () => clock.now() >= deadline,
    ),
  );
  if (!held.ok) return failure(`${ANOTHER_RUN} Nothing was forgotten. ${again}`);
  const { forgotten, isWhole } = held.value;
  const done =
    forgotten === 0
      ? 'No texts of finished videos were left to forget.'
      : `The texts of ${counted(forgotten, 'job')} are forgotten.`;
  return isWhole ? success(done) : failure(`${done} Google gives one run no more time. ${again}`);
}
