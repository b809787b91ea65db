/** Holds the state; whoever listens is told of every change. */
export interface Store<State> {
  readonly state: () => State;
  readonly change: (step: (state: State) => State) => void;
  /** Gives back what ends the listening. */
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
