import type { UserSigns } from './polling.ts';

/** A pause in typing that is no end of it. */
const TYPING_MS = 2500;

/** Reads the signs off the document. */
export function watchUser(page: Document): UserSigns {
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
