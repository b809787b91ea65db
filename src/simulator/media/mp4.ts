import type { Film, Track } from './film-track.ts';

type FrameSize = Pick<Film, 'width' | 'height'>;

/** Ticks of a second in the header, and in the tracks of pictures and sounds. */
const TICKS = 1000;
const SOUND_TICKS = 48_000;

const u8 = (...values: number[]): Buffer => Buffer.from(values);

function u16(...values: number[]): Buffer {
  const bytes = Buffer.alloc(values.length * 2);
  for (const [index, value] of values.entries()) bytes.writeUInt16BE(value, index * 2);
  return bytes;
}

function u32(...values: number[]): Buffer {
  const bytes = Buffer.alloc(values.length * 4);
  for (const [index, value] of values.entries()) bytes.writeUInt32BE(value, index * 4);
  return bytes;
}

/** A box of the ISO base media file format. */
function box(type: string, ...parts: Uint8Array[]): Buffer {
  const content = Buffer.concat(parts);
  return Buffer.concat([u32(content.length + 8), Buffer.from(type, 'latin1'), content]);
}

const MATRIX = u32(0x10000, 0, 0, 0, 0x10000, 0, 0, 0, 0x40000000);

/**
 * An MP4 file (VP9 and Opus) whose index comes first, so that it plays while it loads. The loop is in the file
 * once: each repetition is a chunk that points at the same bytes.
 */
export function mp4File(film: Film): Buffer {
  const head = box('ftyp', Buffer.from('isom'), u32(512), Buffer.from('isomiso2mp41'));
  // The index holds offsets, and they depend on how long it is. Its length does not depend on them.
  const start = head.length + indexOf(film, 0).length + 8;
  const { pictures, sounds } = film;
  return Buffer.concat([head, indexOf(film, start), box('mdat', pictures.loop.bytes, sounds.loop.bytes)]);
}

function indexOf(film: Film, start: number): Buffer {
  const { pictures, sounds, seconds } = film;
  const duration = Math.round(seconds * TICKS);
  const header = Buffer.concat([
    u32(0, 0, 0, TICKS, duration, 0x10000),
    u16(0x100, 0, 0, 0, 0, 0),
    MATRIX,
    Buffer.alloc(24),
    u32(3),
  ]);
  const soundStart = start + pictures.loop.bytes.length;
  return box(
    'moov',
    box('mvhd', header),
    track(1, pictures, TICKS, duration, start, { handler: 'vide', entry: pictureEntry(film), size: film }),
    track(2, sounds, SOUND_TICKS, duration, soundStart, { handler: 'soun', entry: soundEntry(), size: null }),
  );
}

interface TrackKind {
  readonly handler: 'vide' | 'soun';
  readonly entry: Buffer;
  /** Null for sound. */
  readonly size: FrameSize | null;
}

function track(
  id: number,
  { loop, samples }: Track,
  ticks: number,
  duration: number,
  start: number,
  { handler, entry, size }: TrackKind,
): Buffer {
  const perSample = ticks / loop.samplesPerSecond;
  const { width, height } = size ?? { width: 0, height: 0 };
  const tkhd = box(
    'tkhd',
    u32(3, 0, 0, id, 0, duration, 0, 0),
    u16(0, 0, size === null ? 0x100 : 0, 0),
    MATRIX,
    u32(width << 16, height << 16),
  );
  const mdhd = box('mdhd', u32(0, 0, 0, ticks, samples * perSample), u16(0x55c4, 0));
  const hdlr = box('hdlr', u32(0, 0), Buffer.from(handler), Buffer.alloc(13));
  const media = size === null ? box('smhd', u32(0, 0)) : box('vmhd', u32(1, 0, 0));
  const dinf = box('dinf', box('dref', u32(0, 1), box('url ', u32(1))));
  const stbl = box(
    'stbl',
    box('stsd', u32(0, 1), entry),
    box('stts', u32(0, 1, samples, perSample)),
    ...(size === null ? [] : [box('stss', u32(0, ...list(keyFrames(samples, loop.sizes.length))))]),
    box('stsc', u32(0, ...chunkSizes(samples, loop.sizes.length))),
    box('stsz', u32(0, 0, samples, ...repeated(loop.sizes, samples))),
    box('stco', u32(0, ...list(Array<number>(Math.ceil(samples / loop.sizes.length)).fill(start)))),
  );
  return box('trak', tkhd, box('mdia', mdhd, hdlr, box('minf', media, dinf, stbl)));
}

/** A counted list, as the boxes hold it. */
function list(values: readonly number[]): number[] {
  return [values.length, ...values];
}

function repeated(sizes: readonly number[], samples: number): number[] {
  return Array.from({ length: samples }, (_, index) => sizes[index % sizes.length] ?? 0);
}

/** The key frames, counted from 1: the first picture of each repetition. */
function keyFrames(samples: number, perLoop: number): number[] {
  return Array.from({ length: Math.ceil(samples / perLoop) }, (_, turn) => turn * perLoop + 1);
}

/** Whole repetitions, then the one that is cut short: first chunk, samples in it, kind of sample. */
function chunkSizes(samples: number, perLoop: number): number[] {
  const whole = Math.floor(samples / perLoop);
  const rest = samples % perLoop;
  const runs = [...(whole > 0 ? [[1, perLoop, 1]] : []), ...(rest > 0 ? [[whole + 1, rest, 1]] : [])];
  return [runs.length, ...runs.flat()];
}

function pictureEntry({ width, height }: FrameSize): Buffer {
  const vpcC = box('vpcC', u32(0x1000000), u8(0, 11, 0x82, 2, 2, 2, 0, 0));
  return box(
    'vp09',
    u16(0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, width, height),
    u32(0x480000, 0x480000, 0),
    u16(1),
    Buffer.alloc(32),
    u16(24, 0xffff),
    vpcC,
  );
}

function soundEntry(): Buffer {
  const dOps = box('dOps', u8(0, 1), u16(312), u32(SOUND_TICKS), u16(0), u8(0));
  return box('Opus', u16(0, 0, 0, 1, 0, 0, 0, 0, 1, 16, 0, 0), u32(SOUND_TICKS * 0x10000), dOps);
}
