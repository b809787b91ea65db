/** One thing that a user can set for a sheet. Its entry holds everything that the add-on knows about it. */
export interface Setting<Value> {
  /** What holds until the user sets something else. */
  readonly unset: Value;
  /** The value as it was kept or sent. Null when an older version, or a person, wrote something else. */
  readonly read: (kept: unknown) => Value | null;
}

/** On or off. */
export function switchSetting(unset: boolean): Setting<boolean> {
  return { unset, read: (kept) => (typeof kept === 'boolean' ? kept : null) };
}

/** A list of words. */
export function wordsSetting(): Setting<readonly string[]> {
  return { unset: [], read: (kept) => (isTextList(kept) ? wordsOf(kept) : null) };
}

/** A text of one line. */
export function textSetting(): Setting<string> {
  return { unset: '', read: (kept) => (typeof kept === 'string' ? kept.trim() : null) };
}

/** A number of at least zero. Null: none is set. */
export function numberSetting<Unset extends number | null>(unset: Unset): Setting<number | Unset> {
  return {
    unset,
    read: (kept) => (typeof kept === 'number' && Number.isFinite(kept) && kept >= 0 ? kept : null),
  };
}

/** A text for each of some names. `isText` says which texts it may have. */
export function namedTextsSetting<Name extends string, Text extends string>(
  isName: (name: string) => name is Name,
  isText: (text: string) => text is Text,
): Setting<Readonly<Partial<Record<Name, Text>>>> {
  const none: Partial<Record<Name, Text>> = {};
  return {
    unset: none,
    read(kept) {
      if (typeof kept !== 'object' || kept === null || Array.isArray(kept)) return null;
      const texts: Partial<Record<Name, Text>> = {};
      for (const [name, text] of Object.entries(kept)) {
        if (isName(name) && typeof text === 'string' && isText(text)) texts[name] = text;
      }
      return texts;
    },
  };
}

function isTextList(kept: unknown): kept is readonly string[] {
  return Array.isArray(kept) && kept.every((each) => typeof each === 'string');
}

function wordsOf(texts: readonly string[]): readonly string[] {
  return [...new Set(texts.map((text) => text.trim()).filter((text) => text !== ''))];
}
