import type { Fault } from '../simulator/faults.ts';
import type { SimulatorChoices } from '../simulator/options.ts';

/** A kind of trouble that can be switched on. */
export interface BadDay<Name extends string = string> {
  readonly name: Name;
  readonly label: string;
  readonly hint: string;
}

/** Those of HeyGen. */
export const BAD_DAYS: readonly BadDay[] = [
  { name: 'down', label: 'HeyGen is down', hint: 'Every request is answered 503, without effect.' },
  {
    name: 'key',
    label: 'Key refused',
    hint: 'Every request is answered 401: the key is not valid any more.',
  },
  {
    name: '429',
    label: 'Too many requests',
    hint: 'Every other request about videos is answered 429: wait 30 s.',
  },
  { name: '402', label: 'No credit', hint: 'Every request that would cost money is answered 402.' },
  {
    name: 'lost',
    label: 'Lost replies',
    hint: 'Requests take effect, but the next reply, and many after it, never arrive.',
  },
  {
    name: 'cut',
    label: 'Cut connections',
    hint: 'The next connection, and every third one, breaks before the request arrives.',
  },
  {
    name: '5xx',
    label: 'Server errors',
    hint: 'The next request, and every third one, is answered 500 or 503 without effect.',
  },
  {
    name: 'html',
    label: 'HTML pages',
    hint: 'The next request, and every third one, is answered by a page that says 502.',
  },
  {
    name: 'fail',
    label: 'Failing videos',
    hint: 'One video in three fails while it renders; it is not charged.',
  },
  {
    name: 'late-credit',
    label: 'Credit ends late',
    hint: 'Every video is accepted. When its render ends, HeyGen says that the credit was not enough.',
  },
  {
    name: '400',
    label: 'A refusal in words',
    hint: 'Every request for a video is answered 400 with a sentence: the avatar does not support unlimited mode.',
  },
  {
    name: 'speech',
    label: 'No speech',
    hint: 'The account may not have words spoken without a video: answered 403.',
  },
  {
    name: 'links',
    label: 'Links end soon',
    hint: 'A new link to a finished video ends after ten minutes instead of seven days.',
  },
];

export const GOOGLE_DAY_NAMES = ['accounts', 'plain-text', 'protected', 'no-trigger', 'slow'] as const;
export type GoogleDayName = (typeof GOOGLE_DAY_NAMES)[number];

/** Those of Google. */
export const GOOGLE_DAYS: readonly BadDay<GoogleDayName>[] = [
  {
    name: 'accounts',
    label: 'Several accounts',
    hint: 'The browser is signed in to several Google accounts: Google refuses every call of the sidebar.',
  },
  {
    name: 'plain-text',
    label: 'Plain-text cells',
    hint: 'All cells are formatted as plain text: what is written there stays as it is, with its apostrophe.',
  },
  {
    name: 'protected',
    label: 'Protected column',
    hint: 'The status column is protected. Google takes what the add-on writes there, and refuses it at the next flush.',
  },
  {
    name: 'no-trigger',
    label: 'No trigger',
    hint: 'The user has left out the permission for triggers: nothing runs by itself.',
  },
  {
    name: 'slow',
    label: 'Slow Google',
    hint: 'Each click starts after 1.5 s. The sidebar then waits 0.3 s for each call that the add-on makes to Google.',
  },
];

/** The simulator's options for these days together. The first rule that fires decides about a request. */
export function optionsOfDays(days: readonly string[]): SimulatorChoices {
  const endsLate = days.includes('late-credit');
  return {
    faults: days.flatMap((day) => RULES[day] ?? []),
    failureRate: days.includes('fail') ? 1 / 3 : 0,
    creditEndsLate: endsLate,
    credit: endsLate ? 0 : USUAL_CREDIT,
    urlTtlSeconds: days.includes('links') ? 600 : USUAL_LINK_SECONDS,
  };
}

// As the simulator has them by default.
/** US dollars. */
const USUAL_CREDIT = 100_000;
const USUAL_LINK_SECONDS = 7 * 86_400;

/** Each day begins with some trouble, so that its effect shows at once. */
const RULES: Readonly<Record<string, readonly Fault[]>> = {
  down: [{ when: {}, do: '503' }],
  key: [{ when: {}, do: '401' }],
  speech: [
    {
      when: { method: 'POST', path: '/v3/voices/speech' },
      do: 'refuse',
      status: 403,
      code: 'voice_not_usable',
      message: 'This voice does not support the engine starfish.',
    },
  ],
  '400': [{ when: { method: 'POST', pathStartsWith: '/v3/videos' }, do: '400-internal' }],
  '402': [{ when: { method: 'POST' }, do: '402' }],
  lost: [
    { when: { method: 'POST', nth: 1 }, do: 'cut-after' },
    { when: { method: 'POST', every: 2 }, do: 'cut-after' },
  ],
  '429': [
    { when: { pathStartsWith: '/v3/videos', nth: 1 }, do: '429', retryAfter: 30 },
    { when: { pathStartsWith: '/v3/videos', every: 2 }, do: '429', retryAfter: 30 },
  ],
  cut: [
    { when: { nth: 1 }, do: 'cut-before' },
    { when: { every: 3 }, do: 'cut-before' },
  ],
  '5xx': [
    { when: { nth: 1 }, do: '500' },
    { when: { every: 3 }, do: '503' },
  ],
  html: [
    { when: { nth: 1 }, do: '502-html' },
    { when: { every: 3 }, do: '502-html' },
  ],
};
