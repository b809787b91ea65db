import { excerpt, type Issue } from '../issue.ts';

/** What every address has somewhere. Most texts have none of it, and the patterns for addresses are slow. */
const HINT = /@|:\/\/|\.\S/u;
const MAIL = /[^\s@<>]{1,64}@[^\s@<>]{1,200}\.[\p{L}]{2,10}(?![\p{L}\p{N}])/u;

/**
 * Endings of addresses that people write without https://. Any other "word.word" is read as two sentences without a
 * space.
 */
const TOP_LEVEL_DOMAINS = [
  'com|org|net|info|biz|edu|gov|io|ai|app|dev|co|shop|store|tech|online|site|website|blog|cloud|digital|agency|studio|media|news|live|life|world|academy|xyz|pro|page|link|me|tv|ly|gg|to|fm|so',
  'ae|ar|at|au|be|bg|br|ca|ch|cl|cn|cz|de|dk|ee|es|eu|fi|fr|gr|hk|hr|hu|id|ie|il|in|is|it|jp|ke|kr|lt|lu|lv|mx|my|ng|nl|no|nz|pe|ph|pk|pl|pt|ro|rs|ru|sa|se|sg|si|sk|th|tr|tw|ua|uk|us|vn|za',
].join('|');

/** A part of a domain name. It contains a letter: 3.de is not an address. */
const DOMAIN_LABEL =
  '(?=[\\p{N}_-]{0,62}\\p{L})[\\p{L}\\p{N}](?:[\\p{L}\\p{M}\\p{N}_-]{0,61}[\\p{L}\\p{M}\\p{N}])';
const WITH_SCHEME = '(?<![\\p{L}\\p{N}])(?:[hH][tT][tT][pP][sS]?://|[wW][wW][wW]\\.)[^\\s<>]+';
/** The ending is all small letters or all capitals: "no.At" is the start of a sentence. */
const BARE = `(?<![\\p{L}\\p{M}\\p{N}@._-])(?:${DOMAIN_LABEL}\\.){1,4}(?:${TOP_LEVEL_DOMAINS}|${TOP_LEVEL_DOMAINS.toUpperCase()})(?![\\p{L}\\p{M}\\p{N}_-]|\\.[\\p{L}\\p{N}])(?:[/?#:][^\\s<>]*)?`;
const ADDRESS = new RegExp(`${WITH_SCHEME}|${BARE}`, 'u');

/** Every address has one of these, and most texts have none. The search for the rest takes long. */
const ADDRESS_SIGN = /@|:\/\/|\.\p{L}/u;

/** A part between spaces that may be an address. No address has a space in it. */
const MAYBE_ADDRESS = /@|:\/\/|\.\p{L}|www\./iu;

/** Warns of web and e-mail addresses, which a voice spells out letter by letter. */
export function addressWarnings(texts: readonly string[]): readonly Issue[] {
  const whole = texts.join('\n');
  if (!HINT.test(whole)) return [];
  const warnings: Issue[] = [];
  if (!ADDRESS_SIGN.test(whole)) return warnings;
  const parts = whole.split(/\s+/u).filter((part) => MAYBE_ADDRESS.test(part));
  const text = parts.join(' ');
  const mail = MAIL.exec(text);
  const address = ADDRESS.exec(mail === null ? text : text.split(mail[0]).join(' '));
  if (address !== null) {
    warnings.push({
      code: 'script_address',
      column: 'script',
      message: `The script says the web address ${excerpt(address[0].replace(/[.,;:!?)]+$/u, ''))}, which a voice spells out. To avoid that, say in words where to look.`,
    });
  }
  if (mail !== null) {
    warnings.push({
      code: 'script_mail',
      column: 'script',
      message: `The script says the e-mail address ${excerpt(mail[0])}, which a voice spells out. To avoid that, say in words how to reply.`,
    });
  }
  return warnings;
}
