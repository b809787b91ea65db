/**
 * How fast voices speak, learned from finished videos: by voice and language, the real length of the latest videos as a
 * multiple of the length that the usual pace would give.
 */
export type VoicePaces = Readonly<Record<string, readonly number[]>>;

/** So many of the latest videos count, so that one odd video among them changes nothing. */
const MOST_VIDEOS = 9;
const LEAST_VIDEOS = 3;

/** All of it is kept in the user’s properties. The voice that has spoken least lately is forgotten first. */
const MOST_VOICES = 30;

/** A video that is so much longer or shorter says something else than how fast its voice speaks. */
const MOST_TIMES = 3;

/** The name under which a voice's pace in a language is kept. Without a locale the kind of letters tells a little. */
export function paceName(voice: string, locale: string | undefined, script: string): string {
  const language = locale?.replace(/-.*/u, '').toLowerCase();
  const letters = /[\u0370-\u1fff\u3040-\ud7ff]/u.test(script) ? 'other' : '';
  return `${voice}/${language ?? letters}`;
}

/** With one more finished video: its length, and what the usual pace would have given. */
export function withPace(paces: VoicePaces, name: string, seconds: number, usualSeconds: number): VoicePaces {
  const times = seconds / usualSeconds;
  if (!(times <= MOST_TIMES && times >= 1 / MOST_TIMES)) return paces;
  const { [name]: known = [], ...others } = paces;
  const videos = [...known, Math.round(times * 1000) / 1000].slice(-MOST_VIDEOS);
  return Object.fromEntries([...Object.entries(others).slice(1 - MOST_VOICES), [name, videos]]);
}

/** A voice of which nothing is known speaks so much faster or slower than the usual pace. */
export const USUAL_SPREAD = 0.15;
/** The same voice hurries and lingers, however evenly it has spoken so far. */
const LEAST_SPREAD = 0.03;

/** How far the next video's length may be from what the voice's pace makes of it, as a share. */
export function spreadOfPace(paces: VoicePaces | undefined, name: string): number {
  const middle = paceOf(paces, name);
  if (middle === null) return USUAL_SPREAD;
  const furthest = Math.max(...(paces?.[name] ?? []).map((times) => Math.abs(times / middle - 1)));
  return Math.min(USUAL_SPREAD, Math.max(LEAST_SPREAD, furthest));
}

/** The multiple for a voice, of which the middle one of its videos tells; null while too few are known. */
export function paceOf(paces: VoicePaces | undefined, name: string): number | null {
  const videos = [...(paces?.[name] ?? [])].sort((one, other) => one - other);
  return videos.length < LEAST_VIDEOS ? null : (videos[Math.floor(videos.length / 2)] ?? null);
}
