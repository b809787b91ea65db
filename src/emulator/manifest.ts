/** The part of `appsscript.json` that the emulator obeys. */
export interface Manifest {
  readonly timeZone: string;
  /** null when the manifest lists none: Google then derives them from the code. */
  readonly oauthScopes: readonly string[] | null;
  /** null when there is no whitelist: then every https URL may be fetched. */
  readonly urlFetchWhitelist: readonly string[] | null;
}

/** Reads a parsed `appsscript.json`. Throws a sentence for a field of the wrong shape and for another runtime. */
export function readManifest(json: unknown): Manifest {
  if (typeof json !== 'object' || json === null) throw new Error('appsscript.json must hold an object.');
  const fields = new Map<string, unknown>(Object.entries(json));
  if (fields.get('runtimeVersion') !== 'V8')
    throw new Error('appsscript.json must say "runtimeVersion": "V8".');
  const timeZone = fields.get('timeZone');
  return {
    timeZone: typeof timeZone === 'string' ? timeZone : 'Etc/UTC',
    oauthScopes: texts(fields.get('oauthScopes'), 'oauthScopes'),
    urlFetchWhitelist: texts(fields.get('urlFetchWhitelist'), 'urlFetchWhitelist'),
  };
}

function texts(value: unknown, field: string): readonly string[] | null {
  if (value === undefined) return null;
  if (!Array.isArray(value) || !value.every((entry) => typeof entry === 'string')) {
    throw new Error(`appsscript.json: "${field}" must be a list of texts.`);
  }
  return value;
}
