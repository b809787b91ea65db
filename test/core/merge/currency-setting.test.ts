import { expect, test } from 'vitest';
import { requestOf } from '../../../src/core/request/request.ts';
import { readSheetSettings } from '../../../src/core/settings/sheet-settings.ts';
import { readTable } from '../../../src/core/sheet/table.ts';

function saidWith(currency: string, price: string): unknown {
  const all = { avatar_id: 'Anna', locale: 'en-GB', script: 'For <<price:money>>', price };
  const settings = readSheetSettings({ currency });
  const table = readTable([Object.keys(all), Object.values(all)], 1, [], new Set(), settings);
  const [row] = table.rows;
  if (row === undefined) throw new Error('the table has no row');
  const asked = requestOf(table, row, {});
  return asked.ok ? asked.value.request : asked.failure.map(({ code }) => code);
}

test('a bare amount is said in the sheet’s currency, exactly as if it were written beside it', () => {
  for (const amount of ['89.00', '-5', '1,250.50']) {
    expect(saidWith(' eur ', amount)).toEqual(saidWith('', `${amount} EUR`));
  }
  expect(saidWith('EUR', '89.00')).toMatchObject({ script: 'For 89 euros' });
});

test('an amount keeps the currency that it names, and one that nobody knows is not replaced', () => {
  expect(saidWith('EUR', '£89')).toMatchObject({ script: 'For 89 pounds' });
  expect(saidWith('EUR', '89 things')).toContain('value_unreadable');
});

test('without a currency, or with one that is none, a bare amount blocks its row', () => {
  expect(saidWith('', '89.00')).toContain('value_unreadable');
  expect(saidWith('euro-ish', '89.00')).toContain('value_unreadable');
});
