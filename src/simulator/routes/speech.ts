import * as z from 'zod';
import type { Call } from '../call.ts';
import { speechCost } from '../check/price.ts';
import { speechSeconds } from '../check/speech.ts';
import { jsonReply, type Reply, refusal, refusalReply } from '../exchange.ts';
import { onceByKey } from '../idempotency.ts';
import { creditRefusal } from '../limits.ts';
import { plainUrl } from '../media-url.ts';
import { readBody } from '../read-json.ts';

const speechSchema = z.strictObject({
  text: z.string().min(1).max(5_000),
  voice_id: z.string(),
  input_type: z.enum(['text', 'ssml']).default('text'),
  language: z.string().nullish(),
  locale: z.string().nullish(),
  speed: z.number().min(0.5).max(2).default(1),
});

/** POST /v3/voices/speech: the sound of a text, with its exact length. It is charged at once. */
export function createSpeech(call: Call): Reply {
  return onceByKey(call, () => {
    const { world, account } = call;
    const body = readBody(call.body, speechSchema);
    if (!body.ok) return refusalReply(body.failure);
    const { text, voice_id, input_type, speed } = body.value;
    const voice = world.catalogue.voices.get(voice_id);
    if (voice === undefined) {
      return refusalReply(refusal(404, 'voice_not_found', `There is no voice "${voice_id}".`, 'voice_id'));
    }
    if (!voice.engines.includes('starfish')) {
      const message = `"${voice_id}" does not support the engine starfish.`;
      return refusalReply(refusal(403, 'voice_not_usable', message, 'voice_id'));
    }
    const spoken = input_type === 'ssml' ? text.replace(/<(?!break\b)[^>]*>/gi, '') : text;
    if (spoken.trim() === '') {
      return refusalReply(refusal(400, 'tts_text_invalid', 'The text holds nothing to speak.', 'text'));
    }
    const duration = speechSeconds(spoken, speed);
    const cost = speechCost(duration);
    const refused = creditRefusal(world, account, cost, 'now');
    if (refused !== null) return refusalReply(refused);
    const speech = world.acceptSpeech({ account, text: spoken, voice: voice.id, seconds: duration, cost });
    return jsonReply(200, {
      data: {
        audio_url: plainUrl(world, `/_media/speech/${speech.id}.wav`),
        duration,
        request_id: speech.id,
        word_timestamps: timesOf(spoken, duration),
      },
    });
  });
}

/** Each word with its share of the time. */
function timesOf(text: string, seconds: number): { word: string; start: number; end: number }[] {
  const words = text
    .replace(/<[^>]*>/g, ' ')
    .split(/\s+/)
    .filter((word) => word !== '');
  const letters = words.reduce((sum, word) => sum + word.length, 0);
  let before = 0;
  return words.map((word) => {
    const start = (seconds * before) / letters;
    before += word.length;
    const end = (seconds * before) / letters;
    return { word, start: Math.round(start * 1000) / 1000, end: Math.round(end * 1000) / 1000 };
  });
}
