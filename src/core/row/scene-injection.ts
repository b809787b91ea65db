import { excerpt } from '../issue.ts';
import type { Mark, MarkedText } from '../speech/marked-text.ts';
import { speakableText } from '../speech/speakable-text.ts';
import { parseScenes } from './scene-script.ts';

/**
 * Checks a merged text that will become a script cell. Nobody can tell there which words came from a value, so a value
 * could be read as scene options. Gives a sentence for the user then, and null when the scenes stay the same.
 */
export function sceneInjection(merged: MarkedText): string | null {
  if (merged.marks.length === 0) return null;
  // Reads the text as the cell will be read, which makes it speakable once more: &amp;#91; becomes a bracket only then.
  const { text, marks } = speakableText(merged);
  const written = sceneNotation({ text, marks });
  if (written === sceneNotation({ text, marks: [] })) return null;
  const alone = marks.find(
    (mark) => written !== sceneNotation({ text, marks: marks.filter((one) => one !== mark) }),
  );
  const { field, value } = quoted(text, alone ?? marks[0]);
  return `The value of ${field}, "${value}", would be read as the start of a scene or as a scene option. Remove square brackets and lines of dashes from the value. Or write the script template into the script column itself, where values are only spoken.`;
}

/** The scenes of a text without their spoken words, for comparing. */
function sceneNotation(script: MarkedText): string {
  return JSON.stringify(
    parseScenes(script).map(({ options, unknown, strays }) => [options, unknown, strays]),
  );
}

function quoted(text: string, mark: Mark | undefined): { readonly field: string; readonly value: string } {
  if (mark === undefined) return { field: 'a cell', value: '' };
  return { field: `<<${mark.field}>>`, value: excerpt(text.slice(mark.start, mark.end)) };
}
