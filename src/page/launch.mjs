// Builds the local page, which takes about a second, and becomes it: same process, same terminal, same signals.
import { stop } from 'esbuild';
import { buildPage } from './build.mjs';

const folder = await buildPage({ mail: process.argv.includes('--mail') });
await stop();
await import(new URL('start.js', folder).href);
