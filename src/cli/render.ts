import { failure } from '../core/result.ts';
import { diskTrouble } from '../local/disk-trouble.ts';
import { readArguments, USAGE } from './arguments.ts';
import { checkRows } from './check-run.ts';
import { readInput } from './input.ts';
import { RenderRun } from './render-run.ts';
import { guardRun } from './run-guard.ts';

/** Entry of `npm run render`. Resolves to the exit code. */
async function main(): Promise<number> {
  const order = readArguments(process.argv.slice(2), process.env);
  if (!order.ok) return unusable(order.failure);
  if (order.value === 'help') {
    console.log(USAGE);
    return 0;
  }
  const input = readInput(order.value);
  if (!input.ok) return unusable(input.failure);
  const home = new URL('.', import.meta.url);
  if (order.value.check || order.value.texts !== null) return checkRows(order.value, input.value, home);
  const guard = takeGuard(order.value.state);
  if (!guard.ok) return unusable(guard.failure);
  try {
    return await new RenderRun(order.value, input.value, home).toTheEnd();
  } finally {
    guard.value.release();
  }
}

function takeGuard(state: string): ReturnType<typeof guardRun> {
  try {
    return guardRun(state);
  } catch (error) {
    const reason = diskTrouble(error);
    if (reason === null) throw error;
    return failure(`${state} cannot be used: ${reason}. Make room, or give another place with --state.`);
  }
}

function unusable(sentence: string): number {
  console.error(sentence);
  return 2;
}

process.exitCode = await main();
