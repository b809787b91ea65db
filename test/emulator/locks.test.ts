import { describe, expect, test } from 'vitest';
import { refusalOf, returnedBy, runMain, worldOf } from './world.ts';

const FETCH = 'UrlFetchApp.fetch("https://api.heygen.com/v3/x")';

describe('locks', () => {
  test('a nested lock is not granted, and the wait for it takes its whole time', () => {
    const code = `function main() {
      const [outer, inner] = [LockService.getDocumentLock(), LockService.getDocumentLock()];
      const start = Date.now();
      return [outer.tryLock(1000), inner.tryLock(5000), outer.hasLock(), Date.now() - start >= 5000];
    }`;
    expect(returnedBy(code)).toEqual([true, false, true, true]);
  });

  test('waitLock throws when its time is out', () => {
    const code = `function main() { LockService.getScriptLock().waitLock(100); LockService.getScriptLock().waitLock(100); }`;
    expect(refusalOf(code)).toMatch(/^Lock timeout/);
  });

  test('the document lock, the script lock and each user’s lock are different ones', () => {
    const code = `function main() {
      return [LockService.getDocumentLock(), LockService.getScriptLock(), LockService.getUserLock()].map((lock) => lock.tryLock(0));
    }`;
    expect(returnedBy(code)).toEqual([true, true, true]);
  });

  test('a lock that someone else holds is waited for', () => {
    const world = worldOf('function main() { return LockService.getDocumentLock().tryLock(5000); }');
    world.holdLock('document', 3_000);
    const patient = world.run('main', { kind: 'menu' });
    expect(patient.value).toBe(true);
    expect(patient.ended - patient.started).toBeGreaterThanOrEqual(3_000);
    world.holdLock('document', 6_000);
    expect(world.run('main', { kind: 'menu' }).value).toBe(false);
  });

  describe.each([
    ['fetch.fetch', FETCH],
    ['ui.alert', 'SpreadsheetApp.getUi().alert("x")'],
  ])('%s under a lock', (name, call) => {
    const code = `function main() {
      LockService.getDocumentLock().waitLock(10);
      try { ${call}; } catch (error) {}
      return 'fine';
    }`;
    const answer = () => ({ button: 'OK' as const });

    test('is allowed, as on the platform', () => {
      expect(returnedBy(code, { answer })).toBe('fine');
    });

    test('ends the execution where the caller forbids it, and no catch hides that', () => {
      const execution = runMain(code, { answer, neverUnderALock: [name] });
      expect(execution).toMatchObject({ outcome: 'threw', value: null, error: { name: 'RuleBroken' } });
      expect(execution.error?.message).toContain('while it held the lock "document"');
    });
  });

  test('after the release it may fetch', () => {
    const code = `function main() {
      const lock = LockService.getDocumentLock(); lock.waitLock(10); lock.releaseLock();
      return ${FETCH}.getResponseCode();
    }`;
    expect(returnedBy(code, { neverUnderALock: ['fetch.fetch'] })).toBe(200);
  });
});
