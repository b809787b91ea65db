import { grouped } from '../count-words.ts';
import { excerpt, type Issue } from '../issue.ts';
import { singleSpaced } from '../single-spaced.ts';

/** HeyGen's limit for the text of one video. */
export const MAX_SCRIPT_CHARACTERS = 5000;

/** Roughly how fast English voices speak, as HeyGen's price list assumes. */
const CHARACTERS_PER_SECOND = 14;

/** Letters that hold more speech than a Latin one, and roughly how many of them are spoken in a second. */
const FULLER_LETTERS = [
  { letters: /\p{Script=Han}/gu, perSecond: 4.5 },
  { letters: /[\p{Script=Hiragana}\p{Script=Katakana}ー]/gu, perSecond: 7.5 },
  { letters: /\p{Script=Hangul}/gu, perSecond: 6 },
  // Short vowels are not written.
  { letters: /[\p{Script=Arabic}\p{Script=Hebrew}]/gu, perSecond: 11.5 },
];
const FULLER = /[\u0590-\u08ff\u1100-\u11ff\u3040-\u9fff\uac00-\ud7ff\u{20000}-\u{3ffff}]/u;

const PAUSE = /<break time="(\d+(?:\.\d+)?)s"\/>/gu;

/** Anything meant as a pause, correct or not. It ends at its own `>` or before the next `<`. */
export const MEANT_AS_PAUSE = /<\s*(?:\/\s*)?break\b[^<>]*>?/giu;

/** Finds everything in a merged script that HeyGen would refuse or mispronounce, in the order of the text. */
export function checkScript(script: string): readonly Issue[] {
  const issues: Issue[] = [];
  const report = (code: Issue['code'], message: string) => issues.push({ code, column: 'script', message });

  const hasPauses = script.includes('<');
  const spoken = hasPauses ? script.replace(PAUSE, ' ') : script;
  if (!/[\p{L}\p{N}\p{S}\p{P}]/u.test(spoken)) {
    report('script_empty', 'The script is empty after merging. Write what the avatar should say.');
  }
  if (script.length > MAX_SCRIPT_CHARACTERS) {
    const over = grouped(script.length - MAX_SCRIPT_CHARACTERS);
    report(
      'script_too_long',
      `The script has ${grouped(script.length)} characters after merging, and HeyGen allows ${grouped(MAX_SCRIPT_CHARACTERS)}. Shorten it by ${over}.`,
    );
  }
  if (!hasPauses) return issues;
  for (const meant of script.matchAll(MEANT_AS_PAUSE)) {
    const issue = checkPause(script, meant[0], meant.index ?? 0);
    if (issue !== null && !issues.some((known) => known.message === issue.message)) issues.push(issue);
  }
  return issues;
}

function checkPause(script: string, pause: string, start: number): Issue | null {
  const shown = excerpt(pause);
  if (pause.replace(PAUSE, '') !== '' || /"0+(?:\.0+)?s"/u.test(pause)) {
    return {
      code: 'pause_malformed',
      column: 'script',
      message: `HeyGen cannot read the pause ${shown}. Write <break time="1s"/> or <break time="1.5s"/>: seconds only, straight quotes, a slash at the end.`,
    };
  }
  const before = script.slice(0, start).slice(-1);
  const after = script.charAt(start + pause.length);
  if (!/\S/u.test(before) && !/\S/u.test(after)) return null;
  return {
    code: 'pause_spacing',
    column: 'script',
    message: `The pause ${shown} touches the text beside it. Put a space before and after it.`,
  };
}

/** Estimates how many seconds the script takes to speak, including its pauses, which no speed makes shorter. */
export function speechSeconds(script: string, speed = 1): number {
  let pauses = 0;
  for (const pause of script.matchAll(PAUSE)) pauses += Number(pause[1]);
  const spoken = singleSpaced(script.replace(PAUSE, ' ')).trim();
  return wordSeconds(spoken) / speed + pauses;
}

function wordSeconds(spoken: string): number {
  const seconds = spoken.length / CHARACTERS_PER_SECOND;
  if (!FULLER.test(spoken)) return seconds;
  return FULLER_LETTERS.reduce(
    (sum, { letters, perSecond }) =>
      sum + (spoken.match(letters) ?? []).length * (1 / perSecond - 1 / CHARACTERS_PER_SECOND),
    seconds,
  );
}

/** The script on one line and without its pauses, for showing. */
export function spokenText(script: string): string {
  return singleSpaced(script.includes('<') ? script.replace(MEANT_AS_PAUSE, ' ') : script).trim();
}
