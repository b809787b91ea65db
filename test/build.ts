import { buildAddOn } from '../esbuild.config.mjs';

/** The suite runs what is pushed: the bundle is built anew before every run. */
export async function setup(): Promise<void> {
  await buildAddOn();
}
