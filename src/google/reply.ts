import { createSidebarCalls } from '../app/sidebar/calls.ts';
import type { Reply, SidebarCalls } from '../app/sidebar/contract.ts';
import { createPlatform } from './platform.ts';

/**
 * Answers one call of the page as JSON text. A refusal is a sentence for the user; anything else that is
 * thrown is a bug, and goes on to the page's failure handler and Google's log.
 */
export function reply<Value>(answer: (calls: SidebarCalls) => Value): string {
  return JSON.stringify(replyTo(answer));
}

function replyTo<Value>(answer: (calls: SidebarCalls) => Value): Reply<Value> {
  try {
    return { ok: true, value: answer(createSidebarCalls(createPlatform())) };
  } catch (error) {
    if (isForUser(error)) return { ok: false, message: error.message };
    throw error;
  }
}

function isForUser(error: unknown): error is { readonly message: string } {
  return typeof error === 'object' && error !== null && 'isForUser' in error && error.isForUser === true;
}
