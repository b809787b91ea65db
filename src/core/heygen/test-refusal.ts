/** Our own code for it: HeyGen's says only that some field is not accepted. */
export const TEST_REFUSED = 'test_refused';

/** The field as `test: …`, `videos.3.test: …` or `Unknown field "test"`, and never a word of the user's. */
const NAMES_THE_FIELD =
  /^(?:videos[.[]\d+\]?\.)?test(?::|$)|\b(?:field|key|parameter|property|input)(?:s|\(s\))?\b[^."'`]{0,20}["'`]test["'`]/iu;

/**
 * HeyGen's code, or ours when what it does not accept is the field `test`. That field is in no published
 * description of v3, so that an account may refuse it. `words` are HeyGen's about the refusal, the field first.
 */
export function refusalCode(code: string, words: string): string {
  return code === 'invalid_parameter' && NAMES_THE_FIELD.test(words) ? TEST_REFUSED : code;
}
