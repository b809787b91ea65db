/** Anything but single spaces between words. Most texts have none of it, and looking is quicker than replacing. */
const OTHER_SPACE = /\s\s|[^\S ]/u;

/** A text in one line, with one space wherever there is space. */
export function singleSpaced(text: string): string {
  return OTHER_SPACE.test(text) ? text.replace(/\s+/gu, ' ') : text;
}
