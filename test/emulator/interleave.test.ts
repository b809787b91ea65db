import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { worldOf } from './world.ts';

const COUNTER = (locked: boolean) => `
  function add(amount) {
    const lock = LockService.getDocumentLock();
    const store = PropertiesService.getDocumentProperties();
    ${locked ? 'lock.waitLock(30000);' : ''}
    const before = Number(store.getProperty('sum') || '0');
    const drawn = Math.random() + Date.now() + Utilities.getUuid();
    store.setProperty('draw' + amount, String(drawn));
    SpreadsheetApp.getActiveSheet().appendRow(['row ' + amount]);
    store.setProperty('sum', String(before + amount));
    ${locked ? 'SpreadsheetApp.flush(); lock.releaseLock();' : ''}
    return drawn === store.getProperty('draw' + amount);
  }
  function sum() { return PropertiesService.getDocumentProperties().getProperty('sum'); }
`;

function both(locked: boolean, schedule: (step: number) => number) {
  const world = worldOf(COUNTER(locked));
  const executions = world.interleave(
    [
      { functionName: 'add', kind: 'menu', args: [1] },
      { functionName: 'add', kind: 'sidebar', args: [10] },
    ],
    schedule,
  );
  return {
    executions,
    sum: world.run('sum', { kind: 'menu' }).value,
    rows: world.person.displayValues('Sheet1'),
  };
}

const schedules = fc
  .array(fc.nat({ max: 1 }), { minLength: 1, maxLength: 40 })
  .map((choices) => (step: number) => choices[step % choices.length] ?? 0);

describe('two executions interleaved', () => {
  test('under a lock the outcome is as if one came after the other, for every schedule', () => {
    fc.assert(
      fc.property(schedules, (schedule) => {
        const { executions, sum, rows } = both(true, schedule);
        expect(executions.map(({ outcome, value }) => [outcome, value])).toEqual([
          ['returned', true],
          ['returned', true],
        ]);
        expect(sum).toBe('11');
        expect(rows.flat().sort()).toEqual(['row 1', 'row 10']);
      }),
      { numRuns: 60, seed: 20261123 },
    );
  });

  test('without a lock some schedule loses an update', () => {
    const sums = new Set<unknown>();
    for (let turn = 0; turn < 8; turn += 1) sums.add(both(false, (step) => (step < turn ? 0 : 1)).sum);
    expect(sums).toContain('11');
    expect(sums.size).toBeGreaterThan(1);
  });

  test('a replayed execution has each of its effects once', () => {
    const { executions } = both(false, (step) => step % 2);
    const [first, second] = executions;
    expect(first?.counts.methods['properties.setProperty']).toBe(2);
    expect(second?.counts.methods['properties.setProperty']).toBe(2);
    expect(second?.counts.total).toBe(first?.counts.total);
  });

  test('who waits for the lock gets it when the other lets go, or gives up when its time is out', () => {
    const code = `
      function slow() { const lock = LockService.getDocumentLock(); lock.waitLock(10); Utilities.sleep(9000); Utilities.sleep(9000); lock.releaseLock(); }
      function ask(ms) { const start = Date.now(); return [LockService.getDocumentLock().tryLock(ms), Date.now() - start]; }
    `;
    const ask = (ms: number, order: readonly [string, string]) => {
      const world = worldOf(code);
      const runs = order.map((functionName) => ({ functionName, kind: 'menu', args: [ms] }) as const);
      // The holder makes its first call, then whoever can be the asker is preferred.
      const [slow, other] = order[0] === 'slow' ? [0, 1] : [1, 0];
      const done = world.interleave(runs, (step) => (step === 0 ? slow : other));
      return done.find(({ functionName }) => functionName === 'ask')?.value;
    };
    for (const order of [
      ['slow', 'ask'],
      ['ask', 'slow'],
    ] as const) {
      expect(ask(60_000, order)).toEqual([true, expect.closeTo(18_200, -3)]);
      expect(ask(5_000, order)).toEqual([false, expect.closeTo(9_000, -3)]);
    }
  });

  test('a whole execution can be run before a call of another', () => {
    const world = worldOf(COUNTER(false));
    world.run('add', {
      kind: 'menu',
      args: [1],
      beforeCall: (call) => {
        if (call.method === 'setProperty' && call.args[1] === 'sum')
          world.run('add', { kind: 'menu', args: [10] });
      },
    });
    expect(world.run('sum', { kind: 'menu' }).value).toBe('1');
  });
});
