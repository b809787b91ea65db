import { type Clock, createOffsetClock, createVirtualClock } from '../../emulator/clock.ts';

const USUAL_SPEED = 30;

/**
 * The emulated time. With the built-in simulator it runs faster than the real time, but only between executions. Within
 * an execution only the cost of its calls counts, and while a dialog is open the time stands still. With any other
 * server it is the real time.
 */
export class WorldClock {
  readonly clock: Clock;
  readonly #runsFast: boolean;
  #speed: number;
  /** The real time at the last tick. */
  #ticked = Date.now();

  constructor(simulated: boolean) {
    this.#runsFast = simulated;
    this.#speed = simulated ? USUAL_SPEED : 1;
    this.clock = simulated ? createVirtualClock({ start: Date.now() }) : createOffsetClock();
  }

  get speed(): number {
    return this.#speed;
  }

  /** Emulated milliseconds for each real one. Ignored when the time is the real one. */
  setSpeed(speed: number): void {
    if (this.#runsFast) this.#speed = speed;
  }

  now(): number {
    return this.clock.now();
  }

  /** Moves the emulated time on by the real time since the last tick. */
  tick(): void {
    const real = Date.now();
    if (this.#runsFast) this.clock.advance((real - this.#ticked) * this.#speed);
    this.#ticked = real;
  }

  /** Leaves out the real time since the last tick, because an execution or a dialog took it. */
  skip(): void {
    this.#ticked = Date.now();
  }
}
