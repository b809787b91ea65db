import { describe, expect, test } from 'vitest';
import type { ServiceCall } from '../../src/emulator/service.ts';
import { runMain, worldOf } from './world.ts';

const CAREFUL = `
  function main() {
    const sheet = SpreadsheetApp.getActiveSheet();
    const store = PropertiesService.getUserProperties();
    const lock = LockService.getDocumentLock();
    try {
      lock.waitLock(1000);
      sheet.getRange(1, 1).setValue('one');
      SpreadsheetApp.flush();
      store.setProperty('step', '1');
      sheet.getRange(2, 1).setValue('two');
      store.setProperty('step', '2');
    } catch (error) {
      store.setProperty('caught', String(error));
    } finally {
      store.setProperty('finally', 'ran');
      sheet.getRange(3, 1).setValue('finally');
      lock.releaseLock();
    }
  }
  function peek() {
    return PropertiesService.getUserProperties().getProperties();
  }
`;

const CALLS = runMain(CAREFUL).counts.total;

describe('a killed execution', () => {
  test('has a call to be killed at', () => {
    expect(CALLS).toBeGreaterThan(8);
  });

  test.each(Array.from({ length: CALLS }, (_, n) => n + 1))(
    'does nothing from call %i on, whatever it catches',
    (n) => {
      const world = worldOf(CAREFUL);
      const done: ServiceCall[] = [];
      const killed = world.run('main', {
        kind: 'menu',
        killAtCall: n,
        beforeCall: (call) => done.push(call),
      });
      expect(killed).toMatchObject({ outcome: 'killed', reason: 'told', error: null, value: null });
      expect(done).toHaveLength(n - 1);
      expect(killed.counts.total).toBe(n - 1);
      const set = done.filter(({ method }) => method === 'setProperty');
      expect(world.run('peek', { kind: 'menu' }).value).toEqual(
        Object.fromEntries(set.map(({ args: [, key, value] }) => [key, value])),
      );
      expect(set.map(({ args }) => args[1])).not.toContain('caught');
    },
  );

  test('loses what it had not flushed, unless told which writes survive', () => {
    const column = (keepOnKill?: 'everything') => {
      const world = worldOf(CAREFUL);
      world.run('main', { kind: 'menu', killAtCall: CALLS, ...(keepOnKill ? { keepOnKill } : {}) });
      return world.person.displayValues('Sheet1');
    };
    expect(column()).toEqual([['one']]);
    expect(column('everything')).toEqual([['one'], ['two'], ['finally']]);
  });

  test('leaves no lock behind', () => {
    const world = worldOf(CAREFUL);
    world.run('main', { kind: 'menu', killAtCall: 4 });
    const after = world.run('main', { kind: 'menu' });
    expect(after.outcome).toBe('returned');
    expect(after.ended - after.started).toBeLessThan(5_000);
  });

  test('may be killed when some requests of a fetchAll are out and others not', () => {
    const sent: string[] = [];
    const code = `function main() {
      UrlFetchApp.fetchAll(['a', 'b', 'c'].map((name) => ({ url: 'https://api.heygen.com/v3/' + name })));
    }`;
    const handle = ({ path }: { path: string }) => {
      sent.push(path);
      return { status: 200, headers: {}, body: '' };
    };
    const { outcome, fetches } = runMain(code, { handle }, { killAtCall: 1, fetchesBeforeKill: 2 });
    expect(outcome).toBe('killed');
    expect(sent).toEqual(['/v3/a', '/v3/b']);
    expect(fetches).toHaveLength(2);
  });
});

describe('the time limit', () => {
  const LOOP = 'function main() { for (;;) Utilities.sleep(10000); } function onOpen() { main(); }';

  test('kills after six minutes of emulated time', () => {
    const { outcome, reason, started, ended } = runMain(LOOP);
    expect({ outcome, reason, minutes: Math.floor((ended - started) / 60_000) }).toEqual({
      outcome: 'killed',
      reason: 'six-minutes',
      minutes: 6,
    });
  });

  test('kills simple triggers and custom functions after thirty seconds', () => {
    expect(worldOf(LOOP).open().reason).toBe('thirty-seconds');
    expect(runMain(LOOP, {}, { kind: 'custom-function' }).reason).toBe('thirty-seconds');
  });

  test('counts what calls cost and how long a dialog stays open', () => {
    const code = `function main() { SpreadsheetApp.getUi().alert('Sure?'); PropertiesService.getUserProperties().setProperty('a', 'b'); }`;
    const answer = () => ({ button: 'OK', tookMs: 400_000 }) as const;
    expect(runMain(code, { answer }).reason).toBe('six-minutes');
  });
});
