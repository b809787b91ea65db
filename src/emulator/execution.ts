import type { AuthMode } from './authority.ts';
import type { PageForm } from './page-form.ts';
import type { ExecutionId, Plain, ServiceCall } from './service.ts';

/** What started an execution: it decides the time limit and whether there is a user interface. */
export type ExecutionKind = 'menu' | 'trigger' | 'sidebar' | 'open' | 'edit' | 'custom-function';

/** Who runs what: all that a service knows about an execution. */
export interface ExecutionContext {
  readonly id: ExecutionId;
  readonly functionName: string;
  readonly kind: ExecutionKind;
  /** The key of the document that it runs in. */
  readonly document: string;
  /** E-mail address of the user whom it runs as. */
  readonly user: string;
  readonly authMode: AuthMode;
  /** Emulated time of the start. */
  readonly started: number;
}

/** A call in an execution's record, with its price. */
export interface PricedCall extends ServiceCall {
  /** Emulated ms. */
  readonly cost: number;
  /** Emulated time at which it was made. */
  readonly at: number;
  /** The service's refusal; null when it answered. */
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

/** The record of one execution. */
export interface Execution {
  readonly id: ExecutionId;
  readonly functionName: string;
  readonly kind: ExecutionKind;
  readonly user: string;
  readonly outcome: 'returned' | 'threw' | 'killed';
  /** Why it was killed; null when it was not. */
  readonly reason: EndReason | null;
  /** The function's result as `google.script.run` delivers it. */
  readonly value: Plain;
  readonly error: { readonly name: string; readonly message: string; readonly stack: string } | null;
  readonly calls: readonly PricedCall[];
  readonly counts: Counts;
  readonly fetches: readonly FetchRecord[];
  readonly logs: readonly LogLine[];
  readonly started: number;
  readonly ended: number;
}

/** How to run a function, and what happens to it on the way. */
export interface RunOptions {
  readonly kind: ExecutionKind;
  /** Plain JSON, as the page passes it. A custom function gets a date for `{ $date: ms }`. */
  readonly args?: readonly unknown[];
  /** A form that the page passes instead of arguments. */
  readonly form?: PageForm;
  readonly user?: string;
  readonly authMode?: AuthMode;
  /** Kills it at its n-th platform call (from 1), which is not performed. */
  readonly killAtCall?: number;
  /** When that call is a `fetchAll`, so many of its requests go out first. */
  readonly fetchesBeforeKill?: number;
  /** Which buffered writes, by their order, survive the kill; none by default. */
  readonly keepOnKill?: 'nothing' | 'everything' | ((index: number) => boolean);
  /** Called before each platform call: here the user, or another execution, may act. */
  readonly beforeCall?: (call: ServiceCall, n: number) => void;
}

/** The limit of one execution in emulated ms: six minutes, 30 s for simple triggers and custom functions. */
export function limitOf(kind: ExecutionKind): { readonly ms: number; readonly reason: EndReason } {
  return isSimpleTrigger(kind) || kind === 'custom-function'
    ? { ms: 30_000, reason: 'thirty-seconds' }
    : { ms: 360_000, reason: 'six-minutes' };
}

/** Whether a user has the document open before them: only then are there dialogs and a selection. */
export function isInteractive(kind: ExecutionKind): boolean {
  return kind === 'menu' || kind === 'sidebar' || isSimpleTrigger(kind);
}

/** Runs by itself, without anybody's permission: `onOpen` and `onEdit`. */
export function isSimpleTrigger(kind: ExecutionKind): boolean {
  return kind === 'open' || kind === 'edit';
}
