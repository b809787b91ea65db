import fc from 'fast-check';
import { expect, it } from 'vitest';
import { INPUT_COLUMNS } from '../../../src/core/columns/columns.ts';
import { OUTPUT_COLUMNS } from '../../../src/core/output-columns.ts';
import { readSheetSettings, USUAL_SETTINGS } from '../../../src/core/settings/sheet-settings.ts';
import { freeHeader, ownColumns } from '../../../src/core/sheet/own-columns.ts';
import { headerCells, missingHeaders } from '../../../src/core/sheet/sheet-setup.ts';
import { readTable, type Table } from '../../../src/core/sheet/table.ts';

const NONE: ReadonlySet<string> = new Set();

function table(grid: readonly (readonly string[])[], settings: unknown): Table {
  return readTable(grid, 1, [], NONE, readSheetSettings(settings));
}

it('an ignored column steers nothing, and can be merged', () => {
  const sheet = table(
    [
      ['script', 'Title'],
      ['Hi', 'VP Sales'],
    ],
    { columnUses: { title: 'ignore' } },
  );
  expect(sheet.columnOf('title')).toBe(-1);
  expect(sheet.fieldOf('title')).toEqual({ kind: 'column', index: 1 });
  expect(sheet.own.nameOf('TITLE')).toBeNull();
});

it('a column under another header is ours, and the one that is called like ours is the user’s', () => {
  const settings = { columnHeaders: { status: 'Video status' } };
  const sheet = table(
    [
      ['script', 'Status', 'video_status'],
      ['Hi', 'Lead', 'Done'],
    ],
    settings,
  );
  expect(sheet.columnOf('status')).toBe(2);
  expect(sheet.fieldOf('Status')).toEqual({ kind: 'column', index: 1 });
  expect(sheet.fieldOf('Video Status')).toEqual({ kind: 'output' });
  expect(sheet.missingOutputs).not.toContain('status');
  const [only] = table(
    [
      ['script', 'Status', 'Video status'],
      ['', 'Lead', ''],
    ],
    settings,
  ).rows;
  expect(only?.blank).toBe(false);
});

it('what is added has the header under which it is found again', () => {
  const settings = { columnHeaders: { status: 'Video status' }, columnUses: { title: 'ignore' } };
  const before = table([['script', 'Status', 'Title']], settings);
  const added = missingHeaders(before).map(({ name }) => name);
  expect(added).toContain('Video status');
  expect(added).not.toContain('title');
  const after = table([[...before.headers, ...added]], settings);
  expect(after.missingOutputs).toEqual([]);
  expect(missingHeaders(after)).toEqual([]);
});

it('two of our columns of one header are told by that header', () => {
  const { issues } = table([['script', 'Status', 'Video status', 'video_status']], {
    columnHeaders: { status: 'Video status' },
  });
  expect(issues.map(({ message }) => message)).toEqual([
    'The columns C and D are both named "Video status". Rename or delete all but one of them.',
  ]);
});

it('whatever is set, no header stands for two columns, and each column has a header that stands for it', () => {
  const names = [...INPUT_COLUMNS, ...OUTPUT_COLUMNS].map(({ name }) => name);
  const headers = fc.constantFrom(
    'status',
    'Job',
    'Video status',
    'video_status',
    'gif_url',
    'Bild',
    ' ',
    '_',
  );
  const settings = fc.record({
    columnHeaders: fc.dictionary(fc.constantFrom(...names), headers),
    columnUses: fc.dictionary(fc.constantFrom(...names), fc.constantFrom('use', 'ignore')),
  });
  fc.assert(
    fc.property(settings, (kept) => {
      const own = ownColumns(readSheetSettings(kept));
      for (const name of names) {
        if (!own.isIgnored(name)) expect(own.nameOf(own.headerOf(name))).toBe(name);
      }
      expect(own.nameOf('gif_url')).toBeNull();
    }),
  );
});

it('another name for a column is one that nothing has', () => {
  expect(freeHeader('status', ['Status'])).toBe('Video status');
  expect(freeHeader('status', ['Status', 'VIDEO_STATUS', 'Video status 2'])).toBe('Video status 3');
  expect(freeHeader('video_url', ['video_url'])).toBe('Reelmerge video url');
  const cells = headerCells(table([['Status']], {}), OUTPUT_COLUMNS);
  expect(cells.map(({ name }) => name)).toEqual(OUTPUT_COLUMNS.map(({ name }) => name));
  expect(ownColumns(USUAL_SETTINGS).headerOf('status')).toBe('status');
});
