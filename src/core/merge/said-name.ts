import { excerpt } from '../issue.ts';
import { caselessKey, correctionsOf, type Found, NAMES_SHEET, type SaidBy } from '../sheet/corrections.ts';
import type { Table } from '../sheet/table.ts';
import { fieldKind, isName } from './field-kind.ts';

/** A value on its way into a script. */
interface Written {
  readonly header: string;
  /** The whole cell. */
  readonly cell: string;
  /** What the formatters left of it. */
  readonly text: string;
}

type Look = (value: string) => Found | null;

/** Longer values are sentences. */
const MOST_WORDS = 8;

/**
 * How the names sheet says a value. The line for the value itself comes first. Then, for a part of the cell, the same
 * part of the cell’s own line: “Siobhan” of “Siobhan O’Neill”. Then, in a column of names, the lines for its words:
 * “Siobhan” in “Siobhan O’Neill”. In other columns a word need not be a name.
 */
export function saidName({ header, cell, text }: Written, { corrections }: Table, by: SaidBy): Found | null {
  if (corrections.list.length === 0) return null;
  const find = correctionsOf(corrections);
  const look: Look = (value) => find(value, by);
  const whole = look(text);
  if (whole !== null && whole.kind !== 'unsaid') return whole;
  const part = text === cell ? null : partOf(text, cell, look(cell));
  if (part !== null && part.kind !== 'unsaid') return part;
  const words = isName(fieldKind(header)) ? byWords(text, look) : null;
  return words?.kind === 'unsaid' ? (whole ?? part ?? words) : (words ?? whole ?? part);
}

/** The words of the cell’s spoken form that stand where the part stands in the cell. */
function partOf(text: string, cell: string, said: Found | null): Found | null {
  if (said?.kind !== 'say') return said;
  const [written, spoken, wanted] = [wordsOf(cell), wordsOf(said.say), wordsOf(text)];
  const at = written.findIndex((_, start) =>
    wanted.every(
      (word, offset) => caselessKey(bare(word)) === caselessKey(bare(written[start + offset] ?? '')),
    ),
  );
  if (wanted.length === 0 || wanted.length === written.length || at < 0) return null;
  if (written.length === spoken.length) {
    const say = bare(spoken.slice(at, at + wanted.length).join(' '));
    return say === '' ? null : { kind: 'say', say };
  }
  return {
    kind: 'unsaid',
    message: `The sheet “${NAMES_SHEET}” says “${excerpt(cell)}” as “${excerpt(said.say)}”, in another number of words, so “${excerpt(text)}” is spoken as written. Add a line for “${excerpt(text)}” to that sheet.`,
  };
}

/** From the left, the most words that have a line. */
function byWords(text: string, look: Look): Found | null {
  const words = wordsOf(text);
  if (words.length < 2 || words.length > MOST_WORDS) return null;
  let unsaid: Found | null = null;
  let changed = false;
  const say: string[] = [];
  for (let at = 0; at < words.length; ) {
    let taken = 1;
    let next = words[at] ?? '';
    for (let count = Math.min(words.length - at, words.length - 1); count > 0; count -= 1) {
      const run = words.slice(at, at + count).join(' ');
      const name = bare(run);
      const found = name === '' ? null : look(name);
      if (found?.kind === 'fault') return found;
      if (found?.kind === 'unsaid') unsaid ??= found;
      if (found?.kind !== 'say') continue;
      [taken, changed] = [count, true];
      const start = run.indexOf(name);
      next = run.slice(0, start) + found.say + run.slice(start + name.length);
      break;
    }
    say.push(next);
    at += taken;
  }
  return changed ? { kind: 'say', say: say.join(' ') } : unsaid;
}

function wordsOf(text: string): string[] {
  return text.split(/\s+/u).filter((word) => word !== '');
}

/** Without what stands around a name: the comma of “O’Neill, Siobhan”, brackets and quotes. A point may belong to it. */
function bare(text: string): string {
  return text.replace(/^[,;:()"“”„«»]+|[,;:()"“”„«»]+$/gu, '');
}
