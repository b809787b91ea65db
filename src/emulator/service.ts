/** What crosses between a script and a service. It is plain data, so that calls can be logged and replayed. */
export type Plain =
  | null
  | boolean
  | number
  | string
  | readonly Plain[]
  | { readonly [name: string]: Plain | undefined };

/** Identifies one execution (one run of one function) for buffered writes, locks and quotas. */
export type ExecutionId = number;

/** One round trip from a script to a service: the unit that is counted, priced, killed at and interleaved. */
export interface ServiceCall {
  readonly service: string;
  readonly method: string;
  readonly args: readonly Plain[];
}

/** The client side's only way out: performs one round trip, synchronously; throws what the platform throws. */
export type Perform = (service: string, method: string, ...args: readonly Plain[]) => Plain;

/** The server side of one Google service: all of its state, and every method that costs a round trip. */
export interface Service {
  /** `cost` is the time that the call takes on the platform, in virtual milliseconds. */
  perform(
    method: string,
    args: readonly Plain[],
    execution: ExecutionId,
  ): { readonly value: Plain; readonly cost: number };
  /** Everything durable, as JSON. */
  snapshot(): Plain;
  restore(snapshot: Plain): void;
}

/** What a script sees when a service refuses: an Error with the platform's wording. */
export class PlatformError extends Error {
  override readonly name: string = 'Exception';
}
