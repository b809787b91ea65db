// Builds the playground, which takes less than a second, and becomes it: same process, same terminal,
// same signals, same exit code.
import { stop } from 'esbuild';
import { buildPlayground } from '../../../playground.config.mjs';

const home = await buildPlayground();
await stop();
await import(new URL('render.js', home).href);
