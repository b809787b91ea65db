/** Every row asks for the same few texts, so this many are enough, and a sheet of hostile texts takes little memory. */
const MOST_KEPT = 1_000;

/** The same function of a text, worked out once for texts that come again and again. Values must not be changed. */
export function remembered<Value>(work: (text: string) => Value): (text: string) => Value {
  let known = new Map<string, Value>();
  return (text) => {
    const before = known.get(text);
    if (before !== undefined) return before;
    if (known.size >= MOST_KEPT) known = new Map();
    const value = work(text);
    known.set(text, value);
    return value;
  };
}
