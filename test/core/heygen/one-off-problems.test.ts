import { expect, test } from 'vitest';
import { oneOffProblemWords } from '../../../src/core/heygen/one-off-problems.ts';
import type { Problem } from '../../../src/core/heygen/problem.ts';
import { PROBLEM_WORDS, UNKNOWN_CODE_WORDS } from '../../../src/core/heygen/problem-words.ts';

const problem = (kind: Problem['kind'], code: string, message: string): Problem => ({
  kind,
  code,
  message: `${message} HeyGen says: "so".`,
  httpStatus: 0,
  requestId: '',
  waitSeconds: kind === 'wait' ? 60 : 0,
});

const ALL = [
  ...[...PROBLEM_WORDS].map(([code, { kind, words }]) => problem(kind, code, words)),
  ...Object.entries(UNKNOWN_CODE_WORDS).map(([kind, words]) =>
    problem(kind === 'row' || kind === 'stop' || kind === 'wait' ? kind : 'outage', 'new_code', words),
  ),
];

test('what only the user repeats is promised nothing, is told what to do, and keeps HeyGen’s words', () => {
  for (const each of ALL) {
    const words = oneOffProblemWords(each);
    expect(words, each.code).not.toMatch(/(?:tries|checks) again|need not do|by itself|goes on as/i);
    expect(words, each.code).toMatch(/^[A-Z].*\.$/);
    expect(words, each.code).toContain('HeyGen says: "so".');
    if (each.kind === 'wait' || each.kind === 'outage') expect(words, each.code).toMatch(/try again/i);
  }
});

test('how long to wait is told as a person would', () => {
  const words = (waitSeconds: number): string =>
    oneOffProblemWords({ ...problem('wait', 'rate_limit_exceeded', 'Wait.'), waitSeconds });
  expect(words(1)).toContain('in 1 second.');
  expect(words(45)).toContain('in 45 seconds.');
  expect(words(3_600)).toContain('in 60 minutes.');
});
