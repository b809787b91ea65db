/** Our own code for this refusal. HeyGen's code says only that it does not accept some field. */
export const TEST_REFUSED = 'test_refused';

/** HeyGen names the field: `test: …`, `videos.3.test: …` or `Unknown field "test"`. A user's own words never match. */
const NAMES_THE_FIELD =
  /^(?:videos[.[]\d+\]?\.)?test(?::|$)|\b(?:field|key|parameter|property|input)(?:s|\(s\))?\b[^."'`]{0,20}["'`]test["'`]/iu;

/**
 * HeyGen's code, or ours when HeyGen does not accept the field `test`. The published description of v3 does not have
 * that field, so HeyGen may refuse it. `words` are HeyGen's message, the field first.
 */
export function refusalCode(code: string, words: string): string {
  return code === 'invalid_parameter' && NAMES_THE_FIELD.test(words) ? TEST_REFUSED : code;
}
