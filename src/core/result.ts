/**
 * An expected failure is a value: the caller must look before it can use what it asked for. Where nothing else is
 * named, a failure is a whole sentence for the user.
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

/** The same failure, or what `change` makes of the value. */
export function mapped<Value, Changed, Failure>(
  result: Result<Value, Failure>,
  change: (value: Value) => Changed,
): Result<Changed, Failure> {
  return result.ok ? success(change(result.value)) : result;
}
