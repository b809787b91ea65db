import { describe, expect, test } from 'vitest';
import { MANIFEST, refusalOf, returnedBy, START, worldOf } from './world.ts';

const translate = (...args: readonly unknown[]): string =>
  `function main() { return LanguageApp.translate(${args.map((arg) => JSON.stringify(arg)).join(', ')}); }`;

const CALM = { translation: { mangles: 0 } };

describe('LanguageApp', () => {
  test('needs no scope, and says that its translation is none', () => {
    const manifest = { ...MANIFEST, oauthScopes: [] };
    expect(returnedBy(translate("It's", 'en', 'de'), { manifest })).toBe("Stand-in for German: It's");
  });

  test('a translation of a translation has the first words again', () => {
    const there = String(returnedBy(translate('Hello', '', 'zh-CN')));
    expect(there).toMatch(/^Stand-in for .*Chinese.*: Hello$/u);
    expect(returnedBy(translate(there, 'zh-CN', 'en'))).toBe('Stand-in for English: Hello');
  });

  test('as HTML the signs of the text are references, and tags stay', () => {
    expect(
      returnedBy(translate('It\'s <b class="x">"so"</b>', 'en', 'de', { contentType: 'html' }), CALM),
    ).toBe('Stand-in for German: It&#39;s <b class="x">&quot;so&quot;</b>');
  });

  test('now and then a mark is lost, doubled, moved or changed, the same for each seed', () => {
    const code = `function main() {
      const text = 'Hello <span translate="no">F1</span>!';
      return Array.from({ length: 40 }, () => LanguageApp.translate(text, '', 'de', { contentType: 'html' }));
    }`;
    const answers = Object(returnedBy(code, { translation: { mangles: 1 } }));
    expect(new Set(answers).size).toBeGreaterThan(4);
    expect(returnedBy(code, { translation: { mangles: 1 } })).toEqual(answers);
    const usual = new Set(Object(returnedBy(code)));
    expect(usual.size).toBeGreaterThan(1);
    expect(usual).toContain('Stand-in for German: Hello <span translate="no">F1</span>!');
  });

  test.each([
    ['a language that it does not know', ['Hello', 'en', 'xx'], 'Invalid argument: xx'],
    ['a content type that it does not know', ['Hello', '', 'de', { contentType: 'pdf' }], 'contentType'],
    ['a text that is none', [7, '', 'de'], "don't match the method signature"],
    ['a text that is too long', ['a'.repeat(5_001), '', 'de'], 'Argument too large: text'],
  ])('refuses %s', (_what, args, words) => {
    expect(refusalOf(translate(...args))).toContain(words);
  });

  test('refuses everything when the service is out of order, in the user’s language', () => {
    const world = { translation: { refuses: true }, language: 'ja' } as const;
    expect(refusalOf(translate('Hello', '', 'de'), world)).toBe('サービスエラー: 翻訳');
  });

  test('answers so many texts a day and user, and again on the next day', () => {
    const world = worldOf(translate('Hello', '', 'de'));
    const run = (user: string) => world.run('main', { kind: 'menu', user }).error?.message ?? 'fine';
    const day = Math.floor((START - 8 * 3_600_000) / 86_400_000);
    const use = { 'translate anna@example.com': 4_999 };
    world.restore({ ...Object(world.snapshot()), quotas: { day, use } });
    expect([run('anna@example.com'), run('anna@example.com'), run('bert@example.com')]).toEqual([
      'fine',
      'Service invoked too many times for one day: translate.',
      'fine',
    ]);
    world.clock.advance(86_400_000);
    expect(run('anna@example.com')).toBe('fine');
  });
});
