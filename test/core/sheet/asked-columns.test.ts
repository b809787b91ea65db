import { expect, it } from 'vitest';
import { INPUT_COLUMNS } from '../../../src/core/columns/columns.ts';
import { USUAL_SETTINGS } from '../../../src/core/settings/sheet-settings.ts';
import { askedColumns, withUse } from '../../../src/core/sheet/asked-columns.ts';

function asked(header: string, values: readonly string[], note = ''): readonly string[] {
  const grid = [['script', header], ...values.map((value) => ['Hi', value])];
  return askedColumns(grid, ['', note], USUAL_SETTINGS).map(({ question }) => question);
}

it('a column that other tools have too is asked about', () => {
  expect(asked('Image', ['https://shop.example.com/shoe.jpg'])).toEqual([
    'Use “Image” as the picture that speaks?',
  ]);
  expect(asked('Title', ['', 'VP Sales'])).toEqual(['Use “Title” as the name of the video in HeyGen?']);
  expect(asked('LOCALE', ['tr'])).toHaveLength(1);
  expect(asked('Volume', ['1,200 units', '40 units', '1'])).toEqual([
    'Use “Volume” as Reelmerge’s column volume?',
  ]);
});

it('a column that is meant is not asked about', () => {
  expect(asked('image', ['https://shop.example.com/shoe.jpg'])).toEqual([]);
  expect(asked('Image', ['', ' '])).toEqual([]);
  expect(asked('Image', ['asset:abc'])).toEqual([]);
  expect(asked('Title', ['VP Sales', 'For <<company>>'])).toEqual([]);
  expect(asked('Volume', ['0.5', '1', 'loud'])).toEqual([]);
  expect(asked('Avatar ID', ['b7c1d9', 'x y'])).toEqual([]);
  expect(asked('Script', ['Hello'])).toEqual([]);
  for (const { name, note } of INPUT_COLUMNS) expect(asked(name.toUpperCase(), ['?!'], note)).toEqual([]);
});

it('is asked once', () => {
  const grid = [['Image'], ['https://shop.example.com/shoe.jpg']];
  for (const use of ['use', 'ignore'] as const) {
    expect(askedColumns(grid, [], withUse(USUAL_SETTINGS, 'image', use))).toEqual([]);
  }
});
