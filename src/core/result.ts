/**
 * An expected failure is a value, so the caller must check before it can use the result. Unless a type is named, the
 * failure is a whole sentence for the user.
 */
export type Result<Value, Failure = string> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly failure: Failure };

export function success<Value>(value: Value): { readonly ok: true; readonly value: Value } {
  return { ok: true, value };
}

export function failure<Failure>(reason: Failure): { readonly ok: false; readonly failure: Failure } {
  return { ok: false, failure: reason };
}

/** The result with its value changed by `change`. A failure stays the same. */
export function mapped<Value, Changed, Failure>(
  result: Result<Value, Failure>,
  change: (value: Value) => Changed,
): Result<Changed, Failure> {
  return result.ok ? success(change(result.value)) : result;
}
