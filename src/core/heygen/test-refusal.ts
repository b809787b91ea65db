/** Our own code for this refusal. HeyGen's code says only that it does not accept some field. */
export const TEST_REFUSED = 'test_refused';

/** The way to the field in a body, as HeyGen writes it: `videos.3.`, `videos[3].avatar.`, `body.`. */
const KNOWN_WAY =
  '(?:(?:body|request|videos|items|\\d+|avatar|image|studio|cinematic_avatar|video|template)\\]?[.[])*';
/** Any other way, but not into a template's variables: the user gave those their names. */
const ANY_WAY = '(?:(?!variables\\b)[\\w-]+\\]?[.[])*';
const NOT_PERMITTED = 'extra inputs are not permitted';

/**
 * HeyGen names the field: `test: …`, `videos.3.avatar.test: …` or `Unknown field "test"`. A user's own words never
 * match.
 */
const NAMES_THE_FIELD = [
  new RegExp(`^${KNOWN_WAY}test(?::|$)`, 'iu'),
  new RegExp(`^${ANY_WAY}test:? ${NOT_PERMITTED}`, 'iu'),
  new RegExp(`^${NOT_PERMITTED}[^\\w]{1,4}${ANY_WAY}test\\b["'\`).]*$`, 'iu'),
  /\b(?:field|key|parameter|property|input)(?:s|\(s\))?\b[^."'`]{0,20}["'`]test["'`]/iu,
];

/**
 * Whether HeyGen does not accept the field `test`. The published description of v3 does not have that field, so HeyGen
 * may refuse it. `words` are HeyGen's message, the field first.
 */
export function isTestRefusal(code: string, words: string): boolean {
  return code === 'invalid_parameter' && NAMES_THE_FIELD.some((pattern) => pattern.test(words));
}
