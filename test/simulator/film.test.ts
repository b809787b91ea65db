import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Reply } from '../../src/simulator/exchange.ts';
import { rangeOf } from '../../src/simulator/media/byte-range.ts';
import { filmFile } from '../../src/simulator/media/film.ts';

/** The content of a box inside of others, by its path: `moov/mvhd`. */
function boxAt(file: Buffer, path: string, skip = 0): Buffer {
  const [first = '', ...rest] = path.split('/');
  for (let at = skip; at < file.length; at += file.readUInt32BE(at)) {
    if (file.toString('latin1', at + 4, at + 8) !== first) continue;
    const content = file.subarray(at + 8, at + file.readUInt32BE(at));
    return rest.length === 0 ? content : boxAt(content, rest.join('/'));
  }
  throw new Error(`there is no ${first}`);
}

/** The seconds that an MP4 says it lasts, and those that its first track of samples adds up to. */
function secondsOf(file: Buffer): { told: number; played: number } {
  const header = boxAt(file, 'moov/mvhd');
  const times = boxAt(file, 'moov/trak/mdia/minf/stbl/stts');
  const ticks = boxAt(file, 'moov/trak/mdia/mdhd').readUInt32BE(12);
  return {
    told: header.readUInt32BE(16) / header.readUInt32BE(12),
    played: (times.readUInt32BE(8) * times.readUInt32BE(12)) / ticks,
  };
}

/** The contents of the elements with this id; all of them tell their size in eight bytes. */
function elementsOf(bytes: Buffer, id: string): Buffer[] {
  const found: Buffer[] = [];
  for (let at = 0; at < bytes.length; ) {
    const first = bytes[at] ?? 0;
    const idLength = first >= 0x80 ? 1 : first >= 0x40 ? 2 : first >= 0x20 ? 3 : 4;
    const size = Number(bytes.readBigUInt64BE(at + idLength) & 0xff_ffff_ffff_ffffn);
    const from = at + idLength + 8;
    if (bytes.toString('hex', at, at + idLength) === id) found.push(bytes.subarray(from, from + size));
    at = from + size;
  }
  return found;
}

describe('a film', () => {
  it('lasts as long as its video, to a tenth of a second, and stays small', () => {
    fc.assert(
      fc.property(fc.integer({ min: 100, max: 60_000 }), (hundredths) => {
        const seconds = hundredths / 100;
        const file = Buffer.from(filmFile('mp4', seconds));
        const { told, played } = secondsOf(file);
        expect(told).toBeCloseTo(seconds, 2);
        expect(Math.abs(played - seconds)).toBeLessThan(0.06);
        expect(file.length).toBeLessThan(160_000);
      }),
      { seed: 20260728, numRuns: 100 },
    );
  });

  it('points at bytes that are in the file, with its index first', () => {
    const file = Buffer.from(filmFile('mp4', 7.5));
    const places = boxAt(file, 'moov/trak/mdia/minf/stbl/stco');
    const offsets = Array.from({ length: places.readUInt32BE(4) }, (_, i) => places.readUInt32BE(8 + 4 * i));
    const data = file.indexOf('mdat') + 4;
    expect(offsets).toEqual([data, data, data, data]);
    expect(file.indexOf('moov')).toBeLessThan(file.indexOf('mdat'));
    expect(boxAt(file, 'moov/trak/mdia/minf/stbl/stsz').readUInt32BE(8)).toBe(75);
  });

  it('as WebM holds every picture and every sound of its length', () => {
    const file = Buffer.from(filmFile('webm', 3));
    const [segment] = elementsOf(file, '18538067');
    const clusters = elementsOf(segment ?? Buffer.alloc(0), '1f43b675');
    const tracks = clusters.flatMap((cluster) =>
      elementsOf(cluster, 'a3').map((block) => (block[0] ?? 0) & 0x7f),
    );
    expect(clusters).toHaveLength(2);
    expect(tracks.filter((track) => track === 1)).toHaveLength(30);
    expect(tracks.filter((track) => track === 2)).toHaveLength(150);
  });
});

describe('a part of a file', () => {
  const reply: Reply = {
    kind: 'reply',
    status: 200,
    headers: {},
    body: Buffer.from('0123456789'),
    tookMs: 0,
  };
  const part = (range: string): [number, string, string | undefined] => {
    const { status, body, headers } = rangeOf(reply, range);
    return [status, Buffer.from(body).toString(), headers['Content-Range']];
  };

  it.each([
    ['bytes=2-4', [206, '234', 'bytes 2-4/10']],
    ['bytes=7-', [206, '789', 'bytes 7-9/10']],
    ['bytes=-3', [206, '789', 'bytes 7-9/10']],
    ['bytes=0-999', [206, '0123456789', 'bytes 0-9/10']],
    ['bytes=10-', [416, '', 'bytes */10']],
    ['bytes=5-2', [416, '', 'bytes */10']],
    ['', [200, '0123456789', undefined]],
    ['bytes=-', [200, '0123456789', undefined]],
    ['bytes=0-1,4-5', [200, '0123456789', undefined]],
    ['lines=1-2', [200, '0123456789', undefined]],
  ] as const)('that "%s" asks for', (range, expected) => {
    expect(part(range)).toEqual(expected);
  });
});
