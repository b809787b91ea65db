import { createHash } from 'node:crypto';

/**
 * Lines with a checksum, `<checksum> <bytes> <text>`, added to a file one by one. A checksum covers its line and
 * the checksum before it, so that no bit can flip, and no line get lost between others, unnoticed.
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

/** What can be read of a file of sealed lines. */
export interface SealedLines {
  /** The texts of the lines before the first damaged one. */
  readonly texts: readonly string[];
  /** Number of the first damaged line, counted from 1; null when none is. */
  readonly damaged: number | null;
}

const LINE_FEED = 0x0a;

/** Reads them back. A last line that is shorter than it says was cut by a kill: it was never saved, and is no damage. */
export function readSealedLines(bytes: Uint8Array): SealedLines {
  const texts: string[] = [];
  let before = '';
  for (let at = 0; at < bytes.length; ) {
    const [head = '', sum = '', length = ''] = HEAD.exec(latin(bytes, at, at + LONGEST_HEAD)) ?? [];
    const start = at + head.length;
    // A file may end with its last text: the line end behind it adds nothing.
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
