import { seededHex } from './seeded.ts';
import type { World } from './world.ts';

function signature(world: World, path: string, expires: number): string {
  return seededHex(world.options.seed, 'signature', path, expires);
}

export function plainUrl(world: World, path: string): string {
  return `${world.options.publicUrl}${path}`;
}

/** A URL that dies in `urlTtlSeconds`. It names that moment, in unix seconds. */
export function signedUrl(world: World, path: string): string {
  const expires = Math.floor(world.now / 1000) + world.options.urlTtlSeconds;
  return `${plainUrl(world, path)}?Expires=${expires}&Signature=${signature(world, path, expires)}&Key-Pair-Id=SIMULATOR`;
}

/** Whether a signed URL still opens. */
export function isSignedNow(world: World, path: string, query: ReadonlyMap<string, string>): boolean {
  const expires = Number(query.get('Expires') ?? '0');
  return (
    Number.isSafeInteger(expires) &&
    world.now < expires * 1000 &&
    query.get('Signature') === signature(world, path, expires)
  );
}
