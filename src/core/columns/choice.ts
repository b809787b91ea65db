import {
  ASPECT_RATIOS,
  type AspectRatio,
  ENGINES,
  RESOLUTIONS,
  type Resolution,
} from '../heygen/video-request.ts';
import { excerpt, type Issue, listed } from '../issue.ts';
import { failure, type Result, success } from '../result.ts';
import { FALSE_WORDS, TRUE_WORDS } from '../translated-values.ts';

/** One of the allowed words, in any case and with spaces around it. */
export function readChoice<Word extends string>(
  column: string,
  written: string,
  allowed: readonly Word[],
): Result<Word, Issue> {
  const word = written.trim().toLowerCase();
  const found = allowed.find((candidate) => candidate.toLowerCase() === word);
  if (found !== undefined) return success(found);
  return unknownChoice(column, written, allowed);
}

function unknownChoice<Value>(
  column: string,
  written: string,
  allowed: readonly string[],
): Result<Value, Issue> {
  return failure({
    code: 'choice_unknown',
    column,
    message: `The ${column} "${excerpt(written)}" is not a valid value. Write ${listed(allowed, 'or')}.`,
  });
}

/** A ratio as typed, or as Sheets shows it after reading it as a time of day. */
const RATIO = /^(\d{1,2})\s*[:.x×/]\s*(\d{1,2})(?:[:.]00(?:\.0+)?)?\s*([ap])?\.?\s*(?:m\.?)?$/iu;

/**
 * An aspect ratio. Sheets reads a typed `16:9` as the time 16:09 and may show `16:09:00` or `4:09:00 PM`, and
 * `4:05:00 AM` for `4:5`. This turns such times back into ratios.
 */
export function readAspectRatio(written: string): Result<AspectRatio, Issue> {
  const match = RATIO.exec(written.trim());
  if (match === null) return readChoice('aspect_ratio', written, ASPECT_RATIOS);
  const afternoon = match[3]?.toLowerCase() === 'p';
  const width = Number(match[1]) + (afternoon ? 12 : 0);
  const meant = `${width}:${Number(match[2])}`;
  const found = ASPECT_RATIOS.find((ratio) => ratio === meant);
  return found === undefined ? readChoice('aspect_ratio', written, ASPECT_RATIOS) : success(found);
}

/** A resolution. The "p" is optional. */
export function readResolution(written: string): Result<Resolution, Issue> {
  return readChoice('resolution', written.trim().replace(/^(?:1080|720)$/u, '$&p'), RESOLUTIONS);
}

/** The name of an engine, also one that HeyGen has added: only the looks say which engines there are. */
export function readEngine(written: string): Result<string, Issue> {
  const name = written
    .trim()
    .toLowerCase()
    .replace(/[\s-]+/gu, '_');
  return /^[a-z][a-z0-9_.]{2,39}$/u.test(name) ? success(name) : unknownChoice('engine', written, ENGINES);
}

const YES = ['yes', 'y', 'true', 'on', '1'];
const NO = ['no', 'n', 'false', 'off', '0'];

/** Yes or no: a word, or TRUE and FALSE from a tick box. */
export function readYesNo(column: string, written: string): Result<boolean, Issue> {
  const shown = written.trim();
  const word = shown.toLowerCase();
  if (YES.includes(word) || TRUE_WORDS.has(shown)) return success(true);
  return NO.includes(word) || FALSE_WORDS.has(shown)
    ? success(false)
    : unknownChoice(column, written, ['yes', 'no']);
}

/** How the subtitles come. `file`: in a file beside the video. */
export type Captions = 'off' | 'file' | 'burned in';

/** Reads what people write for captions. */
export function readCaptions(written: string): Result<Captions, Issue> {
  const word = written
    .trim()
    .toLowerCase()
    .replace(/[\s_-]+/gu, ' ');
  if (NO.includes(word) || word === 'none') return success('off');
  if (word === 'file' || word === 'srt') return success('file');
  if (/^burn(?:ed|t)?(?: in)?$/u.test(word)) return success('burned in');
  return unknownChoice('caption', written, ['off', 'file', 'burned in']);
}
