import * as z from 'zod/mini';
import { parsedJson } from '../../core/json.ts';
import type { Platform } from '../ports/ports.ts';

/** An answer of HeyGen's that is kept for a while, so that the same question is not asked again. */
export interface KeptAnswer<Answer> {
  /** Null when there is none, or none that this build can read. */
  read(): Answer | null;
  /** Keeps it for at most so many seconds, by default for six hours. */
  keep(answer: Answer, seconds?: number): void;
}

/**
 * The place of an answer in the user's cache. Its name holds the key's fingerprint, because another account gets
 * other answers. It holds the build, because another build may read the same text in another way; two builds of one
 * day share a name, so the shape is checked as well.
 */
export function keptAnswer<Answer extends object>(
  platform: Platform,
  key: string,
  name: string,
  shape: z.ZodMiniType<Answer>,
): KeptAnswer<Answer> {
  const { cache } = platform;
  const fullName = fullNameOf(platform, key, name);
  return {
    read() {
      const text = cache.read(fullName);
      if (text === null) return null;
      const read = z.safeParse(shape, parsedJson(text));
      return read.success ? read.data : null;
    },
    keep: (answer, seconds) => cache.write(fullName, JSON.stringify(answer), seconds),
  };
}

/** Reads several answers with one call, before each is asked for. */
export function readAhead(platform: Platform, key: string, names: readonly string[]): void {
  platform.cache.ahead(names.map((name) => fullNameOf(platform, key, name)));
}

function fullNameOf({ keyFingerprint, version, build }: Platform, key: string, name: string): string {
  return `${name} ${keyFingerprint(key)} ${version} ${build}`;
}
