import { expect, test } from 'vitest';
import type { Execution } from '../../src/emulator/execution.ts';
import { logEntry, ordinal } from '../../src/page/engine/log-entry.ts';

const call = { service: 'sheets', method: 'getValues', args: [], cost: 1, at: 0, refusal: null };

function execution(changes: Partial<Execution>): Execution {
  return {
    id: 1,
    functionName: 'renderSelectedRows',
    kind: 'menu',
    user: 'anna@example.com',
    outcome: 'returned',
    reason: null,
    value: null,
    error: null,
    calls: [],
    counts: { total: 0, services: {}, methods: {} },
    fetches: [],
    logs: [],
    started: 0,
    ended: 1_200,
    ...changes,
  };
}

test('a request is told with its answer, one without an answer too', () => {
  const fetched = { method: 'post', url: 'http://127.0.0.1:1/v3/videos/batches', tookMs: 1, at: 0 };
  const entry = logEntry(
    execution({
      fetches: [
        { ...fetched, status: 202 },
        { ...fetched, status: null },
      ],
    }),
  );
  expect(entry?.text).toBe('renderSelectedRows returned (0 calls, 1.2 s)');
  expect(entry?.details).toEqual([
    { tone: 'good', text: 'POST /v3/videos/batches → 202' },
    { tone: 'bad', text: 'POST /v3/videos/batches → no reply' },
  ]);
});

test('a mail that was sent is told with its words, and one that was refused is not', () => {
  const mail = { to: 'a@b.example', subject: '2 videos done', body: 'Run of 1 Mar.' };
  const sending = { ...call, service: 'mail', method: 'sendEmail', args: [mail] };
  const entry = logEntry(execution({ kind: 'sidebar', calls: [sending, { ...sending, refusal: 'No.' }] }));
  expect(entry?.details).toEqual([
    { tone: 'good', text: 'Mail to a@b.example: 2 videos done', whole: 'Run of 1 Mar.' },
  ]);
});

test('a kill is told with the call at which it came', () => {
  const killed = execution({
    outcome: 'killed',
    reason: 'told',
    calls: Array.from({ length: 30 }, () => call),
  });
  expect(logEntry(killed)).toMatchObject({
    tone: 'bad',
    text: 'renderSelectedRows was killed at its 31st call (30 calls, 1.2 s)',
  });
});

test('calls of the page that asked nothing of HeyGen are not worth a line, failed ones are', () => {
  expect(logEntry(execution({ kind: 'sidebar' }))).toBeNull();
  const error = { name: 'Error', message: 'no', stack: '' };
  expect(logEntry(execution({ kind: 'sidebar', outcome: 'threw', error }))?.text).toContain('threw: no');
});

test('calls are counted in English', () => {
  expect([1, 2, 3, 4, 11, 12, 13, 21, 112].map(ordinal).join(' ')).toBe(
    '1st 2nd 3rd 4th 11th 12th 13th 21st 112th',
  );
});
