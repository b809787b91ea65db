import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { textCell, urlCell } from '../../../src/core/sheet/cell-text.ts';
import { cases } from '../../cases.ts';

const seed = 20260705;

describe('any text becomes a cell that stays text', () => {
  test.each([
    '=IMPORTXML("https://evil.example","//a")',
    '+1',
    '-2',
    '@SUM(A1)',
    '007',
    'TRUE',
    '2026-01-02',
    "'quoted",
    '16:9',
    '#N/A',
  ])('%s', (text) => {
    expect(textCell(text)).toBe(`'${text}`);
  });

  test('nothing stays nothing', () => {
    expect(textCell('')).toBe('');
    expect(textCell('\u0000\u0007')).toBe('');
  });

  test('lines are kept, tabs become spaces, control characters and half characters go', () => {
    expect(textCell('a\r\nb\rc\nd\u2028e')).toBe("'a\nb\nc\nd\ne");
    expect(textCell('a\tb\u0000c\u009fd\ud83de')).toBe("'a bcd\ufffde");
    expect(textCell('Zoë 😀')).toBe("'Zoë 😀");
  });

  test('what is too long for a cell is cut, visibly and not within a character', () => {
    const cut = textCell('😀'.repeat(30_000));
    expect(cut.length).toBeLessThanOrEqual(49_000);
    expect(cut).toMatch(/^'(?:😀)+…$/u);
    expect(textCell(`a${'😀'.repeat(30_000)}`)).toMatch(/^'a(?:😀)+…$/u);
    expect(textCell('\u0000'.repeat(10) + 'a'.repeat(48_999))).toHaveLength(49_000);
    expect(textCell('a'.repeat(60_000))).toHaveLength(49_000);
  });

  test('whatever the text', () => {
    const hostile = fc.tuple(
      fc.constantFrom('', '=', '+', '-', '@', '\t=', '\n=', "'"),
      fc.string({ unit: 'binary' }),
    );
    fc.assert(
      fc.property(hostile, ([start, rest]) => {
        const cell = textCell(start + rest);
        expect(cell === '' || cell.startsWith("'")).toBe(true);
        expect(cell).not.toMatch(/[^\P{Cc}\n]|\p{Cs}/u);
        expect(cell.length).toBeLessThanOrEqual(49_000);
      }),
      cases(500, seed),
    );
  });
});

describe('a URL in a cell', () => {
  test.each([
    'https://files.heygen.ai/v/abc.mp4?Expires=1790000000&Signature=a~b_c-d&Key-Pair-Id=K1',
    'https://app.heygen.com/videos/abc#t=1',
    'http://127.0.0.1:4010/_media/videos/v1.mp4',
    'http://localhost/x',
  ])('%s is let through unchanged', (url) => {
    expect(urlCell(url)).toBe(url);
  });

  test.each([
    '',
    'http://example.com/a.mp4',
    'http://127.0.0.1.example.com/',
    'http://localhost.example.com/',
    'https://heygen.com@evil.example/',
    'javascript:alert(1)',
    '=HYPERLINK("https://evil.example")',
    ' https://example.com/',
    'https://example.com/a b',
    'https://example.com/"x"',
    "https://example.com/'x'",
    'https://example.com/\u202egpj.exe',
    'https://example.com/\n=1',
    'https:example.com',
    'https://',
    `https://example.com/${'a'.repeat(50_000)}`,
  ])('%j is not', (url) => {
    expect(urlCell(url)).toBe('');
  });

  test('is a URL or nothing, whatever comes', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.webUrl(),
          fc.string().map((end) => `https://${end}`),
        ),
        (text) => {
          expect(urlCell(text)).toMatch(/^(?:https?:\/\/[^\s"']+)?$/iu);
        },
      ),
      cases(500, seed),
    );
  });
});
