/** A text as it is compared: without case, accents and width. */
export function folded(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase();
}

/** The words that were typed; each of them must be found. */
export function searchWords(typed: string): readonly string[] {
  return folded(typed)
    .split(/\s+/u)
    .filter((word) => word !== '');
}

export function holdsAll(text: string, words: readonly string[]): boolean {
  return words.every((word) => text.includes(word));
}

/** A wire word as a person reads it: `studio_avatar` is "Studio avatar", `avatar_iv` is "Avatar IV". */
export function readable(word: string): string {
  const spaced = word.replace(/[_-]+/gu, ' ').trim();
  const numbered = spaced.replace(/\b(?:i{1,3}|iv|vi{0,3}|ix|x)\b/giu, (roman) => roman.toUpperCase());
  return numbered.charAt(0).toUpperCase() + numbered.slice(1);
}
