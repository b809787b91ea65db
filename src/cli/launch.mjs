// Builds the command line, which takes less than a second, and becomes it: same process, same terminal,
// same signals, same exit code.
import { stop } from 'esbuild';
import { buildLocal } from '../local/build.mjs';

const home = await buildLocal();
await stop();
await import(new URL('render.js', home).href);
