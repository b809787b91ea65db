/** Tags of HTML, of SVG inside it, and of speech markup. The pause is not among them. */
const TAGS =
  'a|abbr|acronym|area|article|aside|audio|b|base|bdi|bdo|big|blockquote|body|br|button|canvas|caption|center|cite|code|col|colgroup|datalist|dd|del|details|dfn|dialog|div|dl|dt|em|embed|emphasis|fieldset|figcaption|figure|font|footer|form|frame|h[1-6]|head|header|hgroup|hr|html|i|iframe|img|input|ins|kbd|label|legend|li|main|mark|marquee|menu|meta|meter|nav|nobr|noscript|object|ol|optgroup|option|p|param|phoneme|picture|pre|progress|prosody|q|rp|rt|ruby|s|samp|say-as|script|section|select|small|span|speak|strike|strong|style|sub|sup|svg|table|tbody|td|textarea|tfoot|th|thead|tr|tt|u|ul|var|video|wbr|(?:o|v|w|m|st1|mstts|amazon|google):[a-z][\\w-]*';

/**
 * Tags whose names people also use as placeholders, such as <time>. These count as tags only with attributes or a
 * closing tag.
 */
const WORDS =
  'address|circle|data|defs|ellipse|g|lang|line|link|map|output|path|polygon|polyline|rect|search|source|summary|symbol|template|time|title|track|use|voice|w';

const ATTRIBUTE = `\\s+[a-z_:@][\\w:.-]*\\s*=\\s*(?:"[^"<>]*"|'[^'<>]*'|[^\\s"'<>]+)`;
const FLAG =
  '\\s+(?:allowfullscreen|async|autoplay|checked|controls|defer|disabled|hidden|loop|multiple|muted|novalidate|open|playsinline|readonly|required|selected)(?=[\\s/>])';
const ATTRIBUTES = `(?:${ATTRIBUTE}|${FLAG})`;

/** Known tags only: "3 < 4", "2<b and c>3" and "<urgent>" are not HTML. Neither is anything in double brackets. */
export const TAG = new RegExp(
  `(?<!<)<(?:(?:${TAGS})${ATTRIBUTES}*|(?:${WORDS})(?:${ATTRIBUTES}+|(?=>[^<]{0,1000}</)))\\s*/?>(?!>)|(?<!<)</(?:${TAGS}|${WORDS})\\s*>(?!>)`,
  'iu',
);
export const COMMENT = /<!--[^<>]*-->|<!doctype[^<>]*>|<!\[(?:end)?if[^<>]*\]>/iu;
export const HIDDEN = /<(?:script|style)\b[^<>]*>[^<]*<\/(?:script|style)>/iu;

const BREAKING =
  /^<\/?(?:address|article|aside|blockquote|body|br|caption|center|dd|details|dialog|div|dl|dt|fieldset|figcaption|figure|footer|form|h[1-6]|header|hr|legend|li|main|menu|nav|ol|option|p|pre|section|select|summary|table|textarea|title|tr|ul)\b/iu;
const PARTING = /^<\/?(?:audio|button|canvas|embed|iframe|img|input|label|object|svg|td|th|video)\b/iu;

/** What replaces a tag in the spoken text: a line break, a space or nothing. */
export function soundOfTag(tag: string): string {
  return BREAKING.test(tag) ? '\n' : PARTING.test(tag) ? ' ' : '';
}
