import { describe, expect, it } from 'vitest';
import { Caller } from './caller.ts';

const speak = (caller: Caller, changes: object = {}, key?: string) =>
  caller.call(
    'POST',
    '/v3/voices/speech',
    { text: 'Hello Ana, here is your video.', voice_id: 'voice_en_sara', ...changes },
    key === undefined ? {} : { 'Idempotency-Key': key },
  );

describe('speech without a video', () => {
  it('has the length that the same words have in a video, and times for its words', () => {
    const caller = new Caller();
    const { data } = speak(caller).json;
    expect(data?.duration).toBe(2.14);
    expect(data?.word_timestamps).toHaveLength(6);
    expect(data?.word_timestamps?.at(0)).toEqual({ word: 'Hello', start: 0, end: 0.428 });
    expect(data?.word_timestamps?.at(-1)?.end).toBe(2.14);
    expect(speak(caller, { speed: 2 }).json.data?.duration).toBe(1.07);
  });

  it('can be heard for as long', () => {
    const caller = new Caller();
    const { headers, body } = caller.open(speak(caller).json.data?.audio_url);
    expect(headers['Content-Type']).toBe('audio/wav');
    expect(Buffer.from(body).readUInt32LE(40) / 8_000).toBeCloseTo(2.14, 2);
  });

  it('is charged at once, once per key, and a few percent of a video', () => {
    const caller = new Caller();
    speak(caller, {}, 'k');
    speak(caller, {}, 'k');
    expect(caller.simulator.accounts()[0]?.spent).toBe(0.0014);
    expect(caller.simulator.paidVideos()).toEqual([]);
    const again = new Caller();
    expect(again.simulator.restore(caller.simulator.snapshot()).ok).toBe(true);
    expect(again.simulator.accounts()[0]?.spent).toBe(0.0014);
  });

  it.each([true, false])('needs credit, also where credit otherwise ends late (%s)', (creditEndsLate) => {
    const caller = new Caller({ credit: 0.001, creditEndsLate });
    expect(speak(caller)).toMatchObject({ status: 402, json: { error: { code: 'insufficient_credit' } } });
  });

  it.each([
    [{ voice_id: 'nobody' }, 404, 'voice_not_found', 'voice_id'],
    [{ text: '' }, 400, 'invalid_parameter', 'text'],
    [{ text: 'a'.repeat(5_001) }, 400, 'invalid_parameter', 'text'],
    [{ text: '<speak> </speak>', input_type: 'ssml' }, 400, 'tts_text_invalid', 'text'],
    [{ speed: 2.1 }, 400, 'invalid_parameter', 'speed'],
    [{ input_type: 'markdown' }, 400, 'invalid_parameter', 'input_type'],
    [{ title: 'x' }, 400, 'invalid_parameter', 'title'],
  ])('is refused: %j', (changes, status, code, param) => {
    expect(speak(new Caller(), changes)).toMatchObject({ status, json: { error: { code, param } } });
  });

  it('is spoken only by voices that support starfish', () => {
    const caller = new Caller();
    const ids = (query: string) =>
      (caller.get(`/v3/voices?limit=100${query}`).json.data ?? []).map(({ voice_id }) => voice_id);
    const able = ids('&engine=starfish');
    const [unable] = ids('').filter((id) => !able.includes(id));
    expect(speak(caller, { voice_id: able.at(-1) }).status).toBe(200);
    expect(speak(caller, { voice_id: unable }).json.error?.code).toBe('voice_not_usable');
  });
});
