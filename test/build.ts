import { buildAddOn } from '../esbuild.config.mjs';

/** Where the projects of one run find each other's build. */
const BUILT = Symbol.for('reelmerge: the build of this run');

/** The suite runs what is pushed: the bundle is built anew before every run. */
export async function setup(): Promise<void> {
  const shared: { [BUILT]?: Promise<unknown> } = Object(globalThis);
  shared[BUILT] ??= buildAddOn();
  await shared[BUILT];
}
