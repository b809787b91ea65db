// Builds the add-on: one script with real top-level functions, and the manifest beside it. What stands in
// dist is what clasp pushes, what the tests run and what the local page runs.
import { readFileSync } from 'node:fs';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const root = dirname(fileURLToPath(import.meta.url));
const packageJson = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));

/** Functions for the cells of the sheet. */
const CUSTOM_FUNCTIONS = 'src/google/custom-functions.ts';

/** Whatever these modules export becomes a top-level function that Google and the page can call. */
const ENTRY = {
  contents: ['src/google/main.ts', 'src/google/sidebar.ts', CUSTOM_FUNCTIONS]
    .map((module) => `export * from './${module}';`)
    .join('\n'),
  resolveDir: root,
};

/** What a build that sends mails asks for besides: to send them, and to see the address that they go to. */
const MAIL_SCOPES = ['script.send_mail', 'userinfo.email'].map(
  (name) => `https://www.googleapis.com/auth/${name}`,
);

/**
 * Builds into `outdir`; throws with a sentence when Google would call a function that is not there. With `mail` the
 * add-on may send mails. Without it neither the code nor the manifest knows of them.
 */
export async function buildAddOn(outdir = join(root, 'dist'), { mail = false } = {}) {
  const bundled = await build({
    stdin: ENTRY,
    bundle: true,
    write: false,
    metafile: true,
    format: 'iife',
    globalName: 'reelmerge',
    target: 'es2019',
    charset: 'ascii',
    legalComments: 'none',
    // Google parses all of it again at every click. Names stay whole, so that its error log can be read.
    minifyWhitespace: true,
    minifySyntax: true,
    define: {
      VERSION: JSON.stringify(packageJson.version),
      MAIL: String(mail),
      BUILD: JSON.stringify(new Date().toISOString().slice(0, 10)),
    },
    outfile: 'main.js',
  });
  const [output] = Object.values(bundled.metafile.outputs);
  const exported = await exportsOfEntry();
  const called = await calledByName(exported);
  const missing = called.filter((name) => !exported.includes(name));
  if (missing.length > 0) {
    throw new Error(
      `Google would call ${missing.join(', ')}, but neither src/google/main.ts nor src/google/sidebar.ts exports ${missing.length === 1 ? 'it' : 'them'}. Export ${missing.length === 1 ? 'it' : 'them'} there, or take the name out of the menu, the trigger or the page.`,
    );
  }
  const declarations = await customFunctions();
  const entryPoints = exported
    .map(
      (name) =>
        declarations.get(name) ??
        `function ${name}() {\n  return reelmerge.${name}.apply(this, arguments);\n}`,
    )
    .join('\n');
  const files = {
    'main.js': `${inAscii(bundled.outputFiles[0].text)}${entryPoints}\n`,
    'sidebar.html': await buildSidebar(),
    'appsscript.json': await manifest(mail),
  };
  await mkdir(outdir, { recursive: true });
  // Each file appears whole or not at all: somebody may be reading the folder.
  for (const [name, text] of Object.entries(files)) {
    const partial = join(outdir, `.${name}.${process.pid}`);
    await writeFile(partial, text);
    await rename(partial, join(outdir, name));
  }
  for (const name of await readdir(outdir)) {
    if (!(name in files) && !name.startsWith('.')) await rm(join(outdir, name), { recursive: true });
  }
  return { bytes: output.bytes, entryPoints: exported };
}

async function manifest(mail) {
  const text = await readFile(join(root, 'appsscript.json'), 'utf8');
  if (!mail) return text;
  const normal = JSON.parse(text);
  const oauthScopes = [...normal.oauthScopes, ...MAIL_SCOPES];
  return `${JSON.stringify({ ...normal, oauthScopes }, null, 2)}\n`;
}

/** esbuild's `ascii` leaves out regular expressions. In those an escape means the same. */
function inAscii(code) {
  return code.replace(
    /[^\n\t\x20-\x7e]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/** What the page uses of Preact. */
const PREACT = {
  preact: ['Fragment', 'h', 'render'],
  'preact/hooks': ['useEffect', 'useErrorBoundary', 'useLayoutEffect', 'useMemo', 'useRef', 'useState'],
};

/**
 * The sidebar as one HTML file that fetches nothing. HtmlService strips comment signs inside template literals
 * and reads `<?` as a scriptlet, so the page has neither.
 */
export async function buildSidebar() {
  const settings = {
    bundle: true,
    write: false,
    format: 'iife',
    target: 'es2022',
    supported: { 'template-literal': false },
    minifySyntax: true,
    legalComments: 'none',
    charset: 'utf8',
    outdir: root,
  };
  const parts = Object.entries(PREACT);
  // Preact stays as tight as its authors ship it. The page's own functions keep their names as a property, which is
  // what the browser's errors say, and have a line each. Names whole everywhere would cost a sixth of the page.
  const library = await build({
    ...settings,
    stdin: {
      contents: `${parts.map(([from, names]) => `import { ${names.join()} } from '${from}';`).join('\n')}
        window.preact = { ${parts.flatMap(([, names]) => names).join()} };`,
      resolveDir: root,
    },
    minifyWhitespace: true,
    minifyIdentifiers: true,
  });
  const page = await build({
    ...settings,
    entryPoints: [join(root, 'src/sidebar/main.tsx')],
    jsx: 'transform',
    jsxFactory: 'h',
    jsxFragment: 'F',
    jsxSideEffects: true,
    minifyIdentifiers: true,
    keepNames: true,
    tsconfigRaw: '{}',
    minifyWhitespace: true,
    plugins: [
      {
        name: 'preact stands above the page',
        setup(building) {
          building.onResolve({ filter: /^preact(?:\/hooks)?$/ }, ({ path }) => ({
            path,
            namespace: 'above',
          }));
          building.onLoad({ filter: /.*/, namespace: 'above' }, ({ path }) => ({
            contents: `export const { ${PREACT[path].join()} } = preact;`,
          }));
        },
      },
    ],
  });
  const rules = await build({
    ...settings,
    entryPoints: [join(root, 'src/sidebar/css/page.css')],
    minifyWhitespace: true,
    lineLimit: 2000,
  });
  const textOf = ({ outputFiles }) => outputFiles[0].text;
  // What is left of the refused signs stands in strings and patterns, where the escapes mean the same.
  const lines = textOf(page).replace(/(?<=[;}])(?=(?:async )?function [\w$]+\()/gu, '\n');
  const script = `${textOf(library)}var { h, Fragment: F } = preact;\n${lines}`
    .replace(/`/gu, '\\x60')
    .replace(/<(?=\/script|!--)/giu, '\\x3c');
  const shell = await readFile(join(root, 'src/sidebar/page.html'), 'utf8');
  const html = shell.replace('/* STYLE */\n', () => textOf(rules)).replace('// SCRIPT\n', () => script);
  if (html.includes('<?')) {
    throw new Error('The sidebar holds <?, which HtmlService reads as a scriptlet. Write it another way.');
  }
  return html;
}

/** Names of the functions that become top-level ones. */
async function exportsOfEntry() {
  const { metafile } = await build({
    stdin: ENTRY,
    bundle: true,
    write: false,
    metafile: true,
    format: 'esm',
    outfile: 'exports.js',
  });
  return Object.values(metafile.outputs)[0].exports;
}

/**
 * The custom functions as they are declared in the bundle, each with its comment and its parameters: Google
 * shows both to the person who types the formula. Throws when one would be lost.
 */
async function customFunctions() {
  const source = await readFile(join(root, CUSTOM_FUNCTIONS), 'utf8');
  const written = source.matchAll(/(\/\*\*(?:(?!\*\/)[\s\S])*\*\/)\nexport function (\w+)\(([^)]*)\)/gu);
  const declarations = new Map();
  for (const [, comment, name, typed] of written) {
    const parameters = typed
      .split(',')
      .map((parameter) => parameter.replace(/[?:][\s\S]*/u, '').trim())
      .filter((parameter) => parameter !== '')
      .join(', ');
    if (!comment.includes('@customfunction')) {
      throw new Error(`Google offers ${name} in no cell: write @customfunction into its comment.`);
    }
    declarations.set(
      name,
      `${comment}\nfunction ${name}(${parameters}) {\n  return reelmerge.${name}(${parameters});\n}`,
    );
  }
  const lost = source.match(/^export /gmu).length - declarations.size;
  if (lost > 0)
    throw new Error(`${CUSTOM_FUNCTIONS} exports something that has no comment or is no function.`);
  return declarations;
}

/** Every function that Google calls by name: the menu's, the trigger's, and the document's events. */
async function calledByName(exported) {
  const menu = await load('src/app/menu.ts');
  const updates = await load('src/app/sync/automatic-updates.ts');
  const page = await load('src/sidebar/page/call-queues.ts');
  return [
    'onOpen',
    'onEdit',
    'onInstall',
    updates.TRIGGER_FUNCTION,
    ...menu.MENU.flatMap((item) => (item === null ? [] : [item.run])),
    // The page is not shown yet while none of its calls is exported.
    ...(exported.includes('sidebarStart') ? Object.keys(page.QUEUES) : []),
  ];
}

/** Evaluates one module of the source, to read a list from it. */
async function load(path) {
  const { outputFiles } = await build({
    entryPoints: [join(root, path)],
    bundle: true,
    write: false,
    format: 'esm',
  });
  return import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString('base64')}`);
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const words = process.argv.slice(2);
  if (words.some((word) => word !== '--mail')) {
    console.error('Usage: npm run build -- [--mail]');
    process.exit(2);
  }
  const { bytes, entryPoints } = await buildAddOn(undefined, { mail: words.length > 0 });
  console.log(`dist/main.js: ${bytes} bytes, ${entryPoints.length} functions: ${entryPoints.join(', ')}`);
}
