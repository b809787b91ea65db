import { excerpt, type Issue } from '../issue.ts';
import { fieldKind } from '../merge/field-kind.ts';
import type { MergedField } from '../merge/merge-script-template.ts';
import { isLoneNumber } from './machine-words.ts';
import type { SpokenRow } from './spoken-row.ts';

/** Most names are plain letters, and these have nothing to tell. */
const PLAIN = /^[A-ZÀ-ÖØ-Þ][a-zß-öø-ÿ]+(?:-[A-ZÀ-ÖØ-Þ][a-zß-öø-ÿ]+)?$/u;

/** Legal forms of many countries, at a name's end or alone. Those of two letters are initials, too. */
const LEGAL_FORM =
  /(?:^|[\s,])(?:gmbh(?: ?& ?co\.? ?kg)?|mbh|inc\.?|incorporated|l\.?l\.?c\.?|l\.?l\.?p\.?|ltd\.?|limited|corp\.?|corporation|plc|co\.|company|s\.\s?a\.(?:\s?s\.|\s?u\.|\s?de c\.\s?v\.)?|s\.l\.(?:u\.)?|s\.r\.l\.|srl|s\.p\.a\.|spa|sarl|s\.à r\.l\.|sas|eurl|b\.v\.|n\.v\.|bvba|sp\. ?z ?o\. ?o\.|sp\. ?j\.|oyj?|a\/s|aps|k\.g\.|ohg|gbr|e\. ?v\.|e\. ?k\.|eg|ug|kft\.?|zrt\.?|s\.r\.o\.|a\.s\.|d\.o\.o\.|sdn\.? bhd\.?|pvt\.?(?: ltd\.?)?|pte\.?(?: ltd\.?)?|pty\.?(?: ltd\.?)?|ltda\.?|a\.ş\.|şti\.?|holdings?|group|gruppe|solutions|services|technologies|consulting|enterprises|industries|partners|associates|foundation|stiftung|university|universität)$|^(?:ооо|оао|пао|ао|зао|ип)\s|株式会社|有限会社|合同会社|有限公司|주식회사|^(?:hotel|bäckerei|stadt|autohaus|university of|the \p{L}+ company)\s/iu;
const LEGAL_CAPITALS = /\p{Ll}\s(?:AG|KG|SE|AB|OY|AS|SA|SL|BV|NV|UG)$/u;

const PHONE = /^(?:tel\.?|phone|mobile|mobil|cell)?\s?:?\s?[+(]?\d[\d\s()./-]{5,}$/iu;
const STREET =
  /^\d{1,5}[a-z]?,? (?:rue|avenue|av\.|boulevard|place|chemin|allée|\p{L}[\p{L}. ]{1,30} (?:st|street|rd|road|ave|avenue|blvd|lane|ln|drive|dr|way|court|ct|square|sq)\.?)(?=\s|,|$)|\p{L}(?:straße|strasse|str\.|weg|platz|allee|gasse|straat|laan|gatan|vägen|vej) ?\d|^(?:via|viale|piazza|calle|avenida|av\.|rua|ul\.|plaza) .*\d|^(?:p\.? ?o\.? ?box|postfach|apt|apartment|suite|unit|c\/o)\s|^\d{4,5} \p{Lu}\p{Ll}{2}|^#?\d{1,4} \p{Lu}\p{Ll}+ \p{Lu}\p{Ll}+\.?$/iu;
const ACCOUNT =
  /^@[\p{L}\p{N}_.]+$|@|^\p{Ll}+[._]\p{Ll}+\d*$|^(?:id|no\.?|nr\.?|#|cust|customer|kunde|client|user|contact|lead|row)[\s:#_-]*\d+$|^#\d|^[\da-f]{8}-[\da-f-]{20,}$|^[\da-f]{16,}$|\p{L}_\p{L}|^https?:|^www\./iu;
/** Of small letters or of capitals. `Person12` is how people call a person of an example. */
const CODE = /^\p{Ll}+\d+$|^\p{Lu}{1,10}[-_#]?\d{2,}$/u;
const EXAMPLE = /^\p{Lu}\p{Ll}+ ?\d+$/u;
const FIGURE = /^[$€£¥]\s?\d|^\d[\d.,:/%\s-]*[€$£%h]?$/u;

/** Somebody else's notes on the person, and what was said to them. */
const NOTE =
  /[([{](?:[^()[\]{}]* )?(?:do not|don't|deceased|verstorben|dup(?:licate)?|copy|kopie|old|alt|neu|new|inactive|test|vip|sales|hr|it|ceo|left|ex|former|private|work|home|mobile|office|marketing|support|lead|client|customer|kunde|\d+)(?: [^()[\]{}]*)?[)\]}]|\s[-–]\s*(?:vip|old|new|test|copy|duplicate|do not .*|deceased|inactive|lead|kunde|client)$|^(?:duplicate|copy of|do not use|dup|old|test)[\s:-]+\p{L}/iu;
const SHOUTED_NOTE = /\s(?:OLD|COPY|DUPLICATE|VIP|TEST|DO NOT .*)$/u;
/** Robert "Bob" is called Bob. */
const NICKNAME = /\s(?:"[^"]+"|“[^”]+”|„[^“]+“|'[^']+')/u;
const GREETING =
  /^(?:dear|hi|hello|hey|hallo|liebe[r]?|sehr geehrte[r]?|hola|querid[oa]|estimad[oa]|bonjour|ch[eè]re?|ciao|car[oa]|olá|prezad[oa]|hej|hoi|beste|geachte|cześć|drog[ia]|szanown[ya]|привет|здравствуйте|уважаем\p{L}+|merhaba|sayın)[,!]?\s\p{L}/iu;

/** Signs that belong to no name. */
const PICTURE = /\p{Extended_Pictographic}|\p{Regional_Indicator}|[★☆✨✓♥♡◆●•→]/u;
const FANCY =
  /[\u{1d400}-\u{1d7ff}\u24b6-\u24e9\u{1f130}-\u{1f189}\u1d00-\u1d2b]|\p{L}[\u0334-\u0338]|\p{Script=Latin}\p{M}{3,}/u;
const STRAY_SIGN =
  /^[\s]*[,;:|/\\*#•~^_=+<>!"“”„«»‹›([{-]|[,;:|/\\*#•~^_=<>!"“”„«»‹›([{-]\s*$|^'(?![tsn]\s)\p{L}|[;|\\]|(?<![\p{L}])\/|\/(?!\p{L})|\p{Ll}\/\p{Lu}|^\d+[.)]\s|\*\*|\p{L}\+\p{L}|:\)|\^/u;
const UNBALANCED = /^[^()]*\)|\([^()]*$|^[^[\]]*\]|\[[^[\]]*$/u;
const POINT_BEHIND = /\p{Ll}{3,}\.$/u;
const POINTED =
  /\b(?:jun|sen|jnr|snr|esq|chas|thos|geo|alex|bros|prof|hons|phil|habil|edw|benj|fred|robt|saml|margt|eliz|wilh|joh|chr|mgr|dipl|stud|univ|mohd|mohmd)\.$/iu;
const SPLIT =
  /(?:^|\s)(?:\p{L} ){2,}\p{L}(?:\s|$)|^\p{Lu} \p{Ll}{2,}$|\p{Ll} [à-öø-ÿ]$|^\p{L}+ [à-öø-ÿ]\p{Ll}*$|\p{L}\s*[\n\t]\s*\p{L}/u;
const MIXED_CAPITALS = /^\p{Ll}\p{Lu}{2,}$|^\p{Lu}{3,}\p{Ll}$/u;

type Found = readonly [code: 'name_other' | 'name_company' | 'name_signs', what: string, remedy: string];

/** Warns of what is no name, or more than one: a firm, an address, an account, a note, a picture, a stray sign. */
export function nameContents({ fields }: SpokenRow): Issue[] {
  const issues: Issue[] = [];
  for (const field of fields) {
    const kind = fieldKind(field.header);
    const isPart = kind === 'given name' || kind === 'family name';
    if (!isPart && kind !== 'name') continue;
    if (field.text === '' || PLAIN.test(field.cell)) continue;
    const found = isPart ? inPart(field.cell) : inName(field.cell);
    if (found !== null) issues.push(told(field, found));
  }
  return issues;
}

function told({ header, cell, text }: MergedField, [code, what, remedy]: Found): Issue {
  const said = text === cell ? '' : ` The script says “${excerpt(text)}”.`;
  return {
    code,
    column: header,
    message: `The cell "${excerpt(header)}" ${what}: “${excerpt(cell)}”.${said} ${remedy}`,
  };
}

const NAME_ALONE = 'Write the name alone.';

/** What a whole name or a part of it may not hold. */
function inName(cell: string): Found | null {
  const name = cell.trim();
  if (LEGAL_FORM.test(name) || LEGAL_CAPITALS.test(name)) {
    return [
      'name_company',
      'holds a firm where a person’s name belongs',
      'Write the person’s name, or greet the firm on purpose.',
    ];
  }
  const other = otherThing(name);
  if (other !== null) return ['name_other', `holds ${other} where a name belongs`, 'Write the name.'];
  if (NOTE.test(name) || SHOUTED_NOTE.test(name))
    return ['name_other', 'has a note beside the name', NAME_ALONE];
  if (GREETING.test(name)) return ['name_other', 'has a greeting in it', NAME_ALONE];
  if (PICTURE.test(name))
    return ['name_signs', 'has a picture or a sign in it that no voice says', NAME_ALONE];
  if (FANCY.test(name))
    return ['name_signs', 'is in decorated letters that a voice cannot read', 'Type it in plain letters.'];
  if (
    STRAY_SIGN.test(name.replace(NICKNAME, '')) ||
    UNBALANCED.test(name) ||
    (POINT_BEHIND.test(name) && !POINTED.test(name))
  )
    return ['name_signs', 'has a stray sign in it', NAME_ALONE];
  if (SPLIT.test(cell))
    return ['name_signs', 'has a space or a line break inside a word', 'Write the word in one.'];
  if (MIXED_CAPITALS.test(name)) return ['name_signs', 'has its capitals in odd places', 'Type it anew.'];
  return null;
}

/** A given or a family name has no digits, either, but for "3rd". */
function inPart(cell: string): Found | null {
  const found = inName(cell);
  if (found !== null || !/\p{N}/u.test(cell) || isLoneNumber(cell)) return found;
  return /\d(?:st|nd|rd|th)\b/iu.test(cell) || EXAMPLE.test(cell)
    ? null
    : ['name_other', 'has a number in it', NAME_ALONE];
}

function otherThing(name: string): string | null {
  if (!/[\p{N}@_.:/]/u.test(name)) return null;
  // A lone number has a warning of its own.
  if (isLoneNumber(name)) return null;
  if (PHONE.test(name)) return 'a telephone number';
  if (STREET.test(name)) return 'an address';
  // What a voice spells out has a warning of its own.
  if (/^[^\s@]+@[^\s@]+\.\p{L}{2,}$/u.test(name)) return 'an e-mail address';
  if (ACCOUNT.test(name) || CODE.test(name)) return 'the name or number of an account';
  return FIGURE.test(name) ? 'a figure' : null;
}
