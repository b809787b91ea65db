import { counted } from '../../core/count-words.ts';
import { ANOTHER_RUN, setKeyFirst } from '../obstacles.ts';
import type { Platform } from '../ports/ports.ts';
import { forgetTexts } from './forget-texts.ts';
import { recordInTime } from './record-in-time.ts';

const AGAIN = 'Choose “Forget the texts of finished rows…” again.';

const QUESTION = [
  'Reelmerge keeps the exact words of every video in the hidden sheet “Reelmerge jobs”. Blank them for everything of yours that is finished, on all sheets of this file?',
  'Your rows, videos and links stay, and you can still retry, renew links and see which rows have changed. A changed row no longer tells what its old video says.',
  'You cannot undo this. Google’s version history still has the words, and so has HeyGen.',
].join('\n\n');

/** Menu: Forget the texts of finished rows…. After a kill the user just chooses it again. Returns the sentence to show. */
export function forgetFinished(platform: Platform): string {
  const { settings, dialogs, clock, deadline } = platform;
  const owner = settings.owner();
  if (owner === null) return setKeyFirst('forget the texts');
  const sheet = platform.ledger(false);
  if (sheet === null) return 'Nothing was rendered in this file, so there is nothing to forget.';
  if (!dialogs.ask('Forget the texts?', QUESTION)) return 'Nothing was forgotten.';
  const held = recordInTime(platform, () =>
    forgetTexts(
      sheet,
      (job) => owner.names.includes(job.owner),
      () => clock.now() >= deadline,
    ),
  );
  if (!held.ok) return `${ANOTHER_RUN} Nothing was forgotten. ${AGAIN}`;
  const { forgotten, isWhole } = held.value;
  const done =
    forgotten === 0
      ? 'No texts of finished videos were left to forget.'
      : `The texts of ${counted(forgotten, 'job')} are forgotten.`;
  return isWhole
    ? `${done} Those of rows under way stay until they are finished.`
    : `${done} Google gives one run no more time. ${AGAIN}`;
}
