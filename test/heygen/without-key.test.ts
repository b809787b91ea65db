import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createCatalogue } from '../../src/heygen/catalogue.ts';
import { createHeyGen } from '../../src/heygen/client.ts';
import { createWithoutKey } from '../../src/heygen/without-key.ts';
import { KEY, reply, scripted } from './scripted-http.ts';

const withoutKey = createWithoutKey(KEY);
const HALVES = `${KEY.slice(0, 9)}\u200B\u0000${KEY.slice(9)}`;
const ECHOES = [KEY, KEY.toUpperCase(), HALVES, encodedWhole(KEY)];

function encodedWhole(text: string): string {
  return [...text].map((sign) => `%${sign.charCodeAt(0).toString(16)}`).join('');
}

/** What a reader sees, and a program that undoes the encoding of URLs. */
function seen(value: unknown): string {
  const text = JSON.stringify(value).replace(/\\u[\da-f]{4}|[\p{C}\p{Default_Ignorable_Code_Point}]/giu, '');
  return text
    .replace(/%([\da-f]{2})/giu, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    .toLowerCase();
}

describe('the key in a usable reply', () => {
  test.each(ECHOES)('is taken out of a title, a name of a field and an address, written as %j', (echo) => {
    const json = { title: `a ${echo} b`, [`x${echo}`]: [{ url: `https://a.b/${echo}?k=${echo}` }] };
    expect(seen(withoutKey(json))).toBe(
      '{"title":"a [key] b","x[key]":[{"url":"https://a.b/[key]?k=[key]"}]}',
    );
  });

  test('is found at any place, and everything else stays as it is', () => {
    fc.assert(
      fc.property(
        fc.json(),
        fc.string({ unit: 'binary' }),
        fc.constantFrom(...ECHOES),
        (json, around, echo) => {
          expect(withoutKey(JSON.parse(json))).toEqual(JSON.parse(json));
          expect(seen(withoutKey([around + echo + around]))).not.toContain(KEY.toLowerCase());
        },
      ),
      { seed: 11 },
    );
  });

  test('is no word that a simulator takes for one', () => {
    expect(createWithoutKey('other')({ title: 'Another video' })).toEqual({ title: 'Another video' });
  });

  test('leaves no reply too deep to be read', () => {
    const deep = JSON.parse(`${'['.repeat(100_000)}${']'.repeat(100_000)}`);
    expect(JSON.stringify(withoutKey(deep)).length).toBeLessThan(200);
  });

  test('stands in no title, name, variable or link that the client hands on', () => {
    const url = `https://f.heygen.ai/a.mp4?api_key=${KEY}`;
    const title = `${'x'.repeat(292)}${KEY}`;
    const video = { id: 'v1', status: 'completed', title, video_url: url, gif_url: url, thumbnail_url: url };
    const look = { id: 'l1', name: HALVES, preview_image_url: url, tags: [KEY] };
    const template = {
      id: 't1',
      name: KEY,
      variables: { [HALVES]: { type: 'text', content: KEY.toUpperCase() } },
    };
    const asked = [
      createHeyGen(scripted([reply(200, { data: video })]).options).video('v1'),
      createHeyGen(scripted([reply(200, { data: [video] })]).options).videosByTitle('', () => false),
      createCatalogue(scripted([reply(200, { data: [look] })]).options).looks(null),
      createCatalogue(scripted([reply(200, { data: template })]).options).template('t1'),
    ];
    for (const answer of asked) {
      expect(answer.kind).toBe('answered');
      expect(seen(answer)).not.toContain(KEY.toLowerCase());
    }
  });
});
