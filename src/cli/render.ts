import { failure, type Result, success } from '../core/result.ts';
import { diskTrouble } from '../local/disk-trouble.ts';
import { openAgainOrder } from './again-order.ts';
import { type RenderOrder, readArguments } from './arguments.ts';
import { checkRows, tellFault } from './check-run.ts';
import { isOfSheet, readInput } from './input.ts';
import { listRuns } from './list-runs.ts';
import { RenderRun } from './render-run.ts';
import { guardRun } from './run-guard.ts';
import { USAGE } from './usage.ts';

/** Entry of `npm run render`. Resolves to the exit code. */
async function main(): Promise<number> {
  const order = readArguments(process.argv.slice(2), process.env);
  if (!order.ok) return unusable(order.failure);
  if (order.value === 'help') {
    console.log(USAGE);
    return 0;
  }
  const home = new URL('.', import.meta.url);
  if (order.value.runs) return listRuns(order.value, home);
  const input = readInput(order.value);
  if (!input.ok) {
    const isFound = order.value.check && isOfSheet(order.value, input.failure);
    return isFound ? tellFault(order.value, input.failure) : unusable(input.failure);
  }
  const given = order.value;
  if (given.check || given.texts !== null) return checkRows(given, input.value, home);
  const guard = withState(given, () => guardRun(given.state));
  if (!guard.ok) return unusable(guard.failure);
  try {
    const again = withState(given, () => success(openAgainOrder(given)));
    if (!again.ok) return unusable(again.failure);
    return await new RenderRun(given, input.value, home, again.value).toTheEnd();
  } finally {
    guard.value.release();
  }
}

/** Works with files beside the state. */
function withState<T>({ state }: RenderOrder, work: () => Result<T, string>): Result<T, string> {
  try {
    return work();
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
