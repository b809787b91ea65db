import { describe, expect, test } from 'vitest';
import { requestOf } from '../../../src/core/request/request.ts';
import { readSheetSettings } from '../../../src/core/settings/sheet-settings.ts';
import { countsAsEmpty } from '../../../src/core/sheet/empty-words.ts';
import { readTable } from '../../../src/core/sheet/table.ts';

const WORDS = readSheetSettings({ emptyWords: ['n/a', 'Null', '-'] });

function asked(script: string, cells: Readonly<Record<string, string>>, settings = WORDS) {
  const all = { ...cells, script };
  const table = readTable([Object.keys(all), Object.values(all)], 1, [], new Set(), settings);
  const [row] = table.rows;
  if (row === undefined) throw new Error('no row');
  const result = requestOf(table, row, { avatar_id: 'Anna', background: 'navy' });
  return result.ok ? result.value.request : result.failure.map(({ code }) => code);
}

describe('a word that counts as empty', () => {
  test('is compared as a whole, whatever its case and spaces', () => {
    const counts = (cell: string) => countsAsEmpty(cell, WORDS.emptyWords);
    expect(['N/A', ' null ', 'NULL', '-', '', ' '].map(counts)).toEqual(Array(6).fill(true));
    expect(['Nullmann', 'n/a today', '--', '0'].map(counts)).toEqual(Array(4).fill(false));
    expect(countsAsEmpty('null', [])).toBe(false);
  });

  test('gives way to the fallback, and blocks the row where there is none', () => {
    expect(asked('Hi <<n|there>>!', { n: 'NULL' })).toMatchObject({ script: 'Hi there!' });
    expect(asked('Hi <<n>>!', { n: 'NULL' })).toEqual(['field_empty']);
    expect(asked('Hi<<if n is empty>> you<<end>>!', { n: '-' })).toMatchObject({ script: 'Hi you!' });
    expect(asked('Hi <<n>>!', { n: 'Ana', 'n (say)': 'n/a' })).toMatchObject({ script: 'Hi Ana!' });
  });

  test('leaves the sheet’s default in a column of ours', () => {
    expect(asked('Hi!', { background: '-' })).toMatchObject({
      background: { type: 'color', value: '#000080' },
    });
  });

  test('is spoken in a sheet that does not list it', () => {
    const settings = readSheetSettings(null);
    expect(asked('Hi <<n|there>>!', { n: 'Null' }, settings)).toMatchObject({ script: 'Hi Null!' });
  });
});
