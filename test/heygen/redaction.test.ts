import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createCatalogue } from '../../src/heygen/catalogue.ts';
import { createHeyGen } from '../../src/heygen/client.ts';
import { createRedaction } from '../../src/heygen/redaction.ts';
import { cases } from '../cases.ts';
import { KEY, reply, scripted } from './scripted-http.ts';

const { clean, withoutKey } = createRedaction(KEY);

describe("HeyGen's own words", () => {
  test('lose control characters, line breaks and invisible characters', () => {
    expect(clean('a\u0000b\r\n c\u202Ed\u200Be')).toBe('a b cde');
  });

  test('are cut to 300 characters and never through an emoji', () => {
    for (const length of [298, 299, 300, 301]) {
      const cut = clean('x'.repeat(length) + '👋'.repeat(9));
      expect(cut.length).toBeLessThanOrEqual(300);
      expect(cut).not.toMatch(/\p{Cs}/u);
      expect(cut.endsWith('…')).toBe(true);
    }
    expect(clean('x'.repeat(60_000))).toHaveLength(300);
  });

  test('lose the query of a URL, where signatures are', () => {
    expect(clean('cannot get https://s3.example/a.png?X-Sig=abc&b=1, sorry')).toBe(
      'cannot get https://s3.example/a.png sorry',
    );
  });

  test('never hold the key, however it is put in', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary' }),
        fc.constantFrom(KEY, KEY.toUpperCase(), `\u200B${KEY.slice(0, 5)}\u200B${KEY.slice(5)}`),
        fc.nat(400),
        (around, echoed, before) => {
          const words = clean(`${'y'.repeat(before)}${around}${echoed}${around}`);
          expect(words.toLowerCase()).not.toContain(KEY.toLowerCase());
        },
      ),
      cases(100, 3),
    );
  });

  test('do not leave the first half of a key at the cut', () => {
    expect(clean(`${'y'.repeat(290)}${KEY}`)).not.toContain(KEY.slice(0, 6));
  });

  test('do not leave a half where a control character stood in the key, or where the text was too long', () => {
    expect(clean(`a ${KEY.slice(0, 9)}\u0000${KEY.slice(9)} b`)).toBe('a [key] b');
    expect(clean(`${'\u200B'.repeat(4_990)}${KEY}`)).not.toContain(KEY.slice(0, 6));
  });

  test('end without a full stop, because they are quoted in a sentence', () => {
    expect(clean('No such avatar. ')).toBe('No such avatar');
    expect(clean('Try later...')).toBe('Try later...');
    expect(clean('Really?')).toBe('Really?');
  });

  test('hide a key that is written as a URL writes it', () => {
    expect(createRedaction('a/b+c=').clean('key=a%2Fb%2Bc%3D!')).toBe('key=[key]!');
  });
});

test('the key appears in no message even when the server echoes it in every field', () => {
  const echo = { code: KEY, message: `bad key ${KEY}`, param: KEY };
  const refused = reply(401, { error: echo }, { 'x-request-id': KEY });
  const failing = createHeyGen(scripted([refused, refused]).options);
  const problem = failing.account();
  expect(JSON.stringify(problem)).not.toContain(KEY);
  expect(problem).toMatchObject({ failure: { code: 'http_401', requestId: '' } });

  const failed = {
    id: 'v1',
    status: 'failed',
    failure_code: KEY,
    failure_message: `for ${KEY}`,
    error: { [KEY]: 1 },
  };
  const video = createHeyGen(scripted([reply(200, { data: failed })]).options).video('v1');
  expect(JSON.stringify(video)).not.toContain(KEY);
});

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
      cases(100, 11),
    );
  });

  test('is no word that a simulator takes for one', () => {
    expect(createRedaction('other').withoutKey({ title: 'Another video' })).toEqual({
      title: 'Another video',
    });
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
      expect(answer.ok).toBe(true);
      expect(seen(answer)).not.toContain(KEY.toLowerCase());
    }
  });
});
