import type { Reply } from '../app/sidebar/contract.ts';
import { failure, type Result, success } from '../core/result.ts';
import type { Emulator } from '../emulator/emulator.ts';

/** Calls a function of the add-on as its sidebar does. The failure is a sentence. */
export function served<Value>(
  emulator: Emulator,
  functionName: string,
  args: readonly unknown[],
): Result<Value> {
  const { reply } = emulator.serve({ functionName, args });
  if (!reply.ok) return failure(reply.error);
  const answer: Reply<Value> = JSON.parse(String(reply.value));
  return answer.ok ? success(answer.value) : failure(answer.message);
}
