import { createHash } from 'node:crypto';

/**
 * Makes lines with a checksum, `<checksum> <bytes> <text>`. A checksum covers its own line and the checksum before, so
 * that a flipped bit and a missing line are both noticed.
 */
export class LineSealer {
  private before = '';

  /** The next line, with its end. */
  seal(text: string): string {
    const bytes = Buffer.from(text);
    this.before = checksum(this.before, bytes);
    return `${this.before} ${bytes.length} ${text}\n`;
  }
}

/** What a file of such lines holds. */
export interface SealedLines {
  /** The texts of the lines before the first damaged one. */
  readonly texts: readonly string[];
  /** Number of the first damaged line, counted from 1; null when none is. */
  readonly damaged: number | null;
}

const LINE_FEED = 0x0a;

/** A last line that is shorter than it says is no damage: a kill cut it short, so it was never saved. */
export function readSealedLines(bytes: Uint8Array): SealedLines {
  const texts: string[] = [];
  let before = '';
  for (let at = 0; at < bytes.length; ) {
    const [head = '', sum = '', length = ''] = HEAD.exec(latin(bytes, at, at + LONGEST_HEAD)) ?? [];
    const start = at + head.length;
    // The line end is not checked: without it, the text is whole all the same.
    const end = start + Number(length);
    const text = bytes.subarray(start, end);
    if (head === '' || text.length < Number(length) || sum !== checksum(before, text)) {
      const cut = (head === '' || end > bytes.length) && bytes.indexOf(LINE_FEED, at) < 0;
      return { texts, damaged: cut && texts.length > 0 ? null : texts.length + 1 };
    }
    texts.push(Buffer.from(text).toString('utf8'));
    before = sum;
    at = end + 1;
  }
  return { texts, damaged: texts.length === 0 ? 1 : null };
}

const HEAD = /^([0-9a-f]{16}) (\d{1,12}) /;
const LONGEST_HEAD = 30;

function latin(bytes: Uint8Array, from: number, to: number): string {
  return Buffer.from(bytes.subarray(from, to)).toString('latin1');
}

function checksum(before: string, text: Uint8Array): string {
  return createHash('sha256').update(before).update(text).digest('hex').slice(0, 16);
}
