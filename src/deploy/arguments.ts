import { ADD_ON, SHEET, type Target } from './target.ts';

/** What the command was asked to do. */
export type Request =
  | { readonly kind: 'deploy'; readonly target: Target; readonly scriptId: string | null }
  | { readonly kind: 'unusable'; readonly message: string };

const USAGE = 'npm run deploy -- [--addon] [--script SCRIPT_ID]';

/** Reads what stands behind `npm run deploy --`. */
export function readArguments(words: readonly string[]): Request {
  let target = SHEET;
  let scriptId: string | null = null;
  const left = [...words];
  for (let word = left.shift(); word !== undefined; word = left.shift()) {
    if (word === '--addon') target = ADD_ON;
    else if (word === '--script') {
      const id = left.shift() ?? '';
      if (!/^[\w-]{20,}$/u.test(id)) {
        return {
          kind: 'unusable',
          message: `--script needs the id of a script: in the script editor, Project Settings, Script ID. ${USAGE}`,
        };
      }
      scriptId = id;
    } else return { kind: 'unusable', message: `"${word}" is not understood. ${USAGE}` };
  }
  return { kind: 'deploy', target, scriptId };
}
