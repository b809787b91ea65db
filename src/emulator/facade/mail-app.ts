import { fieldsArgument, mismatch, textArgument } from './arguments.ts';
import type { FacadeContext } from './facade-context.ts';
import { guarded } from './guarded.ts';

const FIELDS: readonly string[] = ['to', 'subject', 'body', 'htmlBody', 'name'];

/** `MailApp`. Attachments, copies and other senders are not emulated. */
export function createMailFacade({ perform }: FacadeContext): object {
  const send = (fields: readonly (readonly [string, unknown])[]): void => {
    const strange = fields.find(([name]) => !FIELDS.includes(name));
    if (strange !== undefined) throw new Error(`MailApp.sendEmail with "${strange[0]}" is not emulated.`);
    const message = fields.map(([name, value]) => [name, textArgument(`MailApp.sendEmail (${name})`, value)]);
    perform('mail', 'sendEmail', Object.fromEntries(message));
  };
  return guarded('MailApp', {
    getRemainingDailyQuota: () => perform('mail', 'getRemainingDailyQuota'),
    sendEmail: (...args: readonly unknown[]) => {
      const [first, subject, body, options = {}] = args;
      if (args.length === 1) return send(fieldsArgument('MailApp.sendEmail', first));
      if (args.length < 3) throw mismatch('MailApp.sendEmail', args.length === 0 ? undefined : subject);
      const added = fieldsArgument('MailApp.sendEmail', options);
      return send([['to', first], ['subject', subject], ['body', body], ...added]);
    },
  });
}
