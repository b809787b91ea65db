import { describe, expect, test } from 'vitest';
import { createVirtualClock } from '../../src/emulator/clock.ts';
import { createEmulator } from '../../src/emulator/emulator.ts';
import { createDirectTransport } from '../../src/emulator/transport/direct.ts';
import { MANIFEST, START, worldOf } from './world.ts';

const SPENDER = `
  function spend(calls) {
    const store = PropertiesService.getUserProperties();
    for (let n = 0; n < calls; n += 2) { store.setProperty('n', String(n)); store.getProperty('n'); }
  }
  function touch() { PropertiesService.getDocumentProperties().getProperties(); }`;

describe('the day’s calls of properties', () => {
  test('count reads and writes of every store, for each user', () => {
    const world = worldOf(SPENDER);
    world.run('spend', { kind: 'menu', args: [10] });
    world.run('touch', { kind: 'sidebar' });
    world.run('spend', { kind: 'menu', args: [4], user: 'bert@example.com' });
    expect([world.used('properties'), world.used('properties', 'bert@example.com')]).toEqual([11, 4]);
  });

  test.each([
    ['consumer', 50_000],
    ['workspace', 500_000],
  ] as const)('of a %s account are %i; the next is refused, until the next day', (account, most) => {
    const world = worldOf(SPENDER, { account });
    const spend = () => world.run('touch', { kind: 'menu' }).error?.message ?? 'fine';
    const saved = Object(world.snapshot());
    const use = (calls: number) =>
      world.restore({
        ...saved,
        quotas: {
          day: Math.floor((START - 8 * 3_600_000) / 86_400_000),
          use: { 'properties anna@example.com': calls },
        },
      });
    use(most - 1);
    expect([spend(), spend()]).toEqual(['fine', 'Service invoked too many times for one day: properties.']);
    expect(world.used('properties')).toBe(most);
    world.clock.advance(86_400_000);
    expect(spend()).toBe('fine');
  });
});

describe('MailApp', () => {
  const MAILING = {
    ...MANIFEST,
    oauthScopes: [...MANIFEST.oauthScopes, 'https://www.googleapis.com/auth/script.send_mail'],
  };
  const CODE = `
    function send(to) { MailApp.sendEmail({ to, subject: 'Done', body: 'All of it.' }); return MailApp.getRemainingDailyQuota(); }
    function many(count) { for (let n = 0; n < count; n += 50) MailApp.sendEmail(Array(50).fill('a@b.example').join(), 'Done', 'All of it.'); }
    function onEdit() { send('a@b.example'); }`;
  const mailing = (options = {}) => worldOf(CODE, { manifest: MAILING, ...options });
  const refusal = (world: ReturnType<typeof mailing>, ...args: readonly string[]) =>
    world.run('send', { kind: 'menu', args }).error?.message ?? 'fine';

  test('sends in the name of the user as whom the script runs, durably, in a second', () => {
    const world = mailing();
    const before = world.clock.now();
    const run = world.run('send', { kind: 'trigger', args: ['a@b.example'], user: 'bert@example.com' });
    expect(run.value).toBe(99);
    const mail = { from: 'bert@example.com', to: 'a@b.example', subject: 'Done', body: 'All of it.' };
    expect(world.mails()).toEqual([{ ...mail, htmlBody: '', name: '', at: before }]);
    const other = mailing();
    other.restore(world.snapshot());
    expect(other.mails()).toEqual(world.mails());
  });

  test.each([
    ['consumer', 100],
    ['workspace', 1_500],
  ] as const)('a %s account may write to %i recipients a day', (account, most) => {
    const world = mailing({ account });
    world.run('many', { kind: 'menu', args: [most] });
    expect(refusal(world, 'a@b.example')).toBe('Service invoked too many times for one day: email.');
    expect(world.mails()).toHaveLength(most / 50);
    expect(world.used('mail', 'bert@example.com')).toBe(0);
    world.clock.advance(86_400_000);
    expect(refusal(world, 'a@b.example, c@d.example')).toBe('fine');
    expect(world.used('mail')).toBe(2);
  });

  test.each([
    [
      'en',
      'Required permissions: (https://www.googleapis.com/auth/script.send_mail)',
      'Invalid email: nobody',
    ],
    ['ja', 'https://www.googleapis.com/auth/script.send_mail', 'メールが無効です: nobody'],
  ] as const)(
    'refuses in the user’s language (%s): without the scope, and a wrong address',
    (language, scope, wrong) => {
      expect(refusal(worldOf(CODE, { language }), 'a@b.example')).toContain(scope);
      const denied = mailing({ language, grantedScopes: MANIFEST.oauthScopes });
      expect(refusal(denied, 'a@b.example')).toContain(scope);
      expect(denied.run('many', { kind: 'menu', args: [50] }).outcome).toBe('threw');
      expect(refusal(mailing({ language }), 'nobody')).toBe(wrong);
      expect(denied.mails()).toEqual([]);
    },
  );

  test('a simple trigger may not mail', () => {
    const world = mailing();
    expect(world.run('onEdit', { kind: 'open' }).error?.message).toContain('script.send_mail');
  });
});

describe('start-up', () => {
  test('takes a second of every execution, before its first line', () => {
    const world = createEmulator({
      bundle: { code: 'function main() { return Date.now(); }', manifest: MANIFEST, pages: {} },
      clock: createVirtualClock({ start: START }),
      transport: createDirectTransport(() => 'cut'),
    });
    const runs = [world.run('main', { kind: 'menu' }), world.run('main', { kind: 'sidebar' })];
    expect(runs.map(({ value }) => Number(value) - START)).toEqual([1_000, 2_000]);
    expect(runs.map(({ started, ended }) => ended - started)).toEqual([1_000, 1_000]);
  });
});
