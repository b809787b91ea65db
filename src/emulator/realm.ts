import { constants, createContext, Script } from 'node:vm';

/** A bare V8 context, as Apps Script gives to each execution. */
export interface Realm {
  run(script: Script): void;
  /** A function at the script's top level, or null. */
  find(name: string): ((...args: readonly unknown[]) => unknown) | null;
  /** Names of the functions at the script's top level. */
  functions(): readonly string[];
  /** Parses JSON into a value of this context. */
  parse(json: string): unknown;
}

/**
 * Removes what the platform does not promise (anything newer than ES2022, and threads), and gives the emulator
 * control over the script's clock and random numbers.
 */
const PREPARE = new Script(
  `(function (now, random) {
    for (const name of ['SharedArrayBuffer', 'Atomics', 'WebAssembly']) delete globalThis[name];
    const newer = ['toSorted', 'toSpliced', 'toReversed', 'with', 'findLast', 'findLastIndex'];
    for (const name of newer) delete Array.prototype[name];
    for (const name of ['isWellFormed', 'toWellFormed']) delete String.prototype[name];
    for (const [holder, name] of [[Object, 'groupBy'], [Map, 'groupBy'], [Promise, 'withResolvers'], [Array, 'fromAsync']])
      delete holder[name];
    const RealDate = Date;
    RealDate.now = function () { return now(); };
    const Clocked = new Proxy(RealDate, {
      construct(target, args, newTarget) {
        return Reflect.construct(target, args.length === 0 ? [now()] : args, newTarget === Clocked ? target : newTarget);
      },
      apply() { return new RealDate(now()).toString(); },
    });
    RealDate.prototype.constructor = Clocked;
    Object.defineProperty(globalThis, 'Date', { value: Clocked, writable: true, configurable: true, enumerable: false });
    Math.random = function () { return random(); };
    return JSON.parse;
  })`,
  { filename: 'realm.js' },
);

/** A fresh context with the language and the given globals, and nothing else. */
export function createRealm(
  globals: Readonly<Record<string, unknown>>,
  now: () => number,
  random: () => number,
): Realm {
  // An object handed in here would be asked first for every global name: a script then looks up `Number` or `Math` many
  // times slower than on the platform.
  const top: Record<string, unknown> = createContext(constants.DONT_CONTEXTIFY);
  const prepare: (now: () => number, random: () => number) => (json: string) => unknown =
    PREPARE.runInContext(top);
  const parse = prepare(now, random);
  for (const [name, value] of Object.entries(globals)) {
    Object.defineProperty(top, name, { value, writable: true, configurable: true, enumerable: false });
  }
  return {
    run: (script) => {
      script.runInContext(top);
    },
    find: (name) => {
      const found = Object.hasOwn(top, name) && !Object.hasOwn(globals, name) ? top[name] : undefined;
      return typeof found === 'function' ? (...args) => Reflect.apply(found, undefined, args) : null;
    },
    functions: () => Object.keys(top).filter((name) => typeof top[name] === 'function'),
    parse,
  };
}
