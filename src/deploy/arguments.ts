import { parseArgs } from 'node:util';
import { ADD_ON, SHEET, type Target } from './target.ts';

/** What the command was asked to do. */
export type Request =
  | {
      readonly kind: 'deploy';
      readonly target: Target;
      readonly scriptId: string | null;
      /** A build that may send mails. */
      readonly mail: boolean;
    }
  | { readonly kind: 'unusable'; readonly message: string };

const USAGE = 'Usage: npm run deploy -- [--addon] [--mail] [--script SCRIPT_ID]';

/** Reads the words after `npm run deploy --`. */
export function readArguments(words: readonly string[]): Request {
  const options = {
    addon: { type: 'boolean' },
    mail: { type: 'boolean' },
    script: { type: 'string' },
  } as const;
  let values: { readonly addon?: boolean; readonly mail?: boolean; readonly script?: string };
  try {
    ({ values } = parseArgs({ args: [...words], options, strict: true }));
  } catch (error) {
    // Node's first sentence says what is wrong; what follows is advice about its own syntax.
    const [sentence = ''] = (error instanceof Error ? error.message : String(error)).split(/\.(?:\s|$)/);
    return unusable(`${sentence}.`);
  }
  const { addon = false, mail = false, script = null } = values;
  if (script !== null && !/^[\w-]{20,}$/u.test(script)) {
    return unusable('--script needs the id of a script. You find it in the script editor, Project Settings.');
  }
  return { kind: 'deploy', target: addon ? ADD_ON : SHEET, scriptId: script, mail };
}

function unusable(sentence: string): Request {
  return { kind: 'unusable', message: `${sentence} ${USAGE}` };
}
