import { errorCode } from '../heygen/error-code.ts';
import { PROBLEM_WORDS } from '../heygen/problem-words.ts';

/** Whether a failure only says that there was no free slot: not charged, and nothing wrong with the row. */
export function isSurplus(code: string): boolean {
  return errorCode(code) === 'rate_limit_exceeded';
}

/** Whether the reason for a failure lies with the account (no credit, not allowed) and not with the row. */
export function isUnpaid(code: string): boolean {
  return PROBLEM_WORDS.get(errorCode(code))?.kind === 'stop';
}
