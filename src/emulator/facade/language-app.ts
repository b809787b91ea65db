import { refused } from '../refusals/refused.ts';
import { fieldsArgument, textArgument } from './arguments.ts';
import type { FacadeContext } from './facade-context.ts';
import { guarded } from './guarded.ts';

const WHERE = 'LanguageApp.translate';

/** `LanguageApp`, which only translates. */
export function createLanguageFacade({ perform }: FacadeContext): object {
  return guarded('LanguageApp', {
    translate: (text: unknown, from: unknown, to: unknown, advanced?: unknown) => {
      const type = advanced === undefined ? 'text' : contentType(advanced);
      const args = [textArgument(WHERE, text), textArgument(WHERE, from), textArgument(WHERE, to)];
      return perform('language', 'translate', ...args, type);
    },
  });
}

function contentType(advanced: unknown): string {
  const entries = fieldsArgument(WHERE, advanced);
  const strange = entries.find(([name]) => name !== 'contentType');
  if (strange !== undefined) throw refused('unknownAttribute', strange[0]);
  const type = entries.length === 0 ? 'text' : entries[0]?.[1];
  if (type !== 'text' && type !== 'html') throw refused('invalidAttribute', 'contentType');
  return type;
}
