import { expect, test } from 'vitest';
import type { HttpOutcome } from '../../src/app/ports/http.ts';
import { createUploads } from '../../src/heygen/assets.ts';
import { CUT, HTML, KEY, page, refusal, reply, scripted } from './scripted-http.ts';

const FILE = { name: 'face.png', content: { the: 'blob' } };
const UPLOADED = {
  asset_id: 'a1',
  url: 'https://files.example/a1.png',
  mime_type: 'image/png',
  size_bytes: 3,
};

function uploaded(outcome: HttpOutcome) {
  const { options, requests } = scripted([outcome]);
  return { answer: createUploads(options).upload(FILE), requests };
}

test('a file goes out as the only field of a form, with the key in its header and nowhere else', () => {
  const { answer, requests } = uploaded(reply(200, { data: UPLOADED }));
  expect(requests).toEqual([
    {
      method: 'POST',
      url: 'https://api.heygen.com/v3/assets',
      headers: { 'X-Api-Key': KEY, Accept: 'application/json' },
      file: { field: 'file', content: FILE.content },
    },
  ]);
  expect(answer).toEqual({
    ok: true,
    value: { assetId: 'a1', mimeType: 'image/png', url: UPLOADED.url },
  });
});

test.each([
  ['cut', CUT, 'no_reply'],
  ['a page', page(502, HTML), 'http_502'],
  ['a wait', refusal(429, 'rate_limit_exceeded', { 'retry-after': '2' }), 'rate_limit_exceeded'],
  ['a refusal', refusal(413, 'payload_too_large'), 'payload_too_large'],
])('%s is told and never followed by a second upload', (_, outcome, code) => {
  const { answer, requests } = uploaded(outcome);
  expect(requests).toHaveLength(1);
  expect(answer).toMatchObject({ ok: false, failure: { code } });
});

test.each([
  ['no id', { ...UPLOADED, asset_id: '' }],
  ['an id that is no word', { ...UPLOADED, asset_id: '=IMPORTXML("x")' }],
  ['an id of another kind', { ...UPLOADED, asset_id: 5 }],
])('%s is not written into any cell: the answer cannot be read', (_, data) => {
  expect(uploaded(reply(200, { data })).answer).toMatchObject({
    ok: false,
    failure: { code: 'unreadable_reply' },
  });
});

test('an address that is not https is left out', () => {
  for (const url of ['javascript:alert(1)', 'http://files.example/a', null]) {
    expect(uploaded(reply(200, { data: { ...UPLOADED, url } })).answer).toMatchObject({ value: { url: '' } });
  }
});
