import type * as z from 'zod';
import { refusalOf } from './check/body-schemas.ts';
import { invalid, type Refusal } from './exchange.ts';
import { failure, type Result, success } from './result.ts';

export function readJson(body: string): Result<unknown, Refusal> {
  try {
    return success(JSON.parse(body));
  } catch {
    return failure(invalid('', 'The body is not valid JSON.'));
  }
}

/** A body as its closed schema describes it, or what is wrong with it. */
export function readBody<Schema extends z.ZodType>(
  body: string,
  schema: Schema,
): Result<z.infer<Schema>, Refusal> {
  const json = readJson(body);
  if (!json.ok) return json;
  const parsed = schema.safeParse(json.value);
  return parsed.success ? success(parsed.data) : failure(refusalOf(parsed.error));
}
