/** Holds the state and tells its listeners about every change. */
export interface Store<State> {
  readonly state: () => State;
  readonly change: (step: (state: State) => State) => void;
  /** Returns a function that stops listening. */
  readonly listen: (listener: () => void) => () => void;
}

export function createStore<State>(initial: State): Store<State> {
  let state = initial;
  const listeners = new Set<() => void>();
  return {
    state: () => state,
    change(step) {
      const before = state;
      state = step(before);
      if (state !== before) for (const listener of listeners) listener();
    },
    listen(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
