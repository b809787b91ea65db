import type { Cache } from '../app/ports/ports.ts';

/** A value may have 100 KB; some room is left for what the platform counts on top. */
const PART = 90_000;
const MOST_PARTS = 20;
/** The longest that the platform keeps anything: six hours, in seconds. */
const LIFE = 21_600;

/** The user's cache; long values are compressed and split. A value with a part missing is not there. */
export function createCache(): Cache {
  const cache = CacheService.getUserCache();
  return {
    read(name) {
      const count = Number(cache.get(name) ?? 'none');
      if (!Number.isInteger(count) || count < 1) return null;
      const names = partNames(name, count);
      const parts = cache.getAll(names);
      const texts = names.map((part) => parts[part]);
      if (texts.some((text) => typeof text !== 'string')) return null;
      const zipped = Utilities.newBlob(Utilities.base64Decode(texts.join('')), 'application/x-gzip');
      return Utilities.ungzip(zipped).getDataAsString('UTF-8');
    },

    write(name, value, seconds = LIFE) {
      const zipped = Utilities.base64Encode(
        Utilities.gzip(Utilities.newBlob(value, 'text/plain')).getBytes(),
      );
      const count = Math.ceil(zipped.length / PART);
      // Too long to keep: it is asked for again next time.
      if (count > MOST_PARTS) return;
      const entries: Record<string, string> = { [name]: String(count) };
      partNames(name, count).forEach((part, at) => {
        entries[part] = zipped.slice(at * PART, (at + 1) * PART);
      });
      cache.putAll(entries, seconds);
    },
  };
}

function partNames(name: string, count: number): string[] {
  return Array.from({ length: count }, (_, at) => `${name}/${at}`);
}
