import { expect, test } from 'vitest';
import { CurrentRequests } from '../../../src/core/jobs/current-request.ts';
import { requestOf } from '../../../src/core/request/request.ts';
import { NO_FACTS } from '../../../src/core/row/account-facts.ts';
import type { Defaults } from '../../../src/core/row/row-cells.ts';
import { readSheetSettings } from '../../../src/core/settings/sheet-settings.ts';
import { readTable } from '../../../src/core/sheet/table.ts';

const ROW = { avatar_id: 'Anna', script: 'On <<day:date>>' };

function readWith(locale: string, cells: Readonly<Record<string, string>>, defaults: Defaults = {}) {
  const all = { ...ROW, day: '3/4/2026', ...cells };
  const settings = readSheetSettings({ locale });
  const table = readTable([Object.keys(all), Object.values(all)], 1, [], new Set(), settings);
  const [row] = table.rows;
  if (row === undefined) throw new Error('the table has no row');
  return { table, row, asked: requestOf(table, row, defaults) };
}

function scriptWith(...given: Parameters<typeof readWith>): unknown {
  const { asked } = readWith(...given);
  return asked.ok ? asked.value.request : asked.failure.map(({ code }) => code);
}

test('the sheet’s locale says how a row without its own says dates', () => {
  expect(scriptWith('en-GB', {})).toMatchObject({ script: 'On 3 April 2026' });
  expect(scriptWith('en-US', {})).toMatchObject({ script: 'On March 4, 2026' });
});

test('the row’s own locale, its language and the default of the column come before it', () => {
  expect(scriptWith('en-US', { locale: 'en-GB' })).toMatchObject({ script: 'On 3 April 2026' });
  expect(scriptWith('en-US', {}, { locale: 'en-GB' })).toMatchObject({ script: 'On 3 April 2026' });
  expect(scriptWith('en-US', { language: 'es' })).toMatchObject({ script: 'On 3 de abril de 2026' });
});

test('a more exact locale of the sheet stays for the language alone', () => {
  expect(scriptWith('en-US', { language: 'English' })).toMatchObject({ script: 'On March 4, 2026' });
});

test('a locale that is none blocks the row instead of being guessed', () => {
  expect(scriptWith('Klingon', {})).toContain('locale_malformed');
});

test('a row asks for another video when the sheet’s locale changes what it asks for', () => {
  const print = (...given: Parameters<typeof readWith>): string => {
    const { table, row } = readWith(...given);
    const current = new CurrentRequests(table, {}, NO_FACTS).of(row);
    return current.kind === 'request' ? current.print : current.kind;
  };
  expect(print('en-GB', {})).not.toBe(print('en-US', {}));
  expect(print('en-GB', { locale: 'fr-FR' })).toBe(print('en-US', { locale: 'fr-FR' }));
});
