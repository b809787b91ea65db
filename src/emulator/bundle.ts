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

/** Each bundle is compiled once, however many emulators run it. */
const compiled = new WeakMap<Bundle, CompiledBundle>();

/** Throws a SyntaxError when the code is not a script (an `import`, for one). */
export function compileBundle(bundle: Bundle): CompiledBundle {
  const before = compiled.get(bundle);
  if (before !== undefined) return before;
  const declared = new Map<string, boolean>();
  const first: CompiledBundle = {
    script: new Script(bundle.code, { filename: 'bundle.js' }),
    manifest: readManifest(bundle.manifest),
    pages: bundle.pages,
    declares: (name) => {
      const found = declared.get(name) ?? declaresFunction(bundle.code, name);
      declared.set(name, found);
      return found;
    },
  };
  compiled.set(bundle, first);
  return first;
}

function declaresFunction(code: string, name: string): boolean {
  return (
    /^[A-Za-z_$][\w$]*$/.test(name) &&
    new RegExp(`(^|[;}\\s])function\\s+${name.replaceAll('$', '\\$')}\\s*\\(`).test(code)
  );
}
