/** The first line of a translation that nobody has read. It stands in the cell, so it goes wherever the text goes. */
export const DRAFT_MARK = '[draft: not read yet]';

/** Either half of the mark will do: whoever deletes a part of it has not marked the text as read. */
const MARKED = /\[\s*draft\s*:|not\s+read\s+yet\s*\]/iu;
const WHOLE = /\[[^\S\n]*draft[^\S\n]*:[^\]\n]*\][^\S\n]*\n?/giu;

/** Most cells hold no bracket, and this is asked for every one of them. */
const BRACKET = /[[\]［］]/u;

/** Whether the text is a draft that nobody has marked as read. */
export function isUnreadDraft(text: string): boolean {
  if (!BRACKET.test(text)) return false;
  return MARKED.test(text.normalize('NFKC').replace(/\p{Default_Ignorable_Code_Point}/gu, ''));
}

/** A translation as it is written into a cell. */
export function asDraft(text: string): string {
  return `${DRAFT_MARK}\n${text}`;
}

/** The words of a draft, as they are rendered once it is marked as read. Null where a part of the mark would stay. */
export function wordsOfDraft(draft: string): string | null {
  const words = draft.replace(WHOLE, '');
  return isUnreadDraft(words) ? null : words;
}
