import { expect, it } from 'vitest';
import type { ServiceCall } from '../../src/emulator/service.ts';
import { LEDGER, MINUTE, people, World } from './world.ts';

/* Sheets makes writes durable at a flush, and a kill may lose any of those before it. */

const WRITES = /^sheets\.(?:set|insert|append|delete|clear)/;
const READS = /^sheets\.get(?!Active)/;

interface Played {
  readonly world: World;
  readonly calls: readonly ServiceCall[];
  /** Where each execution begins among the calls: what an earlier one has read is not known to it. */
  readonly begins: readonly number[];
}

/** Renders rows in two runs and follows them, and keeps every call. */
function played(): Played {
  const world = new World();
  const calls: ServiceCall[] = [];
  const begins: number[] = [];
  const beforeCall = (call: ServiceCall): void => {
    calls.push(call);
  };
  const next = (): { readonly beforeCall: typeof beforeCall } => {
    begins.push(calls.length);
    return { beforeCall };
  };
  world.prepare(people(3));
  world.menu('renderSelectedRows', next());
  world.hands.type(world.sheet, 2, 1, 'Ann');
  for (let runs = 0; runs < 20 && world.fire(next()) !== null; runs++);
  world.hands.select(world.sheet, ['A2:Z2']);
  world.menu('renderSelectedRowsAgain', next());
  world.wait(30 * MINUTE);
  return { world, calls, begins };
}

const { world, calls, begins } = played();
const names = calls.map(({ service, method }) => `${service}.${method}`);

it('what was written under the lock is durable before another execution gets it', () => {
  let [pending, releases] = [false, 0];
  for (const name of names) {
    if (WRITES.test(name)) pending = true;
    if (name === 'sheets.flush') pending = false;
    if (name !== 'lock.release') continue;
    releases += 1;
    expect({ releases, pending }).toEqual({ releases, pending: false });
  }
  expect(releases).toBeGreaterThan(5);
});

it('under the lock, no sheet is read as it was before: what was read since the last flush is read anew', () => {
  const takes = names.flatMap((name, at) => (name === 'lock.take' ? [at] : []));
  expect(takes.length).toBeGreaterThan(5);
  let flushed = 0;
  for (const at of takes) {
    const begin = Math.max(...begins.filter((each) => each <= at));
    const sinceFlush = names.slice(Math.max(begin, names.lastIndexOf('sheets.flush', at) + 1), at);
    if (names[at + 1] === 'sheets.flush') flushed += 1;
    else expect(sinceFlush.filter((name) => READS.test(name))).toEqual([]);
  }
  expect(flushed).toBeGreaterThan(2);
});

it('where the ledger ends is durable before the lines that it will hold', () => {
  const gid = world.hands.sheets().find(({ name }) => name === LEDGER)?.gid;
  const whole = widest(gid);
  const ofLedger = calls.map(({ service, method, args }) => {
    if (service !== 'sheets') return '';
    if (method === 'flush') return 'flush';
    const [range] = [args[0]].flat();
    const { gid: sheet, row, column, columns } = Object(range);
    if (sheet !== gid || !method.startsWith('setValue') || (row === 1 && column === 1)) return '';
    if (row === 1) return 'end';
    // Only new lines come with their requests.
    return columns === whole ? 'lines' : 'change';
  });
  const order = ofLedger.filter((each) => each !== '').join(' ');
  expect(order.match(/\blines\b/g)).toHaveLength(2);
  expect(order.match(/\bend flush lines\b/g)).toHaveLength(2);
});

/** How many columns a whole line of the ledger has. */
function widest(gid: number | undefined): number {
  return Math.max(
    ...calls.flatMap(({ method, args }) => {
      const { gid: sheet, row, columns } = Object([args[0]].flat()[0]);
      return method === 'setValues' && sheet === gid && row > 1 ? [Number(columns)] : [];
    }),
  );
}
