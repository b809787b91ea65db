import { expect, test } from 'vitest';
import { readLanguage, tagsOf } from '../../../src/core/speech/language-name.ts';

test.each([
  ['German', 'de'],
  ['  GERMAN ', 'de'],
  ['Deutsch', 'de'],
  ['Allemand', 'de'],
  ['de', 'de'],
  ['de_at', 'de-AT'],
  ['German (Austria)', 'de-AT'],
  ['Brazilian Portuguese', 'pt-BR'],
  ['Englisch', 'en'],
  ['日本語', 'ja'],
  ['Mandarin', 'zh'],
])('%j is understood as %s', (written, code) => {
  expect(readLanguage(written)).toEqual({ ok: true, value: code });
});

test.each(['Python', 'English teacher', 'new', 'alt', 'say', 'x', '', '-', '🙂'])(
  '%j is no language, and the user reads what to write',
  (written) => {
    const read = readLanguage(written);
    expect(read.ok).toBe(false);
    if (!read.ok) expect(read.failure.message).toContain('such as German, de or de-AT');
  },
);

test('a country is never guessed, because it says how dates and amounts are read', () => {
  expect(readLanguage('English')).toEqual({ ok: true, value: 'en' });
});

test('a code is made less exact from its end', () => {
  expect(tagsOf('zh-Hant-TW')).toEqual(['zh-Hant-TW', 'zh-Hant', 'zh']);
});
