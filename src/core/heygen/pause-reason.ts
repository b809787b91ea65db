import { isKeyRefused, type Problem } from './problem.ts';

type Answer = Pick<Problem, 'code' | 'httpStatus'>;

/** Codes that a top-up puts right. */
const NO_CREDIT: ReadonlySet<string> = new Set(['insufficient_credit', 'http_402']);

/** Whether the account has too little credit, so that its balance tells when the run can go on. */
export function isNoCredit({ code }: Pick<Problem, 'code'>): boolean {
  return NO_CREDIT.has(code);
}

/** Whether another key, or one with more permissions, puts it right. */
export function isAboutKey(answer: Answer): boolean {
  return pauseReason(answer).startsWith('the key');
}

const REASONS: ReadonlyMap<string, string> = new Map([
  ['trial_limit_exceeded', 'the trial is used up'],
  ['subscription_required', 'a subscription is needed'],
  ['plan_upgrade_required', 'not in the plan'],
  ['quota_exceeded', 'the quota is used up'],
  ['forbidden', 'the key lacks a permission'],
  ['insufficient_api_key_scope', 'the key lacks a permission'],
  ['http_403', 'the key lacks a permission'],
  ['google_permission', 'a permission of Google is missing'],
]);

/** Why a run is paused, in a few words that fit behind “Paused: ”. */
export function pauseReason(answer: Answer): string {
  if (isNoCredit(answer)) return 'no credit';
  if (isKeyRefused(answer)) return 'the key is refused';
  return REASONS.get(answer.code) ?? 'HeyGen refuses requests';
}
