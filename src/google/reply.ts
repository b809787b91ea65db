import { createSidebarCalls, type SidebarServer } from '../app/sidebar/calls.ts';
import type { Reply } from '../app/sidebar/contract.ts';
import type { Result } from '../core/result.ts';
import { LedgerRefusal } from './ledger-refusal.ts';
import { createPlatform } from './platform.ts';

/**
 * Answers one call of the page as JSON text. A failure is a sentence for the user. A ledger that cannot be kept ends
 * the call with a sentence too; anything else that is thrown is a bug, and goes on to the page's failure handler
 * and Google's log.
 */
export function reply<Value>(answer: (calls: SidebarServer) => Result<Value>): string {
  return JSON.stringify(replyTo(answer));
}

function replyTo<Value>(answer: (calls: SidebarServer) => Result<Value>): Reply<Value> {
  try {
    const answered = answer(createSidebarCalls(createPlatform()));
    return answered.ok ? answered : { ok: false, message: answered.failure };
  } catch (error) {
    if (error instanceof LedgerRefusal) return { ok: false, message: error.message };
    throw error;
  }
}
