import { counted } from '../count-words.ts';
import type { Problem } from './problem.ts';

const NOT_PERMITTED =
  'Google does not let Reelmerge connect to HeyGen, because you have not given the permission “Connect to an external service”. Choose Extensions ▸ Reelmerge ▸ Check for finished videos and allow it. Then try again.';

/**
 * The sentence for a problem with a request that the user made: a list, a deletion, a template's details. Only the user
 * repeats such a request, so no sentence here promises that Reelmerge will.
 */
export function oneOffProblemWords(problem: Problem): string {
  switch (problem.kind) {
    case 'row':
      return problem.message;
    case 'stop':
      return problem.code === 'google_permission' ? NOT_PERMITTED + quoted(problem) : problem.message;
    case 'wait':
      return waitWords(problem) + quoted(problem);
    case 'outage':
      return outageWords(problem.code) + quoted(problem);
  }
}

/** HeyGen's own words at the end of a problem's sentence, with a space before them. '' when there are none. */
export function quoted({ message }: Problem): string {
  return / HeyGen says: .+$/su.exec(message)?.[0] ?? '';
}

function waitWords({ code, waitSeconds }: Problem): string {
  if (code === 'google_quota') {
    return 'This Google account has used up its requests for today (20,000 a day, 100,000 with Workspace). Try again tomorrow.';
  }
  if (code === 'not_reached') {
    return 'HeyGen could not be reached, and nothing was sent. Check your connection, then try again.';
  }
  const who = code.startsWith('google_') ? 'Google' : 'HeyGen';
  return `${who} is getting too many requests. Try again in ${waitTime(waitSeconds)}.`;
}

function outageWords(code: string): string {
  if (code === 'no_reply') {
    return 'HeyGen could not be reached, or its answer was lost. Check your connection, then try again.';
  }
  if (code === 'unreadable_reply') {
    return 'Reelmerge could not read HeyGen’s answer: it was cut off, came from a proxy, or has a new format. Try again in a minute.';
  }
  return 'HeyGen is having problems. Try again in a few minutes. If this goes on, see status.heygen.com.';
}

function waitTime(seconds: number): string {
  return seconds < 120 ? counted(seconds, 'second') : counted(Math.ceil(seconds / 60), 'minute');
}
