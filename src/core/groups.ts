/** The items of each key, in their order. An item whose key is null is in no group. */
export function groupsOf<Item, Key>(
  items: readonly Item[],
  keyOf: (item: Item) => Key | null,
): Map<Key, Item[]> {
  const groups = new Map<Key, Item[]>();
  for (const item of items) {
    const key = keyOf(item);
    if (key === null) continue;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [item]);
    else group.push(item);
  }
  return groups;
}

/** The same where an item has several keys: it is in the group of each. */
export function groupsByEach<Item, Key>(
  items: readonly Item[],
  keysOf: (item: Item) => readonly Key[],
): Map<Key, Item[]> {
  const keyed = items.flatMap((item) => keysOf(item).map((key) => ({ item, key })));
  return new Map(
    [...groupsOf(keyed, ({ key }) => key)].map(([key, group]) => [key, group.map(({ item }) => item)]),
  );
}
