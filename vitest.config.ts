import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

/** The add-on without a built file, an emulator or a browser: what is quick enough to run at every save. */
const UNIT = ['core', 'app', 'heygen', 'sidebar'].map((folder) => `test/${folder}/**/*.test.ts`);

/** These load modules in another way than the others: for another language, or with a file system to watch. */
const ALONE = ['test/bundle/in-*.test.ts', 'test/cli/run-guard.test.ts'];

export default defineConfig({
  test: {
    // Three on two processors, too: much of the suite waits for a browser or for a command.
    maxWorkers: Math.max(3, availableParallelism() - 1),
    // They end what hangs. A busy machine must not reach them.
    testTimeout: 240_000,
    hookTimeout: 240_000,
    // How long a browser may take on a busy machine before a thing counts as not happening.
    expect: { poll: { timeout: 30_000 } },
    // They run in the order of their names: the many small files come last, and leave no processor without work.
    projects: [
      { extends: true, test: { name: 'alone', include: ALONE, globalSetup: ['test/build.ts'] } },
      // Nothing in these tests changes anything outside its file, so they share their modules: half the time is loading.
      {
        extends: true,
        test: {
          name: 'built',
          include: ['test/**/*.test.ts'],
          exclude: [...UNIT, ...ALONE],
          isolate: false,
          globalSetup: ['test/build.ts'],
        },
      },
      { extends: true, test: { name: 'unit', include: UNIT, isolate: false, pool: 'threads' } },
    ],
  },
});
