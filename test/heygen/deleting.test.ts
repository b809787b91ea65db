import { describe, expect, it } from 'vitest';
import type { HttpOutcome } from '../../src/app/ports/http.ts';
import { createHeyGen } from '../../src/heygen/client.ts';
import { page, reply, scripted } from './scripted-http.ts';

const deleted = (outcome: HttpOutcome) =>
  createHeyGen(scripted([outcome], { mayPause: () => false }).options).deleteVideo('v1');

describe('the answer to a deletion', () => {
  it.each([
    ['data', reply(200, { data: { id: 'v1' } })],
    ['an error that is none', reply(200, { data: null, error: null })],
    ['nothing', page(204, '')],
  ])('with %s in it is a deletion', (_, outcome) => {
    expect(deleted(outcome)).toEqual({ ok: true, value: null });
  });

  it.each([
    ['an error', { error: { code: 'video_in_use', message: 'The video cannot be deleted.' } }],
    ['an error that is a word', { error: 'failed' }],
  ])('with nothing but %s in it is a refusal, whatever its status', (_, body) => {
    expect(deleted(reply(200, body))).toMatchObject({ ok: false, failure: { kind: 'row' } });
  });

  it('with an error beside data leaves open whether the video is there', () => {
    const body = { data: { id: 'v1' }, error: { code: 'video_in_use' } };
    expect(deleted(reply(200, body))).toMatchObject({
      ok: false,
      failure: { kind: 'outage', code: 'unreadable_reply' },
    });
  });
});
