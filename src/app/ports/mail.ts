import type { Result } from '../../core/result.ts';

/** A mail in two forms: mail programs show the one that they can. */
export interface MailWords {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

/**
 * Mails to the user as whom this execution runs, about the runs that this user has started. What is kept for it is the
 * user's own: nobody else's pass sees it.
 */
export interface Mail {
  /** The user has started a run, and wants a mail when it has ended. */
  expect(run: string): void;
  /** Runs of this spreadsheet whose end is expected. */
  expected(): readonly string[];
  /** Under the lock: no longer expects the end of a run, durably. False when somebody did that before. */
  take(run: string): boolean;
  send(mail: MailWords): Result<null>;
  /** Why no mail could be sent now, as a sentence; '' when one could. */
  obstacle(): string;
  /** Keeps a sentence until somebody is there to read it. */
  leaveWord(sentence: string): void;
  /** The sentence that was kept, once; '' for none. */
  takeWord(): string;
}
