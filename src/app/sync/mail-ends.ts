import { runOf } from '../../core/jobs/job-id.ts';
import { runMail } from '../../core/jobs/run-mail.ts';
import { type PastRun, pastRuns } from '../../core/jobs/runs.ts';
import { isOpen } from '../../core/jobs/status.ts';
import { wholeRun } from '../ledger/whole-run.ts';
import type { Mail } from '../ports/mail.ts';
import type { Platform } from '../ports/ports.ts';
import type { Run, Standing } from './standing.ts';

/**
 * Mails to the user about the runs that this user has started and that have ended, whoever's pass saw the end. Each is
 * struck off before its mail leaves: a kill in between loses a mail, and none is ever sent twice. Returns sentences
 * about mails that could not be sent.
 */
export function mailEnds(run: Run, standing: Standing): string[] {
  const { mail, lock } = run.platform;
  if (mail === null) return [];
  const expected = expectedEnds(mail, standing);
  if (expected.length === 0) return [];
  const held = lock.hold(() => expected.flatMap((id) => endOf(run.platform, mail, id) ?? []));
  const unsent = new Set<string>();
  for (const past of held.ok ? held.value : []) {
    const sent = mail.send(mailAbout(run.platform, past));
    if (!sent.ok) unsent.add(sent.failure);
  }
  const [word] = unsent;
  // Nobody reads what a trigger says.
  if (word !== undefined && run.options.fromTrigger) mail.leaveWord(word);
  return [...unsent];
}

/** Expected runs that may have ended by what this pass has seen. What it has not read is not judged. */
function expectedEnds(mail: Mail, { own, behind, ended }: Standing): string[] {
  const going = new Set(own.filter(({ status }) => isOpen(status)).map(({ id }) => runOf(id)));
  const over = new Set(ended.map((past) => past.run));
  return mail.expected().filter((id) => !going.has(id) && (behind === 0 || over.has(id)));
}

/** Under the lock: the run, once, when it has ended. One of which nothing was sent is struck off without a word. */
function endOf(platform: Platform, mail: Mail, id: string): PastRun | null {
  const sheet = platform.ledger(false);
  if (sheet === null) return null;
  const jobs = wholeRun(sheet, id);
  if (jobs.some(({ status }) => isOpen(status)) || !mail.take(id)) return null;
  const [past] = pastRuns(jobs, platform.settings.prices());
  return past === undefined || past.done + past.failed === 0 ? null : past;
}

function mailAbout({ spreadsheet }: Platform, past: PastRun) {
  const sheet = spreadsheet.tabById(past.jobs[0]?.tab ?? -1)?.name ?? 'a sheet that was deleted';
  return runMail(past, { when: spreadsheet.localTime(past.askedAt), sheet, ...spreadsheet.about() });
}
