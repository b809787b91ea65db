import type { Film, Track } from './film-track.ts';

/** Ids of the elements that a WebM file needs, in hexadecimal. */
const ID = {
  EBML: '1a45dfa3',
  EBMLVersion: '4286',
  EBMLReadVersion: '42f7',
  EBMLMaxIDLength: '42f2',
  EBMLMaxSizeLength: '42f3',
  DocType: '4282',
  DocTypeVersion: '4287',
  DocTypeReadVersion: '4285',
  Segment: '18538067',
  Info: '1549a966',
  TimestampScale: '2ad7b1',
  Duration: '4489',
  MuxingApp: '4d80',
  WritingApp: '5741',
  Tracks: '1654ae6b',
  TrackEntry: 'ae',
  TrackNumber: 'd7',
  TrackUID: '73c5',
  TrackType: '83',
  CodecID: '86',
  CodecPrivate: '63a2',
  Video: 'e0',
  PixelWidth: 'b0',
  PixelHeight: 'ba',
  Audio: 'e1',
  SamplingFrequency: 'b5',
  Channels: '9f',
  Cluster: '1f43b675',
  Timestamp: 'e7',
  SimpleBlock: 'a3',
} as const;

function element(id: keyof typeof ID, ...parts: Uint8Array[]): Buffer {
  const content = Buffer.concat(parts);
  const size = Buffer.alloc(8);
  size.writeBigUInt64BE(BigInt(content.length) | (1n << 56n));
  return Buffer.concat([Buffer.from(ID[id], 'hex'), size, content]);
}

function number(id: keyof typeof ID, value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value);
  return element(id, bytes);
}

function float(id: keyof typeof ID, value: number): Buffer {
  const bytes = Buffer.alloc(8);
  bytes.writeDoubleBE(value);
  return element(id, bytes);
}

const text = (id: keyof typeof ID, value: string): Buffer => element(id, Buffer.from(value, 'latin1'));

/** A sample and when it is played, in milliseconds. */
interface Block {
  readonly track: number;
  readonly at: number;
  readonly key: boolean;
  readonly bytes: Uint8Array;
}

/** A WebM file (VP9 and Opus): the same film as the MP4, each repetition of the loop in a cluster of its own. */
export function webmFile({ pictures, sounds, seconds, width, height }: Film): Buffer {
  const blocks = [...blocksOf(1, pictures), ...blocksOf(2, sounds)].sort(
    (left, right) => left.at - right.at || left.track - right.track,
  );
  const clusterMs = (1000 * pictures.loop.sizes.length) / pictures.loop.samplesPerSecond;
  const clusters = Array.from({ length: Math.ceil((seconds * 1000) / clusterMs) }, (_, turn) =>
    cluster(turn * clusterMs, clusterMs, blocks),
  );
  const head = Buffer.from(
    'OpusHead\u0001\u0001\u0038\u0001\u0080\u00bb\u0000\u0000\u0000\u0000\u0000',
    'latin1',
  );
  return Buffer.concat([
    element(
      'EBML',
      number('EBMLVersion', 1),
      number('EBMLReadVersion', 1),
      number('EBMLMaxIDLength', 4),
      number('EBMLMaxSizeLength', 8),
      text('DocType', 'webm'),
      number('DocTypeVersion', 4),
      number('DocTypeReadVersion', 2),
    ),
    element(
      'Segment',
      element(
        'Info',
        number('TimestampScale', 1_000_000),
        float('Duration', seconds * 1000),
        text('MuxingApp', 'simulator'),
        text('WritingApp', 'simulator'),
      ),
      element(
        'Tracks',
        element(
          'TrackEntry',
          number('TrackNumber', 1),
          number('TrackUID', 1),
          number('TrackType', 1),
          text('CodecID', 'V_VP9'),
          element('Video', number('PixelWidth', width), number('PixelHeight', height)),
        ),
        element(
          'TrackEntry',
          number('TrackNumber', 2),
          number('TrackUID', 2),
          number('TrackType', 2),
          text('CodecID', 'A_OPUS'),
          element('CodecPrivate', head),
          element('Audio', float('SamplingFrequency', 48_000), number('Channels', 1)),
        ),
      ),
      ...clusters,
    ),
  ]);
}

function cluster(from: number, ms: number, blocks: readonly Block[]): Buffer {
  const members = blocks.filter(({ at }) => at >= from && at < from + ms);
  return element('Cluster', number('Timestamp', from), ...members.map((block) => simpleBlock(block, from)));
}

function simpleBlock({ track, at, key, bytes }: Block, clusterAt: number): Buffer {
  const head = Buffer.from([0x80 | track, 0, 0, key ? 0x80 : 0]);
  head.writeInt16BE(at - clusterAt, 1);
  return element('SimpleBlock', head, bytes);
}

function blocksOf(track: number, { loop, samples }: Track): Block[] {
  let offset = 0;
  const pieces = loop.sizes.map((size) => {
    const bytes = loop.bytes.subarray(offset, offset + size);
    offset += size;
    return bytes;
  });
  return Array.from({ length: samples }, (_, index) => ({
    track,
    at: (index * 1000) / loop.samplesPerSecond,
    // A player can start at any sound, but only at the first picture of the loop.
    key: track === 2 || index % pieces.length === 0,
    bytes: pieces[index % pieces.length] ?? new Uint8Array(),
  }));
}
