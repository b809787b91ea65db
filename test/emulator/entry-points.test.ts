import { describe, expect, test } from 'vitest';
import { createPageCalls } from '../../src/emulator/page-calls.ts';
import { createSeededRandom } from '../../src/emulator/seeded-random.ts';
import { worldOf } from './world.ts';

const CODE = `
  const arrow = () => 1;
  var assigned = function () { return 1; };
  function hidden_() { return 1; }
  function outer() { function inner() { return 1; } return inner(); }
  function echo(value) { return value; }
  function date() { return { list: [new Date()] }; }
  function fault() { return { deep: new Error('x') }; }
  function nothing() {}
  function cycle() { const a = {}; a.a = a; return a; }
  function wrong() { throw new TypeError('no good'); }
  function kind(value) { return [value instanceof Array, value.length]; }
`;

const reply = (functionName: string, ...args: readonly unknown[]) =>
  worldOf(CODE).serve({ functionName, args }).reply;

describe('google.script.run', () => {
  test.each(['hidden_', 'arrow', 'assigned', 'inner', 'absent', 'SpreadsheetApp', 'toString'])(
    'cannot call %s',
    (name) => {
      expect(reply(name)).toEqual({ ok: false, error: `Script function not found: ${name}` });
    },
  );

  test('plain values go there and back', () => {
    const value = { a: [1, 'x', null, true], b: {} };
    expect(reply('echo', value)).toEqual({ ok: true, value });
    expect(reply('kind', [1, 2])).toEqual({ ok: true, value: [true, 2] });
  });

  test('a Date, a function, a cycle or a Map in an argument fails before anything runs', () => {
    const cycle: Record<string, unknown> = {};
    cycle.self = cycle;
    for (const bad of [new Date(), { f: () => 1 }, cycle, [new Map()], Number.NaN]) {
      const { reply: answer, execution } = worldOf(CODE).serve({ functionName: 'echo', args: [bad] });
      expect(answer).toMatchObject({ ok: false, error: expect.stringContaining('illegal value') });
      expect(execution).toBeNull();
    }
  });

  test.each(['date', 'fault', 'cycle', 'nothing'])('what %s returns arrives as null', (name) => {
    expect(reply(name)).toEqual({ ok: true, value: null });
  });

  test('an error of the script reaches the page as its message', () => {
    expect(reply('wrong')).toEqual({ ok: false, error: 'no good' });
  });

  test('ten calls at most are under way, and they end in no kept order', () => {
    const world = worldOf(CODE);
    const calls = createPageCalls((request) => world.serve(request).reply, createSeededRandom(3));
    const ended: unknown[] = [];
    const refused: unknown[] = [];
    for (let n = 0; n < 11; n += 1) {
      calls.submit({ functionName: 'echo', args: [n] }, (answer) => {
        if (answer.ok) ended.push(answer.value);
        else refused.push(n);
      });
    }
    while (calls.settleOne());
    expect(refused).toEqual([10]);
    expect(ended).not.toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
    expect([...ended].sort()).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
  });

  test('menus and triggers call no private function either', () => {
    expect(worldOf(CODE).run('hidden_', { kind: 'menu' }).error?.message).toBe(
      'Script function not found: hidden_',
    );
  });
});
