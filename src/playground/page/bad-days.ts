import type { Fault } from '../simulator/faults.ts';

/** A bad day of HeyGen's that can be switched on. */
export interface BadDay {
  readonly name: string;
  readonly label: string;
  readonly hint: string;
}

export const BAD_DAYS: readonly BadDay[] = [
  { name: '429', label: 'Too many requests', hint: 'Each second request is answered 429: wait 30 seconds.' },
  { name: '402', label: 'No credit', hint: 'Every request that would cost money is answered 402.' },
  { name: 'lost', label: 'Lost replies', hint: 'A POST takes effect, but each second reply never arrives.' },
  { name: 'cut', label: 'Cut connections', hint: 'Each third connection breaks before the request arrives.' },
  { name: '5xx', label: 'Server errors', hint: 'Each third request is answered 500 or 503, without effect.' },
  { name: 'html', label: 'HTML pages', hint: 'Each third request is answered by a 502 page.' },
  {
    name: 'fail',
    label: 'Failing videos',
    hint: 'One video in three fails while it renders; it is not charged.',
  },
];

/** The simulator's options of these days together. The first rule that fires decides about a request. */
export function optionsOfDays(days: readonly string[]): { faults: readonly Fault[]; failureRate: number } {
  return { faults: days.flatMap((day) => RULES[day] ?? []), failureRate: days.includes('fail') ? 1 / 3 : 0 };
}

const RULES: Readonly<Record<string, readonly Fault[]>> = {
  '402': [{ when: { method: 'POST' }, do: '402' }],
  lost: [{ when: { method: 'POST', every: 2 }, do: 'cut-after' }],
  '429': [{ when: { pathStartsWith: '/v3/videos', every: 2 }, do: '429', retryAfter: 30 }],
  cut: [{ when: { every: 3 }, do: 'cut-before' }],
  '5xx': [
    { when: { every: 6 }, do: '500' },
    { when: { every: 3 }, do: '503' },
  ],
  html: [{ when: { every: 3 }, do: '502-html' }],
};
