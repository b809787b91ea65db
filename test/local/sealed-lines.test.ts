import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LineSealer, readSealedLines } from '../../src/local/sealed-lines.ts';

const texts = fc.array(fc.json(), { minLength: 1, maxLength: 6 });

function sealed(lines: readonly string[]): Buffer {
  const sealer = new LineSealer();
  return Buffer.from(lines.map((line) => sealer.seal(line)).join(''));
}

describe('Lines with a checksum', () => {
  it('are read back as they were written', () => {
    fc.assert(
      fc.property(texts, (lines) => {
        expect(readSealedLines(sealed(lines))).toEqual({ texts: lines, damaged: null });
      }),
      { seed: 1 },
    );
  });

  it('are told from damaged ones, whichever bit flips', () => {
    fc.assert(
      fc.property(texts, fc.nat(), (lines, at) => {
        const bytes = sealed(lines);
        const bit = at % (bytes.length * 8);
        bytes[bit >> 3] = (bytes[bit >> 3] ?? 0) ^ (1 << (bit & 7));
        const read = readSealedLines(bytes);
        if (read.damaged === null) expect(read.texts).toEqual(lines);
        else expect(read.texts).toEqual(lines.slice(0, read.damaged - 1));
      }),
      { seed: 1, numRuns: 5_000 },
    );
  });

  it('are told from lines that a kill has cut short, which were never saved', () => {
    fc.assert(
      fc.property(texts, fc.nat(), (lines, cut) => {
        const bytes = sealed(lines);
        const first = sealed(lines.slice(0, 1)).length;
        const length = first + (cut % (bytes.length - first + 1));
        const { texts: read, damaged } = readSealedLines(bytes.subarray(0, length));
        expect(damaged).toBeNull();
        expect(read).toEqual(lines.slice(0, read.length));
        // Nothing that is there as a whole is passed over.
        expect(sealed(lines.slice(0, read.length + 1)).length).toBeGreaterThan(
          read.length === lines.length ? 0 : length,
        );
      }),
      { seed: 1, numRuns: 1_000 },
    );
  });

  it('cannot be left out, doubled or exchanged', () => {
    const [one = '', two = '', three = ''] = sealed(['"a"', '"b"', '"c"'])
      .toString()
      .split(/(?<=\n)/);
    for (const [lines, damaged] of [
      [[one, three], 2],
      [[one, two, two, three], 3],
      [[two, one, three], 1],
      [[], 1],
    ] as const) {
      expect(readSealedLines(Buffer.from(lines.join(''))).damaged).toBe(damaged);
    }
  });
});
