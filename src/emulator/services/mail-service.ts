import type { Clock } from '../clock.ts';
import type { ExecutionContext } from '../execution.ts';
import { listOf, numberOf, recordOf, textOf } from '../plain.ts';
import { refused } from '../refusals/refused.ts';
import type { ExecutionId, Service } from '../service.ts';
import type { AccountKind, DailyQuotas } from './daily-quotas.ts';
import { MAILS_A_DAY } from './daily-quotas.ts';

/** A mail takes about a second. */
const COST_MS = 900;

/** Asking for the quota costs about what a property does. */
const ASKING_MS = 80;

/** A mail that has left. It can never be taken back. */
export interface SentMail {
  /** The user in whose name it was sent. */
  readonly from: string;
  readonly to: string;
  readonly subject: string;
  readonly body: string;
  /** '' for a mail without one. */
  readonly htmlBody: string;
  /** '' for the user's own. */
  readonly name: string;
  readonly at: number;
}

export interface MailService extends Service {
  sent(): readonly SentMail[];
}

export interface MailServiceParts {
  readonly clock: Clock;
  readonly quotas: DailyQuotas;
  readonly account: AccountKind;
  readonly contextOf: (execution: ExecutionId) => ExecutionContext;
  readonly onDurable: () => void;
}

/** Sends mails in the name of the user as whom the script runs. The quota counts recipients. */
export function createMailService(parts: MailServiceParts): MailService {
  const { clock, quotas, contextOf, onDurable } = parts;
  let sent: readonly SentMail[] = [];
  const left = (user: string): number => Math.max(0, MAILS_A_DAY[parts.account] - quotas.used('mail', user));
  return {
    sent: () => sent,
    perform: (method, args, execution) => {
      const { user } = contextOf(execution);
      if (method === 'getRemainingDailyQuota') return { value: left(user), cost: ASKING_MS };
      if (method !== 'sendEmail') throw new Error(`MailApp.${method} is not emulated.`);
      const message = recordOf(args[0]);
      const to = textOf(message.to);
      const recipients = to.split(',').map((address) => address.trim());
      const wrong = recipients.find((address) => !/^[^\s@<>]+@[^\s@<>]+\.[^\s@<>]+$/u.test(address));
      if (to === '') throw refused('noRecipient');
      if (wrong !== undefined) throw refused('invalidEmail', wrong);
      if (recipients.length > left(user)) throw refused('dailyQuota', 'email');
      quotas.spend('mail', user, recipients.length);
      const [subject, body, htmlBody, name] = ['subject', 'body', 'htmlBody', 'name'].map((field) =>
        textOf(message[field] ?? ''),
      ) as [string, string, string, string];
      sent = [...sent, { from: user, to, subject, body, htmlBody, name, at: clock.now() }];
      onDurable();
      return { value: null, cost: COST_MS };
    },
    snapshot: () => sent.map((mail) => ({ ...mail })),
    restore: (snapshot) => {
      sent = listOf(snapshot).map((kept) => {
        const { from, to, subject, body, htmlBody, name, at } = recordOf(kept);
        return {
          from: textOf(from),
          to: textOf(to),
          subject: textOf(subject),
          body: textOf(body),
          htmlBody: textOf(htmlBody),
          name: textOf(name),
          at: numberOf(at),
        };
      });
    },
  };
}
