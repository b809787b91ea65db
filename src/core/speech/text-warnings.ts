import { excerpt, type Issue } from '../issue.ts';

const MAIL = /[^\s@<>]{1,64}@[^\s@<>]{1,200}\.[\p{L}]{2,10}(?![\p{L}\p{N}])/u;

/** Ends of addresses that people write without https://; others are taken for the end of one sentence and the start of the next. */
const ENDS = [
  'com|org|net|info|biz|edu|gov|io|ai|app|dev|co|shop|store|tech|online|site|website|blog|cloud|digital|agency|studio|media|news|live|life|world|academy|xyz|pro|page|link|me|tv|ly|gg|to|fm|so',
  'ae|ar|at|au|be|bg|br|ca|ch|cl|cn|cz|de|dk|ee|es|eu|fi|fr|gr|hk|hr|hu|id|ie|il|in|is|it|jp|ke|kr|lt|lu|lv|mx|my|ng|nl|no|nz|pe|ph|pk|pl|pt|ro|rs|ru|sa|se|sg|si|sk|th|tr|tw|ua|uk|us|vn|za',
].join('|');

/** A name has a letter in it: 3.de is no address. */
const LABEL = '(?=[\\p{N}_-]{0,62}\\p{L})[\\p{L}\\p{N}](?:[\\p{L}\\p{M}\\p{N}_-]{0,61}[\\p{L}\\p{M}\\p{N}])';
const WITH_SCHEME = '(?<![\\p{L}\\p{N}])(?:[hH][tT][tT][pP][sS]?://|[wW][wW][wW]\\.)[^\\s<>]+';
/** In small letters or in capitals, since "no.At" begins a sentence. */
const BARE = `(?<![\\p{L}\\p{M}\\p{N}@._-])(?:${LABEL}\\.){1,4}(?:${ENDS}|${ENDS.toUpperCase()})(?![\\p{L}\\p{M}\\p{N}_-]|\\.[\\p{L}\\p{N}])(?:[/?#:][^\\s<>]*)?`;
const ADDRESS = new RegExp(`${WITH_SCHEME}|${BARE}`, 'u');

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
      message: `The script says the web address ${excerpt(address[0].replace(/[.,;:!?)]+$/u, ''))}, which a voice spells out. Say where to look in words, if that is not what you want.`,
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
