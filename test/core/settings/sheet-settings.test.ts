import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readSheetSettings, USUAL_SETTINGS } from '../../../src/core/settings/sheet-settings.ts';

it('reads whatever was kept, and what it read once it reads again', () => {
  const kept = fc.oneof(
    fc.jsonValue(),
    fc.record(
      {
        blocksWarnings: fc.jsonValue(),
        emptyWords: fc.oneof(fc.array(fc.string()), fc.jsonValue()),
        columnUses: fc.oneof(fc.dictionary(fc.constantFrom('image', 'x'), fc.string()), fc.jsonValue()),
        columnHeaders: fc.oneof(fc.dictionary(fc.constantFrom('status', 'x'), fc.string()), fc.jsonValue()),
      },
      { requiredKeys: [] },
    ),
  );
  fc.assert(
    fc.property(kept, (value) => {
      const settings = readSheetSettings(value);
      expect(readSheetSettings(JSON.parse(JSON.stringify(settings)))).toEqual(settings);
    }),
  );
});

it('leaves out what is no setting, and keeps the rest', () => {
  const settings = readSheetSettings({
    blocksWarnings: 'yes',
    emptyWords: [' n/a ', '', 'n/a', '-'],
    columnUses: { image: 'ignore', title: 'maybe', nonsense: 'use' },
    columnHeaders: { status: 'Video status', job: ' ' },
    other: 1,
  });
  expect(settings).toEqual({
    ...USUAL_SETTINGS,
    emptyWords: ['n/a', '-'],
    columnUses: { image: 'ignore' },
    columnHeaders: { status: 'Video status' },
  });
});
