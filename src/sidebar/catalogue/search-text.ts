/** A text folded for comparing: no case, accents or character width. */
export function folded(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase();
}

/** The typed words, folded. A match contains all of them. */
export function searchWords(typed: string): readonly string[] {
  return folded(typed)
    .split(/\s+/u)
    .filter((word) => word !== '');
}

export function holdsAll(text: string, words: readonly string[]): boolean {
  return words.every((word) => text.includes(word));
}

/** A word of HeyGen's in readable form: `studio_avatar` as "Studio avatar", `avatar_iv` as "Avatar IV". */
export function readable(word: string): string {
  const spaced = word.replace(/[_-]+/gu, ' ').trim();
  const numbered = spaced.replace(/\b(?:i{1,3}|iv|vi{0,3}|ix|x)\b/giu, (roman) => roman.toUpperCase());
  return numbered.charAt(0).toUpperCase() + numbered.slice(1);
}
