import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SidebarCall } from '../../src/app/sidebar/contract.ts';
import type { Call } from '../../src/sidebar/page/call.ts';
import { createCallQueues, QUEUES } from '../../src/sidebar/page/call-queues.ts';
import { cases } from '../cases.ts';

const NAMES = Object.keys(QUEUES).filter((name): name is SidebarCall => name in QUEUES);

/** A server whose calls end in the order that `nextToEnd` draws; tells what overlapped. */
function slowServer() {
  const underWay: { readonly name: SidebarCall; readonly end: () => void }[] = [];
  const seen = { most: 0, overlaps: [] as string[] };
  const call: Call = (name, ..._args) =>
    new Promise((resolve) => {
      for (const other of underWay) {
        if (QUEUES[other.name] === QUEUES[name]) seen.overlaps.push(`${other.name} and ${name}`);
      }
      underWay.push({ name, end: () => resolve({ ok: false, message: name }) });
      seen.most = Math.max(seen.most, underWay.length);
    });
  const endOne = (draw: number): boolean => {
    const [ended] = underWay.splice(draw % Math.max(1, underWay.length), 1);
    ended?.end();
    return ended !== undefined;
  };
  return { call, endOne, seen };
}

describe('the queues of calls', () => {
  it('never let two calls of a queue overlap, never need ten at once, and answer every call', async () => {
    const calls = fc.array(fc.constantFrom(...NAMES), { maxLength: 40 });
    await fc.assert(
      fc.asyncProperty(calls, fc.array(fc.nat(20), { minLength: 1 }), async (names, draws) => {
        const server = slowServer();
        const ask: Call = createCallQueues(server.call).call;
        const order: string[] = [];
        const answers = names.map((name) =>
          Reflect.apply(ask, undefined, [name]).then((): void => void order.push(name)),
        );
        for (let turn = 0; order.length < names.length; turn += 1) {
          server.endOne(draws[turn % draws.length] ?? 0);
          await new Promise((resolve) => setImmediate(resolve));
        }
        await Promise.all(answers);
        expect(server.seen.overlaps).toEqual([]);
        expect(server.seen.most).toBeLessThan(10);
        for (const queue of new Set(Object.values(QUEUES))) {
          const of = (list: readonly string[]) =>
            list.filter((name) => Object.entries(QUEUES).some(([own, its]) => own === name && its === queue));
          expect(of(order)).toEqual(of(names));
        }
      }),
      cases(60, 3),
    );
  });

  it('are busy exactly while something of theirs is under way', async () => {
    const server = slowServer();
    const queues = createCallQueues(server.call);
    const answer = queues.call('sidebarSync', false);
    expect(queues.busy('jobs')).toBe(true);
    expect(queues.busy('sheet')).toBe(false);
    await Promise.resolve();
    server.endOne(0);
    await answer;
    expect(queues.busy('jobs')).toBe(false);
  });
});
