import type { Mail } from '../app/ports/mail.ts';
import { failure, success } from '../core/result.ts';
import type { OpenDocument } from './open-document.ts';
import { thrownWords } from './thrown-words.ts';
import type { UserValues } from './user-values.ts';

/* Only the build that sends mails has this module in it: see esbuild.config.mjs. */

const EXPECTED = 'EXPECTED_';
const WORD = 'WORD_ABOUT_MAIL';

/** A run that nobody has seen to end for so long never will: its spreadsheet is gone. */
const LIFE_MS = 30 * 24 * 3_600_000;

const NO_MORE_TODAY =
  'No mail was sent about the end of the run, because Google sends no more mails for you today. The run itself is finished: its summary is a note on the header of the status column.';

const NO_ADDRESS =
  'No mail can be sent about the end of a run, because Google does not tell your address here.';

/** `now`: Unix ms. */
export function createMail(user: UserValues, document: OpenDocument, now: () => number): Mail {
  const here = (): string => document.file()?.getId() ?? '';
  /** Throws what Google throws, where it may not be told, or the quota may not be asked for. */
  const address = (): string => Session.getEffectiveUser().getEmail();
  return {
    expect(run) {
      for (const [name, value] of Object.entries(user.all())) {
        if (name.startsWith(EXPECTED) && now() - Number(value.split(' ')[0]) > LIFE_MS) user.remove(name);
      }
      user.set({ [EXPECTED + run]: `${now()} ${here()}` });
    },

    expected: () =>
      Object.entries(user.all()).flatMap(([name, value]) =>
        name.startsWith(EXPECTED) && value.split(' ')[1] === here() ? [name.slice(EXPECTED.length)] : [],
      ),

    take: (run) => user.remove(EXPECTED + run),

    send({ subject, text, html }) {
      try {
        const to = address();
        if (to === '') return failure(NO_ADDRESS);
        if (MailApp.getRemainingDailyQuota() < 1) return failure(NO_MORE_TODAY);
        MailApp.sendEmail({ to, subject, body: text, htmlBody: html, name: 'Reelmerge' });
        return success(null);
      } catch (error) {
        return failure(notAllowed(error));
      }
    },

    obstacle() {
      try {
        MailApp.getRemainingDailyQuota();
        return address() === '' ? NO_ADDRESS : '';
      } catch (error) {
        return notAllowed(error);
      }
    },

    leaveWord: (sentence) => user.set({ [WORD]: sentence }),

    takeWord() {
      const word = user.all()[WORD] ?? '';
      return word !== '' && user.remove(WORD) ? word : '';
    },
  };
}

/** Google names the cause in the user's language. Nearly always it is a permission that was left out. */
function notAllowed(error: unknown): string {
  return `Google did not let Reelmerge send you a mail about the end of the run. If you left out a permission: remove Reelmerge at myaccount.google.com/connections, choose Set HeyGen key… in its menu, and allow everything that Google asks for. Google says: ${thrownWords(error)}`;
}
