import { excerpt, type Issue } from '../issue.ts';

/** How HeyGen writes a variable. People who know its templates write it here too. */
const BRACES = /\{\{\s*([^{}<>|\n]{1,60}?)\s*\}\}/u;

/** Warns of words in double braces. They stop nothing, but the voice would read them out as written. */
export function braceWarnings(texts: readonly string[]): readonly Issue[] {
  const text = texts.join('\n');
  const [found, name = ''] = (text.includes('{{') && BRACES.exec(text)) || [];
  if (found === undefined) return [];
  const message = `The script would say ${excerpt(found)} word for word, because double braces are not merged here. Write <<${excerpt(name)}>> instead.`;
  return [{ code: 'script_braces', column: 'script', message }];
}
