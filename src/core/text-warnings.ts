import { excerpt, type Issue } from './issue.ts';

const MAIL = /[^\s@<>]{1,64}@[^\s@<>]{1,200}\.[a-z]{2,10}\b/iu;
const ADDRESS =
  /\b(?:https?:\/\/|www\.)[^\s<>]+|(?<![@\w.-])[\w-]{2,63}\.(?:com|org|net|io|ai|app|dev|co|de|fr|es|it|nl|uk|eu|at|ch|be|se|no|dk|pl|pt|br|in|jp)(?:\/[^\s<>]*)?(?![\w-])/iu;

/** What a voice would spell out: addresses in spoken texts are told, and may stay. */
export function addressWarnings(texts: readonly string[]): readonly Issue[] {
  const text = texts.join('\n');
  const warnings: Issue[] = [];
  const mail = MAIL.exec(text);
  const address = ADDRESS.exec(mail === null ? text : text.split(mail[0]).join(' '));
  if (address !== null) {
    warnings.push({
      code: 'script_address',
      column: 'script',
      message: `The script says the web address ${excerpt(address[0])}, which a voice spells out. Say where to look in words, if that is not what you want.`,
    });
  }
  if (mail !== null) {
    warnings.push({
      code: 'script_mail',
      column: 'script',
      message: `The script says the e-mail address ${excerpt(mail[0])}, which a voice spells out. Say how to answer in words, if that is not what you want.`,
    });
  }
  return warnings;
}
