import * as z from 'zod/mini';
import type { Clean } from './redaction.ts';

/** Why a render failed, in HeyGen's words; '' where it said nothing. */
export interface FailureDetails {
  readonly failureCode: string;
  readonly failureMessage: string;
}

interface WireFailure {
  readonly failure_code: string;
  readonly failure_message: string;
  /** Published as "an object" without a shape. */
  readonly error?: unknown;
}

const text = z.catch(z.string(), '');
const errorSchema = z.lazy(() =>
  z.object({
    code: text,
    error_code: text,
    failure_code: text,
    type: text,
    message: text,
    detail: text,
    reason: text,
    failure_message: text,
  }),
);

/**
 * HeyGen puts the details into `failure_code` and `failure_message`, or into `error`. That is a text, an object with the
 * usual names, or something else, which is quoted as it is.
 */
export function failureDetails(wire: WireFailure, clean: Clean): FailureDetails {
  const error = errorDetails(wire.error);
  return {
    failureCode: clean(wire.failure_code || error.code),
    failureMessage: clean(wire.failure_message || error.message),
  };
}

function errorDetails(error: unknown): { readonly code: string; readonly message: string } {
  if (error === undefined || error === null) return { code: '', message: '' };
  if (typeof error === 'string') return { code: '', message: error };
  const read = z.safeParse(errorSchema, error);
  const code = read.success
    ? read.data.code || read.data.error_code || read.data.failure_code || read.data.type
    : '';
  const message = read.success
    ? read.data.message || read.data.detail || read.data.reason || read.data.failure_message
    : '';
  return { code, message: message === '' && code === '' ? quoted(error) : message };
}

function quoted(error: unknown): string {
  const json = JSON.stringify(error);
  return json === '{}' || json === '[]' ? '' : json;
}
