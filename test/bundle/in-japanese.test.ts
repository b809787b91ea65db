import { vi } from 'vitest';

/** The suites that live on Google's refusals, where Google speaks Japanese: no decision may hang on English words. */
vi.stubEnv('REELMERGE_LANGUAGE', 'ja');
await import('./google-refuses.test.ts');
await import('./platform-modes.test.ts');
await import('./ledger-in-users-hands.test.ts');
