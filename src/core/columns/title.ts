import { spokenText } from '../speech/script.ts';

const MAX_TITLE_CHARACTERS = 200;
const MAX_DEFAULT_TITLE_CHARACTERS = 60;

/** What a title has no room for. Most texts have none of it, and looking is quicker than replacing. */
const NOT_IN_TITLE = /[\s\p{Cc}\p{Cs}]{2}|(?! )[\s\p{Cc}\p{Cs}]/u;

/** A title on one line, at most 200 characters. It is only a label, so a longer one is cut rather than refused. */
export function titleOf(written: string): string {
  const line = NOT_IN_TITLE.test(written) ? written.replace(/[\s\p{Cc}\p{Cs}]+/gu, ' ') : written;
  return cut(line.trim(), MAX_TITLE_CHARACTERS);
}

/** The title of a video without one: the beginning of its script, up to 60 characters. */
export function defaultTitle(script: string): string {
  const line = titleOf(spokenText(script));
  if (line.length <= MAX_DEFAULT_TITLE_CHARACTERS) return line;
  const start = cut(line, MAX_DEFAULT_TITLE_CHARACTERS);
  const lastSpace = start.lastIndexOf(' ');
  return lastSpace < MAX_DEFAULT_TITLE_CHARACTERS / 2 ? start : `${start.slice(0, lastSpace)}…`;
}

/** The title of a video that plays a recording: the file's name. */
export function fileTitle(url: string): string {
  const name =
    url
      .replace(/[?#].*$/u, '')
      .split('/')
      .pop() ?? '';
  return titleOf(name.replace(/\.[a-z0-9]{2,5}$/iu, '').replace(/[_-]+|%20/gu, ' '));
}

function cut(text: string, most: number): string {
  if (text.length <= most) return text;
  // Half a surrogate pair is not a character. HeyGen would refuse or garble it.
  return `${text.slice(0, most - 1).replace(/[\ud800-\udbff]$/u, '')}…`.replace(/\s+…$/u, '…');
}
