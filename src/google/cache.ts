import type { Cache } from '../app/ports/ports.ts';

/** A value may have 100 KB. The rest is a reserve for what the platform counts too. */
const PART = 90_000;
const MOST_PARTS = 20;
/** The platform keeps nothing longer: six hours, in seconds. */
const LIFE = 21_600;

/** The user's cache. Values are compressed, and long ones are split. A value that lost a part counts as lost. */
export function createCache(): Cache {
  const cache = CacheService.getUserCache();
  /** What was read ahead: each is good for one read. */
  const readAhead = new Map<string, Found>();
  const find = (names: readonly string[]): Found => cache.getAll(names.flatMap(withFirstPart));
  return {
    ahead(names) {
      const found = find(names);
      for (const name of names) readAhead.set(name, found);
    },

    read(name) {
      const found = readAhead.get(name) ?? find([name]);
      readAhead.delete(name);
      const count = Number(found[name] ?? 'none');
      if (!Number.isInteger(count) || count < 1) return null;
      const names = partNames(name, count);
      const parts = count === 1 ? found : cache.getAll(names);
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
      // Too long to keep. Next time it has to be asked for again.
      if (count > MOST_PARTS) return;
      const entries: Record<string, string> = { [name]: String(count) };
      partNames(name, count).forEach((part, at) => {
        entries[part] = zipped.slice(at * PART, (at + 1) * PART);
      });
      cache.putAll(entries, seconds);
    },
  };
}

type Found = Readonly<Record<string, string | undefined>>;

/** Nearly every value has one part, so that is asked for along with the number of parts. */
function withFirstPart(name: string): string[] {
  return [name, ...partNames(name, 1)];
}

function partNames(name: string, count: number): string[] {
  return Array.from({ length: count }, (_, at) => `${name}/${at}`);
}
