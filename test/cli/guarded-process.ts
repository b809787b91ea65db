import { guardRun } from '../../src/cli/run-guard.ts';

/* A process that wants a state: says "ready", waits for a line, says whether it has it, and holds it until its input ends. */

const [, , state = ''] = process.argv;

process.stdout.write('ready\n');
process.stdin.once('data', () => {
  const guard = guardRun(state);
  process.stdout.write(`${guard.ok ? 'held' : guard.failure}\n`);
  process.stdin.once('end', () => {
    if (guard.ok) guard.value.release();
  });
  process.stdin.resume();
});
