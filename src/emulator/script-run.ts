import type { PageForm } from './page-form.ts';
import { FORM_TOO_LARGE, formBytes, MOST_FORM_BYTES } from './page-form.ts';
import type { Plain } from './service.ts';

/** A call of the page: `google.script.run.<functionName>(...args)`. */
export interface PageRequest {
  readonly functionName: string;
  readonly args: readonly unknown[];
  /** A form instead of arguments. A form beside arguments is refused. */
  readonly form?: PageForm;
}

/** What the page's success or failure handler gets. */
export type PageReply =
  | { readonly ok: true; readonly value: Plain }
  | { readonly ok: false; readonly error: string };

/**
 * The arguments as JSON text, or the sentence with which the page's call fails. A Date, a function, a cycle
 * and any object that is not plain cannot be sent.
 */
export function sendable(
  args: readonly unknown[],
): { readonly ok: true; readonly json: string } | { readonly ok: false; readonly error: string } {
  const wrong = firstUnsendable(args, []);
  if (wrong !== null) return { ok: false, error: `Failed due to illegal value in property: ${wrong}` };
  return { ok: true, json: JSON.stringify(args) };
}

/** Why a form cannot be sent; null when it can. */
export function formRefusal({ args, form }: Pick<PageRequest, 'args' | 'form'>): string | null {
  if (form === undefined) return null;
  if (args.length > 0) return 'Failed due to illegal value in property: HTMLFormElement';
  return formBytes(form) > MOST_FORM_BYTES ? FORM_TOO_LARGE : null;
}

/** What the page gets for a result. One Date, Error or other object that is not plain makes all of it null. */
export function delivered(result: unknown): Plain {
  if (result === undefined || firstUnsendable(result, []) !== null) return null;
  const copy: Plain = JSON.parse(JSON.stringify(result));
  return copy;
}

/** Where the first value stands that is not plain JSON; null when there is none. */
function firstUnsendable(value: unknown, above: readonly unknown[]): string | null {
  if (value === null || value === undefined) return null;
  if (typeof value === 'function' || typeof value === 'symbol' || typeof value === 'bigint') return 'value';
  if (typeof value === 'number') return Number.isFinite(value) ? null : 'value';
  if (typeof value !== 'object') return null;
  if (above.includes(value)) return 'cycle';
  const tag = Object.prototype.toString.call(value);
  if (tag !== '[object Object]' && tag !== '[object Array]') return tag.slice(8, -1);
  if (tag === '[object Object]' && !isRecord(value)) return 'value';
  for (const [name, field] of Object.entries(value)) {
    const wrong = firstUnsendable(field, [...above, value]);
    if (wrong !== null) return wrong === 'value' ? name : wrong;
  }
  return null;
}

/** Whether it is a plain object of any context: one without a prototype, or with one that has none. */
function isRecord(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}
