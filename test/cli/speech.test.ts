import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { readArguments } from '../../src/cli/arguments.ts';
import { buildCommand, Desk, render } from './command.ts';

describe('The words of the command for speech', () => {
  it('name a voice for each language, by its code', () => {
    const words = [
      '--voice',
      'German=v1',
      '--voice',
      'pt-BR = v2 ',
      '--locale',
      'en_gb',
      '--currency',
      'eur',
    ];
    expect(readArguments(['a.csv', ...words], {})).toMatchObject({
      value: { speech: { voices: { de: 'v1', 'pt-BR': 'v2' }, locale: 'en-GB', currency: 'EUR' } },
    });
  });

  it.each([
    [['--voice', 'German'], '--voice is "German", but'],
    [['--voice', 'German='], '--voice is "German=", but'],
    [['--voice', 'Gemran=v1'], '--voice is "Gemran=v1", but'],
    [['--voice', 'German=v1', '--voice', 'de=v2'], 'two voices for de'],
    [['--locale', 'nowhere'], '--locale: The locale "nowhere"'],
    [['--locale', ''], '--locale: The locale'],
    [['--currency', 'euros'], '--currency is "euros", but'],
  ])('%j is refused with the reason', (words, why) => {
    const read = readArguments(['a.csv', ...words], {});
    expect(read.ok ? '' : read.failure).toContain(why);
  });
});

describe('npm run render -- SHEET.csv --voice, --locale and --currency', () => {
  let desk: Desk;
  beforeAll(buildCommand);
  beforeEach(() => {
    desk = new Desk();
  });
  afterEach(() => desk.clear());

  it('say how rows speak that do not say it themselves', async () => {
    const sheet = desk.write(
      'sheet.csv',
      [
        'first_name,script,avatar_id,language,price',
        'Ana,<<price:money>>,Anna_Office_Front_public,,"1.250,5"',
        'Bo,Hallo Bo!,Anna_Office_Front_public,German,2',
        '',
      ].join('\n'),
    );
    const texts = desk.path('texts.csv');
    const speech = ['--voice', 'German=voice_de_jonas', '--locale', 'de-AT', '--currency', 'EUR'];
    expect(await render([sheet, ...speech, '--texts', texts])).toMatchObject({ code: 0 });
    expect(desk.read('texts.csv')).toContain('1250 Euro und 50 Cent');
    const without = await render([sheet, '--check', '--json']);
    expect(without.code).toBe(1);
    const statuses = () => desk.rows('sheet.rendered.csv').map(({ status }) => status);
    expect(await render([sheet, ...speech.slice(2), '--voice', 'de=no_such_voice'])).toMatchObject({
      code: 1,
    });
    expect(statuses()).toEqual(['Done', 'Blocked']);
    expect(await render([sheet, ...speech])).toMatchObject({ code: 0 });
    expect(statuses()).toEqual(['Done', 'Done']);
  });
});
