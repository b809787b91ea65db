import type { Execution } from '../../src/emulator/execution.ts';
import type { Dialog } from '../../src/emulator/services/ui-service.ts';
import { people, World } from '../bundle/world.ts';

/** Platform calls of what a user does, where the add-on was used before. */
export interface ClickCalls {
  /** From Yes to the toast, three rows. */
  readonly render: number;
  readonly renderFlushes: number;
  /** The same where the ledger and the columns are still to be made. */
  readonly firstRender: number;
  readonly firstOpening: number;
  readonly opening: number;
  /** The page's look at the active row: nothing has changed, another row, the next row. */
  readonly row: { readonly same: number; readonly other: number; readonly next: number };
  readonly rowCells: number;
  /** Nothing has changed and nothing is due: videos under way, everything finished. */
  readonly sync: { readonly underWay: number; readonly finished: number };
}

export function clickCalls(): ClickCalls {
  const world = new World();
  world.prepare(people(1_000));
  const firstOpening = page(world, 'sidebarStart').calls.length;
  const opening = page(world, 'sidebarStart').calls.length;

  world.hands.select(world.sheet, ['A2:C4']);
  const firstRender = afterYes(world).length;
  world.hands.select(world.sheet, ['A5:C7']);
  const render = afterYes(world);

  const seen = answered(page(world, 'sidebarSync', false));
  const underWay = page(world, 'sidebarSync', false, seen).calls.length;
  world.follow();
  const finished = page(world, 'sidebarSync', false, answered(page(world, 'sidebarSync', false))).calls
    .length;

  world.hands.select(world.sheet, ['A500:C500']);
  const sheet = answered(page(world, 'sidebarRow', 0));
  const same = page(world, 'sidebarRow', 0, sheet).calls.length;
  world.hands.select(world.sheet, ['A900:C900']);
  const other = page(world, 'sidebarRow', 0, sheet);
  const next = page(world, 'sidebarRow', 1, answered(other)).calls.length;
  return {
    render: render.length,
    renderFlushes: render.filter(({ method }) => method === 'flush').length,
    firstRender,
    firstOpening,
    opening,
    row: { same, other: other.calls.length, next },
    rowCells: Math.max(0, ...other.calls.map(cellsRead)),
    sync: { underWay, finished },
  };
}

function page(world: World, functionName: string, ...args: readonly unknown[]): Execution {
  const { execution } = world.emulator.serve({ functionName, args });
  if (execution?.outcome !== 'returned') throw new Error(`${functionName} ended otherwise.`);
  return execution;
}

function answered({ value }: Execution): unknown {
  const reply: { readonly value: unknown } = JSON.parse(String(value));
  return reply.value;
}

/** The calls from the answer to the question until the toast. */
function afterYes(world: World): Execution['calls'] {
  const asked: Dialog[] = [];
  const usual = world.answer;
  world.answer = (dialog) => {
    asked.push(dialog);
    return usual(dialog);
  };
  const { calls } = world.menu('renderSelectedRows');
  world.answer = usual;
  if (asked.length !== 1) throw new Error(`${asked.length} questions were asked.`);
  const yes = calls.findIndex(({ service }) => service === 'ui');
  const toast = calls.findIndex(({ method }) => method === 'toast');
  return calls.slice(yes + 1, toast + 1);
}

function cellsRead({ method, args }: Execution['calls'][number]): number {
  const [area] = args;
  if (method !== 'getDisplayValues') return 0;
  const { rows, columns } = Object(area);
  return Number(rows) * Number(columns);
}
