import { excerpt, type Issue } from '../issue.ts';

/** HeyGen's own way to write a variable, which people bring along from its templates. */
const BRACES = /\{\{\s*([^{}<>|\n]{1,60}?)\s*\}\}/u;

/** Words in double braces that would be spoken as they stand: told, and may stay. */
export function braceWarnings(texts: readonly string[]): readonly Issue[] {
  const [found, name = ''] = BRACES.exec(texts.join('\n')) ?? [];
  if (found === undefined) return [];
  const message = `The script says ${excerpt(found)} as it stands: HeyGen's braces are not merged here. Write <<${excerpt(name)}>> instead.`;
  return [{ code: 'script_braces', column: 'script', message }];
}
