import type { UserActivity } from './polling.ts';

/** The user counts as typing until so long after the last key. */
const TYPING_MS = 2500;

/** Watches the document for the user's activity. */
export function watchUser(page: Document): UserActivity {
  let typedAt = Number.NEGATIVE_INFINITY;
  page.addEventListener('input', () => {
    typedAt = performance.now();
  });
  return {
    visible: () => page.visibilityState === 'visible',
    typing: () => performance.now() - typedAt < TYPING_MS,
    now: () => performance.now(),
  };
}
