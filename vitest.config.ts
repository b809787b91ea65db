import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts', 'test/**/*.test.tsx'],
    globalSetup: ['test/build.ts'],
    testTimeout: 60_000,
    // How long a browser may take on a busy machine before a thing counts as not happening.
    expect: { poll: { timeout: 30_000 } },
  },
});
