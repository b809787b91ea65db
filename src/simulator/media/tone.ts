import { seededBetween } from '../seeded.ts';

const RATE = 8_000;
/** How long three notes take. */
export const PHRASE_SECONDS = 0.9;

/** Three notes, over and over, as a WAV file (8 kHz, 8 bits, mono). Each voice has its own pitch. */
export function toneFile(id: string, gender: string, seconds: number): Uint8Array {
  const count = Math.round(RATE * seconds);
  const file = Buffer.alloc(44 + count);
  file.write('RIFF', 0, 'latin1');
  file.writeUInt32LE(36 + count, 4);
  file.write('WAVEfmt ', 8, 'latin1');
  file.writeUInt32LE(16, 16);
  file.writeUInt16LE(1, 20);
  file.writeUInt16LE(1, 22);
  file.writeUInt32LE(RATE, 24);
  file.writeUInt32LE(RATE, 28);
  file.writeUInt16LE(1, 32);
  file.writeUInt16LE(8, 34);
  file.write('data', 36, 'latin1');
  file.writeUInt32LE(count, 40);
  const base = (gender === 'female' ? 220 : 120) + seededBetween(0, 60, 'pitch', id);
  const notes = [1, 1.25, 1.5] as const;
  for (let index = 0; index < count; index += 1) {
    const share = (index / (RATE * PHRASE_SECONDS)) % 1;
    const note = notes[Math.floor(share * notes.length)] ?? 1;
    const within = (share * notes.length) % 1;
    const loudness = Math.sin(Math.PI * within) * 0.6;
    const angle = (2 * Math.PI * base * note * index) / RATE;
    const wave = Math.sin(angle) * 0.7 + Math.sin(2 * angle) * 0.3;
    file[44 + index] = Math.round(128 + 127 * loudness * wave);
  }
  return file;
}
