import fc from 'fast-check';
import { expect, test } from 'vitest';
import { failureSentence } from '../../../src/core/heygen/failure-sentence.ts';
import { PROBLEM_WORDS, UNKNOWN_CODE_WORDS } from '../../../src/core/heygen/problem-words.ts';
import { cases } from '../../cases.ts';

const SENTENCES = /^[A-Z“][^\n]*[.]$/;

test('every code has whole sentences, and says what to do or that nothing is to be done', () => {
  for (const [code, { words }] of PROBLEM_WORDS) {
    expect(words, code).toMatch(SENTENCES);
    expect(words.split('. ').length, code).toBeGreaterThan(1);
  }
  for (const words of Object.values(UNKNOWN_CODE_WORDS)) expect(words).toMatch(SENTENCES);
});

test('a failure is told in whole sentences, whatever HeyGen said or did not say', () => {
  fc.assert(
    fc.property(
      fc.constantFrom('', 'strange', ...PROBLEM_WORDS.keys()),
      fc.stringMatching(/^[\w ]{0,40}$/),
      (code, own) => {
        expect(failureSentence(code, own)).toMatch(SENTENCES);
        expect(failureSentence(code, own)).toContain(own);
      },
    ),
    cases(100, 14),
  );
});

test('an undocumented code is named', () => {
  expect(failureSentence('gpu_melted', '')).toContain('gpu_melted');
});

test('no sentence about a failed video promises that somebody else tries again', () => {
  for (const code of ['', 'strange', ...PROBLEM_WORDS.keys()]) {
    expect(failureSentence(code, ''), code).not.toMatch(/tries again|checks again|need not do anything/);
  }
  expect(failureSentence('internal_error', '')).toContain('You were not charged. Retry the row.');
});
