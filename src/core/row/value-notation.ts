import { excerpt } from '../issue.ts';
import type { Mark, MarkedText } from '../speech/marked-text.ts';
import { speakableText } from '../speech/speakable-text.ts';
import { parseScenes } from './scene-script.ts';

/**
 * What is wrong with a merged text that is to stand in a script cell of its own, where nobody knows any more which
 * of its words came out of a value: a value in it would be read as the notation of scenes. A whole sentence for the
 * user; null when the scenes stay the same.
 */
export function valueAsNotation(merged: MarkedText): string | null {
  if (merged.marks.length === 0) return null;
  // As the cell is read, which is made for ears a second time: what was named as &amp;#91; is then a bracket.
  const { text, marks } = speakableText(merged);
  const written = notation({ text, marks });
  if (written === notation({ text, marks: [] })) return null;
  const alone = marks.find(
    (mark) => written !== notation({ text, marks: marks.filter((one) => one !== mark) }),
  );
  const { field, value } = quoted(text, alone ?? marks[0]);
  return `The value of ${field}, "${value}", would be read as the beginning of a scene or as one of its options. Take the square brackets and lines of dashes out of the value, or write the text with its merge fields into the script column itself, where values are only spoken.`;
}

/** All that makes scenes of a text, but for the words that are spoken in them. */
function notation(script: MarkedText): string {
  return JSON.stringify(
    parseScenes(script).map(({ options, unknown, strays }) => [options, unknown, strays]),
  );
}

function quoted(text: string, mark: Mark | undefined): { readonly field: string; readonly value: string } {
  if (mark === undefined) return { field: 'a cell', value: '' };
  return { field: `<<${mark.field}>>`, value: excerpt(text.slice(mark.start, mark.end)) };
}
