import { type Clock, createOffsetClock, createVirtualClock } from '../../emulator/clock.ts';

const USUAL_SPEED = 30;

/**
 * The emulated time. With the built-in simulator it runs so many times faster than the real one, but only
 * between executions: within one, only what its calls cost counts, and while a dialog is open it stands.
 * With any other server it is the real time.
 */
export class WorldClock {
  readonly clock: Clock;
  readonly #runsFast: boolean;
  #speed: number;
  /** Real time up to which the emulated time was moved on. */
  #ticked = Date.now();

  constructor(simulated: boolean) {
    this.#runsFast = simulated;
    this.#speed = simulated ? USUAL_SPEED : 1;
    this.clock = simulated ? createVirtualClock({ start: Date.now() }) : createOffsetClock();
  }

  get speed(): number {
    return this.#speed;
  }

  /** Emulated milliseconds per real one; ignored where the time is the real one. */
  setSpeed(speed: number): void {
    if (this.#runsFast) this.#speed = speed;
  }

  now(): number {
    return this.clock.now();
  }

  /** Lets the time pass that has passed in reality. */
  tick(): void {
    const real = Date.now();
    if (this.#runsFast) this.clock.advance((real - this.#ticked) * this.#speed);
    this.#ticked = real;
  }

  /** Forgets the real time since the last tick: an execution or a dialog has taken it. */
  skip(): void {
    this.#ticked = Date.now();
  }
}
