import type { Fault } from '../simulator/faults.ts';

/** A kind of trouble with HeyGen that can be switched on. */
export interface BadDay {
  readonly name: string;
  readonly label: string;
  readonly hint: string;
}

export const BAD_DAYS: readonly BadDay[] = [
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
];

/** The simulator's options for these days together. The first rule that fires decides about a request. */
export function optionsOfDays(days: readonly string[]): { faults: Fault[]; failureRate: number } {
  return { faults: days.flatMap((day) => RULES[day] ?? []), failureRate: days.includes('fail') ? 1 / 3 : 0 };
}

/** Each day begins with some trouble, so that its effect shows at once. */
const RULES: Readonly<Record<string, readonly Fault[]>> = {
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
