import type { AuthMode } from './authority.ts';
import type { PageForm } from './page-form.ts';
import type { ExecutionId, Plain, ServiceCall } from './service.ts';

/** What started an execution; it decides the time limit, the user interface and the rules for names. */
export type ExecutionKind = 'menu' | 'trigger' | 'sidebar' | 'open' | 'custom-function';

/** Who runs what, as the services need to know it. */
export interface ExecutionContext {
  readonly id: ExecutionId;
  readonly functionName: string;
  readonly kind: ExecutionKind;
  /** The e-mail address of the user it runs as. */
  readonly user: string;
  readonly authMode: AuthMode;
  /** Emulated time of the start. */
  readonly started: number;
}

/** A call with its price, as it stands in an execution's record. */
export interface PricedCall extends ServiceCall {
  /** Emulated ms. */
  readonly cost: number;
  /** Emulated time at which it was made. */
  readonly at: number;
  /** The message with which the service refused, or null. */
  readonly refusal: string | null;
}

/** One request of `fetch` or of a `fetchAll`; each counts against the daily quota. */
export interface FetchRecord {
  readonly method: string;
  readonly url: string;
  /** null when the network failed. */
  readonly status: number | null;
  readonly tookMs: number;
  readonly at: number;
}

export interface LogLine {
  readonly level: string;
  readonly text: string;
}

export interface Counts {
  readonly total: number;
  readonly services: Readonly<Record<string, number>>;
  /** By `service.method`. */
  readonly methods: Readonly<Record<string, number>>;
}

export type EndReason = 'told' | 'six-minutes' | 'thirty-seconds';

/** What became of one execution. */
export interface Execution {
  readonly id: ExecutionId;
  readonly functionName: string;
  readonly kind: ExecutionKind;
  readonly user: string;
  readonly outcome: 'returned' | 'threw' | 'killed';
  /** Why it was killed; null otherwise. */
  readonly reason: EndReason | null;
  /** What the function returned, as `google.script.run` would hand it over. */
  readonly value: Plain;
  readonly error: { readonly name: string; readonly message: string; readonly stack: string } | null;
  readonly calls: readonly PricedCall[];
  readonly counts: Counts;
  readonly fetches: readonly FetchRecord[];
  readonly logs: readonly LogLine[];
  readonly started: number;
  readonly ended: number;
}

/** What to run, and what is to befall it. */
export interface RunOptions {
  readonly kind: ExecutionKind;
  /** Plain JSON, as the page passes it; for a custom function a date is `{ $date: ms }`. */
  readonly args?: readonly unknown[];
  /** The form that the page passes instead of arguments. */
  readonly form?: PageForm;
  readonly user?: string;
  readonly authMode?: AuthMode;
  /** Killed instead of performing its n-th platform call (from 1). */
  readonly killAtCall?: number;
  /** When that call is a `fetchAll`, so many of its requests still go out. */
  readonly fetchesBeforeKill?: number;
  /** Which buffered writes, by their order, survive a kill; none unless told. */
  readonly keepOnKill?: 'nothing' | 'everything' | ((index: number) => boolean);
  /** Asked before each platform call is performed: the place for the user's hands or a whole other execution. */
  readonly beforeCall?: (call: ServiceCall, n: number) => void;
}

/** The limit of one execution in emulated ms: six minutes, 30 s for simple triggers and custom functions. */
export function limitOf(kind: ExecutionKind): { readonly ms: number; readonly reason: EndReason } {
  return kind === 'open' || kind === 'custom-function'
    ? { ms: 30_000, reason: 'thirty-seconds' }
    : { ms: 360_000, reason: 'six-minutes' };
}

/** Whether the execution was started from an open document, so that dialogs and a selection exist. */
export function isInteractive(kind: ExecutionKind): boolean {
  return kind === 'menu' || kind === 'sidebar' || kind === 'open';
}
