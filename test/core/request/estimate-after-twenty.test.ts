import { expect, it } from 'vitest';
import type { AvatarRequest } from '../../../src/core/heygen/video-request.ts';
import { estimatedSeconds, paceQuestion } from '../../../src/core/request/spoken-texts.ts';
import { NO_FACTS } from '../../../src/core/row/account-facts.ts';
import { type VoicePaces, withPace } from '../../../src/core/speech/voice-paces.ts';

/** Voices with what they say, how many characters of it HeyGen's voice speaks in a second, and their own pace. */
const VOICES = [
  {
    voice: 'en slow',
    perSecond: 14,
    times: 1.4,
    words: 'I made this short video for everyone at the bakery. ',
  },
  { voice: 'en fast', perSecond: 14, times: 0.7, words: 'Reply to my mail and I will show you more of it. ' },
  { voice: 'de', perSecond: 14.5, times: 1.2, words: 'Ich habe dieses kurze Video für Ihr Team gemacht. ' },
  { voice: 'ja slow', perSecond: 5.5, times: 1.4, words: '皆さんのためにこの短いビデオを作りました。' },
  { voice: 'ja fast', perSecond: 6.5, times: 0.8, words: '来週の会議でお会いできるのを楽しみにしています。' },
  { voice: 'zh', perSecond: 4.3, times: 1, words: '我为贵公司的每一位同事制作了这段视频。' },
  { voice: 'ar', perSecond: 11, times: 1.1, words: 'لقد أعددت هذا الفيديو القصير لفريقكم في الشركة. ' },
];

function videoOf(at: number): { readonly request: AvatarRequest; readonly seconds: number } {
  const { voice, perSecond, times, words } = VOICES[at % VOICES.length] ?? {
    voice: '',
    perSecond: 1,
    times: 1,
    words: '',
  };
  const spoken = words.repeat(2 + ((at * 7) % 5));
  const pauses = at % 3;
  const speed = at % 4 === 3 ? 1.25 : 1;
  const script = `${spoken} ${'<break time="1s"/> '.repeat(pauses)}Ok`.trim();
  const seconds = (spoken.length / perSecond / speed) * times + pauses;
  return {
    request: { type: 'avatar', avatar_id: 'look', voice_id: voice, script, voice_settings: { speed } },
    seconds,
  };
}

/** What so many finished videos have taught. */
function pacesAfter(videos: number): VoicePaces {
  let paces: VoicePaces = {};
  for (let at = 0; at < videos; at += 1) {
    const { request, seconds } = videoOf(at);
    const { name, usualSeconds } = paceQuestion(request, NO_FACTS);
    paces = withPace(paces, name, seconds, usualSeconds);
  }
  return paces;
}

/** Estimate and actual length of the next videos, in sum. */
function shareOf(paces: VoicePaces, isChosen = (_: string): boolean => true): number {
  const next = Array.from({ length: 140 }, (_, at) => videoOf(at + 21)).filter(({ request }) =>
    isChosen(request.voice_id ?? ''),
  );
  const estimated = next.map(({ request }) => estimatedSeconds(request, { ...NO_FACTS, paces }) ?? 0);
  const sum = (numbers: readonly number[]): number => numbers.reduce((one, other) => one + other, 0);
  return sum(estimated) / sum(next.map(({ seconds }) => seconds));
}

it('after 21 finished videos in several voices and languages, estimate and actual agree within a tenth', () => {
  const paces = pacesAfter(21);
  expect(Object.keys(paces)).toHaveLength(VOICES.length);
  expect(Math.abs(shareOf(paces) - 1)).toBeLessThan(0.1);
});

it.each(VOICES.map(({ voice }) => voice))('so it does for the voice %s alone', (voice) => {
  expect(Math.abs(shareOf(pacesAfter(21), (each) => each === voice) - 1)).toBeLessThan(0.1);
});

it('before the first video it is not far off in any writing, at the usual pace', () => {
  for (const { voice, times } of VOICES) {
    const share = shareOf({}, (each) => each === voice) * times;
    expect({ voice, isNear: share > 0.75 && share < 1.33 }).toEqual({ voice, isNear: true });
  }
});
