import { PICTURES, SOUNDS } from './film-samples.ts';
import type { Loop, Track } from './film-track.ts';
import { mp4File } from './mp4.ts';
import { webmFile } from './webm.ts';

function trackOf(loop: Loop, seconds: number): Track {
  return { loop, samples: Math.max(1, Math.round(seconds * loop.samplesPerSecond)) };
}

/** A real video of that length: somebody speaks, with sound. It does not hold the words of a script. */
export function filmFile(format: 'mp4' | 'webm', seconds: number): Uint8Array {
  const film = {
    seconds,
    width: 320,
    height: 180,
    pictures: trackOf(PICTURES, seconds),
    sounds: trackOf(SOUNDS, seconds),
  };
  return format === 'mp4' ? mp4File(film) : webmFile(film);
}
