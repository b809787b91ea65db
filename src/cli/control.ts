/** Places in memory shared with the engine's thread, which cannot receive messages while it works. */
const STOP = 0;
const ANSWER = 1;
const NEVER = 2;

const [NO_ANSWER, YES, NO] = [0, 1, 2];

/** The main thread's side: stops the engine, answers its questions. */
export interface Steering {
  readonly memory: SharedArrayBuffer;
  stop(): void;
  answer(yes: boolean): void;
}

/** The engine's side. */
export interface Steered {
  isStopped(): boolean;
  /** Sleeps for real, or until the main thread says stop. */
  wait(ms: number): void;
  /** Blocks until the question that was just asked is answered. */
  awaitAnswer(): boolean;
  /** Does nothing more until the main thread ends this one. */
  rest(): never;
}

export function createSteering(): Steering {
  const memory = new SharedArrayBuffer(12);
  const places = new Int32Array(memory);
  const put = (place: number, value: number): void => {
    Atomics.store(places, place, value);
    Atomics.notify(places, place);
  };
  return {
    memory,
    stop: () => {
      put(STOP, 1);
      put(ANSWER, NO);
    },
    answer: (yes) => put(ANSWER, yes ? YES : NO),
  };
}

export function createSteered(memory: SharedArrayBuffer): Steered {
  const places = new Int32Array(memory);
  return {
    isStopped: () => Atomics.load(places, STOP) !== 0,
    wait: (ms) => {
      if (ms > 0) Atomics.wait(places, STOP, 0, ms);
    },
    awaitAnswer: () => {
      Atomics.wait(places, ANSWER, NO_ANSWER);
      return Atomics.exchange(places, ANSWER, NO_ANSWER) === YES;
    },
    rest: () => {
      for (;;) Atomics.wait(places, NEVER, 0);
    },
  };
}
