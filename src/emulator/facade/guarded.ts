/**
 * The object as scripts get it. A member that is not emulated throws instead of being `undefined`, and nothing
 * can be assigned. Members that JavaScript itself looks for on any object are `undefined`.
 */
export function guarded<Members extends object>(name: string, members: Members): Members {
  return new Proxy(members, {
    get(target, property) {
      if (typeof property === 'string' && !Object.hasOwn(target, property)) {
        if (property === 'toString') return () => name;
        if (PROBES.includes(property)) return undefined;
        throw new Error(`${name}.${property} is not emulated`);
      }
      return Object.hasOwn(target, property) ? Reflect.get(target, property) : undefined;
    },
    set(_target, property) {
      throw new TypeError(`${name}.${String(property)} cannot be assigned`);
    },
    getPrototypeOf: () => null,
  });
}

/** `await`, `JSON.stringify`, string conversion and assertion libraries look for these on everything. */
const PROBES: readonly string[] = ['then', 'toJSON', 'constructor', 'valueOf', 'asymmetricMatch', 'nodeType'];
