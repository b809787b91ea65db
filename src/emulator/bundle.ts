import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Script } from 'node:vm';
import type { Manifest } from './manifest.ts';
import { readManifest } from './manifest.ts';

/** The built add-on as it is pushed to Google. */
export interface Bundle {
  readonly code: string;
  /** The parsed `appsscript.json`. */
  readonly manifest: unknown;
  /** The text of each HTML file by its name without `.html`. */
  readonly pages: Readonly<Record<string, string>>;
}

/** A bundle that was compiled once and can run in any number of fresh contexts. */
export interface CompiledBundle {
  readonly script: Script;
  readonly manifest: Manifest;
  readonly pages: Readonly<Record<string, string>>;
  /** Whether the top level of the code declares a function `name`: Google finds no other entry points. */
  declares(name: string): boolean;
}

/** Reads every `.js` (in the order of names), `appsscript.json` and every `.html` of a built folder. */
export function loadBundle(folder: string): Bundle {
  const names = readdirSync(folder).sort();
  const read = (name: string): string => readFileSync(join(folder, name), 'utf8');
  return {
    code: names
      .filter((name) => name.endsWith('.js'))
      .map(read)
      .join('\n'),
    manifest: JSON.parse(read('appsscript.json')),
    pages: Object.fromEntries(
      names
        .filter((name) => name.endsWith('.html'))
        .map((name) => [name.slice(0, -'.html'.length), read(name)]),
    ),
  };
}

/** Throws a SyntaxError when the code is not a script (an `import`, for one). */
export function compileBundle(bundle: Bundle): CompiledBundle {
  const script = new Script(bundle.code, { filename: 'bundle.js' });
  return {
    script,
    manifest: readManifest(bundle.manifest),
    pages: bundle.pages,
    declares: (name) =>
      /^[A-Za-z_$][\w$]*$/.test(name) &&
      new RegExp(`(^|[;}\\s])function\\s+${name.replaceAll('$', '\\$')}\\s*\\(`).test(bundle.code),
  };
}
