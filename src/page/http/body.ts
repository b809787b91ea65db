import type { IncomingMessage } from 'node:http';
import type * as z from 'zod';
import { failure, type Result, success } from '../../core/result.ts';

const MB = 1024 * 1024;

/** The JSON body of a request, checked by `schema`, of at most so many MB. The failure is a sentence. */
export async function readBody<Value>(
  request: IncomingMessage,
  schema: z.ZodType<Value>,
  mostMB: number,
): Promise<Result<Value, string>> {
  if (!(request.headers['content-type'] ?? '').startsWith('application/json')) {
    return failure('The body must be JSON, and its type application/json.');
  }
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    const bytes = Buffer.from(chunk);
    size += bytes.length;
    if (size > mostMB * MB) return failure(`The body is larger than ${mostMB} MB.`);
    chunks.push(bytes);
  }
  let json: unknown;
  try {
    json = JSON.parse(Buffer.concat(chunks).toString('utf8'));
  } catch {
    return failure('The body is not JSON.');
  }
  const parsed = schema.safeParse(json);
  if (parsed.success) return success(parsed.data);
  const [issue] = parsed.error.issues;
  return failure(`${issue?.path.join('.') ?? ''}: ${issue?.message ?? 'not valid'}`);
}
