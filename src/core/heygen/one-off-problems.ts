import type { Problem } from './problem.ts';

const NOT_PERMITTED =
  'Google does not let Reelmerge connect to HeyGen, because the permission “Connect to an external service” was not given. Choose Extensions ▸ Reelmerge ▸ Check for finished videos and allow it, then try again.';

/**
 * What to say of a problem that a user's own request met: a list, a deletion, a look at a template. Nobody repeats
 * such a request but the user, so nothing here promises that it is asked again.
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

/** HeyGen's own words at the end of a problem's sentence, with a space before them; '' when it gave none. */
export function quoted({ message }: Problem): string {
  return / HeyGen says: .+$/su.exec(message)?.[0] ?? '';
}

function waitWords({ code, waitSeconds }: Problem): string {
  if (code === 'google_quota') {
    return 'Google lets this Google account make no more requests today (20,000 a day, 100,000 with Workspace). Try again tomorrow.';
  }
  if (code === 'not_reached') {
    return 'HeyGen could not be reached, and nothing was sent. Check the network, then try again.';
  }
  const who = code.startsWith('google_') ? 'Google lets Reelmerge make' : 'HeyGen takes';
  return `${who} no more requests for a moment. Try again in ${counted(waitSeconds)}.`;
}

function outageWords(code: string): string {
  if (code === 'no_reply') {
    return 'HeyGen could not be reached, or its answer was lost on the way. Check the network, then try again.';
  }
  if (code === 'unreadable_reply') {
    return 'HeyGen’s answer could not be read: it was cut, comes from something in between, or has a form that is new to Reelmerge. Try again in a minute.';
  }
  return 'HeyGen has trouble of its own just now. Try again in some minutes; if this lasts, status.heygen.com may say why.';
}

function counted(seconds: number): string {
  if (seconds === 1) return '1 second';
  return seconds < 120 ? `${seconds} seconds` : `${Math.ceil(seconds / 60)} minutes`;
}
