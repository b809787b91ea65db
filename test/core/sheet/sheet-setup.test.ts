import { expect, test } from 'vitest';
import { INPUT_COLUMNS } from '../../../src/core/columns/columns.ts';
import { OUTPUT_COLUMNS } from '../../../src/core/output-columns.ts';
import { requestOf } from '../../../src/core/request/request.ts';
import { spokenTexts } from '../../../src/core/request/spoken-texts.ts';
import { EXAMPLE_ROWS, missingHeaders, SETUP_HEADERS } from '../../../src/core/sheet/sheet-setup.ts';
import { readTable } from '../../../src/core/sheet/table.ts';

const names = SETUP_HEADERS.map(({ name }) => name);

test('a sheet that was set up lacks nothing and has nothing to complain about', () => {
  const table = readTable([names, ...EXAMPLE_ROWS]);
  expect(table.issues).toEqual([]);
  expect(table.notices).toEqual([]);
  expect(table.missingOutputs).toEqual([]);
  expect(missingHeaders(table)).toEqual([]);
});

test('its three example rows wait only for an avatar, and render once one is picked', () => {
  const table = readTable([names, ...EXAMPLE_ROWS]);
  expect(table.rows).toHaveLength(3);
  for (const row of table.rows) {
    const without = requestOf(table, row, {});
    expect(without.ok ? [] : without.failure.map(({ message }) => message)).toEqual([
      'No avatar is chosen. Pick one in the sidebar, or write its id in the column "avatar_id".',
    ]);
    expect(requestOf(table, row, { avatar_id: 'Anna' }).ok).toBe(true);
  }
});

test('one example row shows the fallback at work', () => {
  const table = readTable([names, ...EXAMPLE_ROWS]);
  const scripts = table.rows.map((row) => requestOf(table, row, { avatar_id: 'Anna' }));
  expect(
    scripts.some((read) => read.ok && spokenTexts(read.value.request)[0]?.startsWith('Hello there,')),
  ).toBe(true);
});

test('a used sheet gets only what it lacks, whatever its headers look like', () => {
  const table = readTable([['Name', 'SCRIPT', 'Avatar ID', 'Video URL', 'job']]);
  expect(missingHeaders(table).map(({ name }) => name)).toEqual(
    [...INPUT_COLUMNS.filter((column) => 'basic' in column), ...OUTPUT_COLUMNS]
      .map(({ name }) => name as string)
      .filter((name) => !['script', 'avatar_id', 'video_url', 'job'].includes(name)),
  );
});
