import type { ProblemKind } from './problem.ts';
import { TEST_REFUSED } from './test-refusal.ts';

/** What a code means wherever it appears under a 4xx, and the sentences that tell it to a user. */
export interface ProblemWords {
  readonly kind: ProblemKind;
  /** Whole sentences: what happened and what to do. */
  readonly words: string;
}

const KEY_REFUSED =
  'HeyGen does not accept this API key. Copy the key again from HeyGen (Settings, then API) and set it with "Set HeyGen key…".';
const NO_CREDIT =
  'The HeyGen account has no credit left for this. Top it up in HeyGen (Settings, then Billing), then render again; what was not sent is still queued.';
const NO_RIGHT =
  'This API key may not do this. Use a key with the right to create and read videos, or ask the owner of the HeyGen account for it.';
const TOO_MANY =
  'HeyGen is taking no more requests from this account for a moment. Nothing needs to be done: it is asked again after the wait that HeyGen named.';
const TOO_LARGE =
  'The request is larger than HeyGen accepts. Shorten the script of this row, or send fewer rows at once.';
const HEYGEN_DOWN =
  'HeyGen has trouble of its own just now. Nothing is wrong with the row: it is asked again later, and if this lasts, status.heygen.com may say why.';
const NOT_THERE =
  'HeyGen does not have what was asked for, or does not offer this to the account. Check the ids in this row and retry it.';

const row = (words: string): ProblemWords => ({ kind: 'row', words });
const stop = (words: string): ProblemWords => ({ kind: 'stop', words });
const wait = (words: string): ProblemWords => ({ kind: 'wait', words });
const outage = (words: string): ProblemWords => ({ kind: 'outage', words });

/**
 * Every code that HeyGen documents, and ours: `test_refused`, `google_…`, `not_reached`, `no_reply`, `unreadable_reply`, and `http_<status>` for an
 * answer that named no code.
 */
export const PROBLEM_WORDS: ReadonlyMap<string, ProblemWords> = new Map([
  [
    'invalid_parameter',
    row('HeyGen does not accept a value in this row. Change the cell that it names, then retry the row.'),
  ],
  [
    TEST_REFUSED,
    row(
      'HeyGen does not take test videos from this account, so nothing was made and nothing was charged. Switch test videos off in the sidebar (or write no in the column “test_mode”), then retry the row: it is then made and paid for.',
    ),
  ],
  [
    'download_failed',
    row(
      'HeyGen could not download a file that this row links to. Make the link public (https, no sign-in, the right file ending), then retry the row.',
    ),
  ],
  [
    'content_policy_violation',
    row(
      "HeyGen's content policy does not allow this row. Change the script or the image, then retry the row.",
    ),
  ],
  [
    'avatar_not_usable',
    row(
      'This avatar cannot be used for videos by this account. Choose another avatar_id, then retry the row.',
    ),
  ],
  [
    'avatar_consent_required',
    row(
      'The person behind this avatar has not given consent yet. Finish the consent in HeyGen or choose another avatar_id, then retry the row.',
    ),
  ],
  [
    'script_too_short',
    row('The script is too short to be spoken. Write a longer script, then retry the row.'),
  ],
  [
    'tts_text_invalid',
    row(
      'HeyGen cannot speak this script. Remove unusual signs and unfinished tags from it, then retry the row.',
    ),
  ],
  [
    'voice_unavailable',
    row('This voice is not available just now. Choose another voice_id, then retry the row.'),
  ],
  [
    'resource_limit_reached',
    row(
      'The HeyGen account has reached a limit on what it may keep. Delete what is no longer needed in HeyGen, then retry the row.',
    ),
  ],
  ['unauthorized', stop(KEY_REFUSED)],
  ['authentication_failed', stop(KEY_REFUSED)],
  ['insufficient_credit', stop(NO_CREDIT)],
  [
    'trial_limit_exceeded',
    stop(
      "The HeyGen trial's limit is used up. Choose a plan or add credit in HeyGen, then render again; what was not sent is still queued.",
    ),
  ],
  [
    'subscription_required',
    stop(
      'HeyGen asks for a subscription for this. Choose a plan in HeyGen (Settings, then Billing), then render again; what was not sent is still queued.',
    ),
  ],
  [
    'plan_upgrade_required',
    stop(
      "The HeyGen account's plan does not include this. Upgrade the plan in HeyGen, or choose settings that the plan includes, then render again.",
    ),
  ],
  [
    'quota_exceeded',
    stop(
      "The HeyGen account's quota is used up. Wait for its renewal or raise it in HeyGen, then render again; what was not sent is still queued.",
    ),
  ],
  ['forbidden', stop(NO_RIGHT)],
  ['insufficient_api_key_scope', stop(NO_RIGHT)],
  [
    'resource_access_denied',
    row(
      'This HeyGen account may not use something that this row names. Choose an avatar, voice or file of this account, then retry the row.',
    ),
  ],
  [
    'voice_not_usable',
    row('This account may not use this voice. Choose another voice_id, then retry the row.'),
  ],
  [
    'avatar_not_found',
    row(
      "HeyGen has no avatar with this avatar_id. Choose a look of this account (a look's id, not a group's), then retry the row.",
    ),
  ],
  [
    'voice_not_found',
    row('HeyGen has no voice with this voice_id. Choose another voice, then retry the row.'),
  ],
  [
    'video_not_found',
    row(
      'HeyGen no longer has this video, or it is in another account. Render the row again if it is needed.',
    ),
  ],
  [
    'template_not_found',
    row('HeyGen has no template with this id. Choose another template, then retry the row.'),
  ],
  [
    'resource_not_found',
    row('HeyGen does not have something that this row names. Check the ids in this row, then retry it.'),
  ],
  [
    'request_in_progress',
    wait(
      'HeyGen is still working on this very request. Nothing needs to be done: it is looked up again soon.',
    ),
  ],
  [
    'resource_not_ready',
    wait(
      'Something that this row names is not ready yet, such as an avatar in training. Nothing needs to be done: it is asked again later.',
    ),
  ],
  [
    'conflict',
    wait(
      'HeyGen is busy with something that collides with this request. Nothing needs to be done: it is asked again later.',
    ),
  ],
  ['payload_too_large', row(TOO_LARGE)],
  ['rate_limit_exceeded', wait(TOO_MANY)],
  ['internal_error', outage(HEYGEN_DOWN)],
  ['service_unavailable', outage(HEYGEN_DOWN)],
  ['gateway_timeout', outage(HEYGEN_DOWN)],
  ['http_401', stop(KEY_REFUSED)],
  ['http_402', stop(NO_CREDIT)],
  ['http_403', stop(NO_RIGHT)],
  ['http_404', row(NOT_THERE)],
  ['http_405', row(NOT_THERE)],
  ['http_413', row(TOO_LARGE)],
  ['http_429', wait(TOO_MANY)],
  ['http_500', outage(HEYGEN_DOWN)],
  ['http_502', outage(HEYGEN_DOWN)],
  ['http_503', outage(HEYGEN_DOWN)],
  ['http_504', outage(HEYGEN_DOWN)],
  [
    'google_too_often',
    wait(
      'Google lets Reelmerge make no more requests for a minute. Nothing needs to be done: what was not sent is sent after that.',
    ),
  ],
  [
    'google_quota',
    wait(
      'Google lets this Google account make no more requests today (20,000 a day, 100,000 with Workspace). Nothing was lost: what was not sent stays queued and goes on by itself when Google allows it again.',
    ),
  ],
  [
    'google_permission',
    stop(
      'Google does not let Reelmerge connect to HeyGen, because the permission “Connect to an external service” was not given. Choose Extensions ▸ Reelmerge ▸ Check for finished videos and allow it; what was not sent is still queued.',
    ),
  ],
  [
    'not_reached',
    wait(
      'HeyGen could not be reached, and nothing was sent. Check the network; what is queued goes on by itself.',
    ),
  ],
  [
    'no_reply',
    outage(
      'HeyGen could not be reached, or its answer was lost on the way. Check the network; it is asked again later.',
    ),
  ],
  [
    'unreadable_reply',
    outage(
      "HeyGen's answer could not be read: it was cut, or a page from something in between. It is asked again later.",
    ),
  ],
]);

/** What to say for a code that HeyGen has not documented. */
export const UNKNOWN_CODE_WORDS: Readonly<Record<ProblemKind, string>> = {
  row: 'HeyGen refused this row for a reason that is new to Reelmerge. Change what HeyGen names, then retry the row.',
  stop: 'HeyGen refuses requests of this account. Look at the account in HeyGen, then render again; what was not sent is still queued.',
  wait: 'HeyGen asks to come back later. Nothing needs to be done: it is asked again by itself.',
  outage:
    'HeyGen gave an answer that proves nothing, so what came of the request is not known. It is asked again later.',
};

/**
 * Why a video that HeyGen had accepted was not made, as a sentence. `ownWords` are HeyGen's, '' when it
 * gave none; they come cleaned from the client, without a full stop.
 */
export function failureSentence(code: string, ownWords: string): string {
  const known = PROBLEM_WORDS.get(code)?.words;
  const words =
    known ??
    (code === ''
      ? 'HeyGen could not make this video and did not say why. It was not charged: retry the row, and if it fails again, change the script or the look.'
      : `HeyGen could not make this video (${code}). It was not charged: change what it names, or retry the row.`);
  return ownWords === '' ? words : `${words} HeyGen says: "${ownWords}".`;
}
