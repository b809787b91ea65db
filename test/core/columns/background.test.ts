import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { COLOR_NAMES, readBackground } from '../../../src/core/columns/background.ts';
import { cases } from '../../cases.ts';

function refusal(text: string): { code: string; message: string } {
  const read = readBackground(text);
  if (read.ok) throw new Error(`${text} was taken as a ${read.value.kind}`);
  return read.failure;
}

describe('a background is', () => {
  test.each([
    ['#abc', '#aabbcc'],
    ['#1A2b3C', '#1A2b3C'],
    [' Navy ', '#000080'],
    ['GRAY', '#808080'],
    ['aqua', '#00ffff'],
    ['grey', '#808080'],
    ['Orange', '#ffa500'],
    ['light blue', '#add8e6'],
    ['Dark_Gray', '#a9a9a9'],
  ])('a colour: %s', (text, value) => {
    expect(readBackground(text)).toEqual({ ok: true, value: { kind: 'color', value } });
  });

  test.each([
    'https://example.com/office.jpg',
    'https://example.com/OFFICE.JPEG',
    'https://example.com/a.webp?w=1920#top',
    'https://cdn.example.com:8443/images/12345',
    'https://example.com/v1.2/photo',
    'https://example.com',
  ])('a picture on the web: %s', (url) => {
    expect(readBackground(` ${url} `)).toEqual({ ok: true, value: { kind: 'image', url } });
  });

  test('an uploaded asset, or transparent', () => {
    expect(readBackground('asset:abc_123-x')).toEqual({
      ok: true,
      value: { kind: 'asset', assetId: 'abc_123-x' },
    });
    expect(readBackground('Asset: abc')).toEqual({ ok: true, value: { kind: 'asset', assetId: 'abc' } });
    expect(readBackground('Transparent')).toEqual({ ok: true, value: { kind: 'transparent' } });
  });
});

describe('a background is not', () => {
  test.each([
    ['blurple', 'background_unknown', /Write a colour/u],
    ['#12345', 'background_unknown', /Write a colour/u],
    ['#11223344', 'background_unknown', /Write a colour/u],
    ['112233', 'background_unknown', /Write a colour/u],
    ['javascript:alert(1)', 'background_unknown', /Write a colour/u],
    ['http://example.com/a.jpg', 'address_insecure', /https:\/\/ address/u],
    ['https://example.com/our office.jpg', 'address_malformed', /Write %20/u],
    ['https://', 'address_malformed', /own address/u],
    ['https:///a.jpg', 'address_malformed', /own address/u],
    ['https://office/a.jpg', 'address_malformed', /own address/u],
    ['https://user@example.com/a.jpg', 'address_malformed', /own address/u],
    ['https://example.com/"a".jpg', 'address_malformed', /own address/u],
    [`https://example.com/${'a.'.repeat(30_000)}`, 'address_malformed', /own address/u],
    ['https://example.com/waves.mp4', 'address_other_media', /ends in \.mp4.*jpg, jpeg, png or webp/u],
    ['https://example.com/logo.svg?x=1', 'address_other_media', /ends in \.svg/u],
    ['https://drive.google.com/file/d/1a/view?usp=sharing', 'address_malformed', /a page on drive\.google/u],
    ['asset:', 'asset_malformed', /asset id/u],
    ['asset:a b', 'asset_malformed', /asset id/u],
  ])('%s', (text, code, advice) => {
    expect(refusal(text).code).toBe(code);
    expect(refusal(text).message).toMatch(advice);
    expect(refusal(text).message.length).toBeLessThan(400);
  });
});

test('every colour name has a colour, and stands in the docs', () => {
  const page = readFileSync('docs/columns-and-merging.md', 'utf8');
  const listed = /^Colour names: (.*)\.$/mu.exec(page)?.[1]?.split(', ');
  expect([...COLOR_NAMES].sort()).toEqual(listed);
  for (const name of COLOR_NAMES) {
    expect(readBackground(name)).toMatchObject({
      value: { value: expect.stringMatching(/^#[0-9a-f]{6}$/u) },
    });
  }
});

test('every text is taken or refused with a sentence, and a colour is always #RRGGBB', () => {
  const text = fc.oneof(
    fc.string(),
    fc.stringMatching(/^#[0-9a-fA-F]{2,7}$/u),
    fc.string().map((end) => `https://${end}`),
  );
  fc.assert(
    fc.property(text, (written) => {
      const read = readBackground(written);
      if (!read.ok) expect(read.failure.message).toMatch(/\.$/u);
      else if (read.value.kind === 'color') expect(read.value.value).toMatch(/^#[0-9a-f]{6}$/iu);
      else if (read.value.kind === 'image') expect(read.value.url).toMatch(/^https:\/\/\S+$/iu);
    }),
    cases(500, 20260704),
  );
});
