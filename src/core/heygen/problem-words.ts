import type { ProblemKind } from './problem.ts';
import { TEST_REFUSED } from './test-refusal.ts';
import { ASSET_NOT_FOUND, MAYBE_CREATED } from './unsettled-refusals.ts';

/** What an error code means under any 4xx status, and the sentences for the user. */
export interface ProblemWords {
  readonly kind: ProblemKind;
  /** Whole sentences: what happened and what to do. */
  readonly words: string;
}

const KEY_REFUSED =
  'HeyGen does not accept this API key. Copy the key again from HeyGen (Settings, then API) and set it with "Set HeyGen key…".';
const NO_CREDIT =
  'The HeyGen account has no credit left for this. Top it up in HeyGen (Settings, then Billing), then resume. Videos not sent yet stay queued.';
const NO_RIGHT =
  'This API key lacks a permission. Use a key that may create and read videos, or ask the owner of the HeyGen account for one.';
const TOO_MANY =
  'HeyGen is getting too many requests from this account. You need not do anything: Reelmerge tries again as soon as HeyGen allows it.';
const TOO_LARGE =
  'The request is too large for HeyGen. Shorten the script of this row, or send fewer rows at once.';
const HEYGEN_DOWN =
  'HeyGen is having problems. The row is fine, and Reelmerge tries again later. If this goes on, see status.heygen.com.';
const NOT_THERE =
  'HeyGen cannot find something in this row, or does not offer it to this account. Check the ids in this row, then retry it.';

const row = (words: string): ProblemWords => ({ kind: 'row', words });
const stop = (words: string): ProblemWords => ({ kind: 'stop', words });
const wait = (words: string): ProblemWords => ({ kind: 'wait', words });
const outage = (words: string): ProblemWords => ({ kind: 'outage', words });

/**
 * Every code that HeyGen documents, and our own: `test_refused`, `maybe_created`, `google_…`, `not_reached`, `no_reply`,
 * `unreadable_reply`, and `http_<status>` for an answer without a code.
 */
export const PROBLEM_WORDS: ReadonlyMap<string, ProblemWords> = new Map([
  [
    'invalid_parameter',
    row('HeyGen does not accept a value in this row. Change what HeyGen names, then retry the row.'),
  ],
  [
    TEST_REFUSED,
    row(
      'HeyGen does not make test videos for this account. Nothing was made or charged. Switch test videos off in the sidebar (or write no in the column “test_mode”), then retry the row. It will then be a paid video.',
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
      'The person behind this avatar has not consented yet. Complete the consent in HeyGen or choose another avatar_id, then retry the row.',
    ),
  ],
  [
    'script_too_short',
    row('The script is too short to be spoken. Write a longer script, then retry the row.'),
  ],
  [
    'tts_text_invalid',
    row(
      'HeyGen cannot speak this script. Remove unusual characters and unfinished tags from it, then retry the row.',
    ),
  ],
  [
    'voice_unavailable',
    row('This voice is not available at the moment. Choose another voice_id, then retry the row.'),
  ],
  [
    'resource_limit_reached',
    row(
      'The HeyGen account has reached a storage limit. Delete what you no longer need in HeyGen, then retry the row.',
    ),
  ],
  [
    ASSET_NOT_FOUND,
    row(
      'HeyGen has no uploaded file with an id that this row names. Upload the file again, or write the id of another upload, then retry the row.',
    ),
  ],
  ['unauthorized', stop(KEY_REFUSED)],
  ['authentication_failed', stop(KEY_REFUSED)],
  ['insufficient_credit', stop(NO_CREDIT)],
  [
    'trial_limit_exceeded',
    stop(
      'The HeyGen trial is used up. Choose a plan or add credit in HeyGen, then resume. Videos not sent yet stay queued.',
    ),
  ],
  [
    'subscription_required',
    stop(
      'This needs a HeyGen subscription. Choose a plan in HeyGen (Settings, then Billing), then resume. Videos not sent yet stay queued.',
    ),
  ],
  [
    'plan_upgrade_required',
    stop(
      "The HeyGen account's plan does not include this. Upgrade the plan in HeyGen, or choose settings that the plan includes, then resume.",
    ),
  ],
  [
    'quota_exceeded',
    stop(
      "The HeyGen account's quota is used up. Wait until it renews or raise it in HeyGen, then resume. Videos not sent yet stay queued.",
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
      'HeyGen has no avatar with this avatar_id. Choose an avatar of this account (the id of one of its looks, not of a group), then retry the row.',
    ),
  ],
  [
    'voice_not_found',
    row('HeyGen has no voice with this voice_id. Choose another voice, then retry the row.'),
  ],
  [
    'video_not_found',
    row('HeyGen no longer has this video, or it is in another account. Render the row again if you need it.'),
  ],
  [
    'template_not_found',
    row('HeyGen has no template with this id. Choose another template, then retry the row.'),
  ],
  [
    'resource_not_found',
    row('HeyGen cannot find something that this row names. Check the ids in this row, then retry it.'),
  ],
  [
    MAYBE_CREATED,
    row(
      'HeyGen cannot find something that this row names, and shows no video of the row. Check the ids in this row, then retry it.',
    ),
  ],
  [
    'request_in_progress',
    wait('HeyGen is still working on this request. You need not do anything: Reelmerge checks again soon.'),
  ],
  [
    'resource_not_ready',
    wait(
      'Something that this row names is not ready yet, such as an avatar in training. You need not do anything: Reelmerge tries again later.',
    ),
  ],
  [
    'conflict',
    wait('Another request is in the way of this one. You need not do anything: Reelmerge tries again later.'),
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
      'Google is getting too many requests from Reelmerge. You need not do anything: Reelmerge tries again in a minute.',
    ),
  ],
  [
    'google_quota',
    wait(
      'This Google account has used up its requests for today (20,000 a day, 100,000 with Workspace). Nothing is lost: videos not sent yet stay queued, and Reelmerge goes on as soon as Google allows it.',
    ),
  ],
  [
    'google_permission',
    stop(
      'Google does not let Reelmerge connect to HeyGen, because you have not given the permission “Connect to an external service”. Choose Extensions ▸ Reelmerge ▸ Check for finished videos and allow it. Videos not sent yet stay queued.',
    ),
  ],
  [
    'not_reached',
    wait(
      'HeyGen could not be reached, and nothing was sent. Check your connection. Reelmerge tries again later.',
    ),
  ],
  [
    'no_reply',
    outage(
      'HeyGen could not be reached, or its answer was lost. Check your connection. Reelmerge tries again later.',
    ),
  ],
  [
    'unreadable_reply',
    outage(
      "Reelmerge could not read HeyGen's answer: it was cut off or came from a proxy. Reelmerge tries again later.",
    ),
  ],
]);

/** The sentences for codes that HeyGen has not documented. */
export const UNKNOWN_CODE_WORDS: Readonly<Record<ProblemKind, string>> = {
  row: 'HeyGen refused this row for a reason that Reelmerge does not know. Change what HeyGen names, then retry the row.',
  stop: 'HeyGen refuses requests from this account. Check the account in HeyGen, then resume. Videos not sent yet stay queued.',
  wait: 'HeyGen asks Reelmerge to wait. You need not do anything: Reelmerge tries again later.',
  outage: "HeyGen's answer does not say what became of the request. Reelmerge tries again later.",
};
