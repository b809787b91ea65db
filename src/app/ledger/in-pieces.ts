/** One call to the platform carries so many lines and characters at most. */
const MOST_LINES = 2_000;
const MOST_CHARACTERS = 4_000_000;

/** Lines in their order, in parts that one call can write each. */
export function inPieces<Each extends { readonly line: { readonly request: string } }>(
  all: readonly Each[],
): Each[][] {
  const cut: Each[][] = [];
  let room = 0;
  for (const each of all) {
    const last = cut[cut.length - 1];
    const { length } = each.line.request;
    if (last === undefined || last.length === MOST_LINES || length > room) {
      cut.push([each]);
      room = MOST_CHARACTERS;
    } else last.push(each);
    room -= length;
  }
  return cut;
}
