import { invalid, type Refusal, refusal } from '../exchange.ts';

/** Speech runs at about 14 characters a second (HeyGen's published estimate for English). */
const CHARACTERS_PER_SECOND = 14;
/** A syllable a letter, or nearly: such writing is spoken at about six letters a second. */
const SYLLABIC = /[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7ff]/gu;
const SYLLABLE_LETTERS = CHARACTERS_PER_SECOND / 6;
const SCRIPT_LIMIT = 5_000;
const BREAK = /<break\b[^>]*>?/gi;
const GOOD_BREAK = /^<break\s+time="(\d+(?:\.\d+)?)s"\s*\/>$/;

/** Length of the spoken text in seconds, pauses included, at least one second. */
export function speechSeconds(
  script: string,
  speed: number,
  charactersPerSecond = CHARACTERS_PER_SECOND,
): number {
  let pauses = 0;
  const spoken = script.replace(BREAK, (tag) => {
    pauses += Number(GOOD_BREAK.exec(tag)?.[1] ?? 0);
    return '';
  });
  const syllables = (spoken.match(SYLLABIC) ?? []).length;
  const letters = spoken.length + syllables * (SYLLABLE_LETTERS - 1);
  const seconds = letters / charactersPerSecond / speed + pauses;
  return Math.max(1, Math.round(seconds * 100) / 100);
}

/** Says what is wrong with a script, or null. `param` is the field's dotted name. */
export function scriptRefusal(script: string, param: string): Refusal | null {
  if (script.length > SCRIPT_LIMIT) {
    return invalid(
      param,
      `${param} has ${script.length} characters; at most ${SCRIPT_LIMIT} can be spoken in one video.`,
    );
  }
  if (script.trim() === '')
    return refusal(400, 'script_too_short', `${param} holds nothing to speak.`, param);
  for (const tag of script.match(BREAK) ?? []) {
    if (!GOOD_BREAK.test(tag)) {
      const message = `${param}: ${tag.slice(0, 60)} is not a pause. Write it as <break time="1s"/>.`;
      return refusal(400, 'tts_text_invalid', message, param);
    }
  }
  return null;
}
