import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { MENU } from '../../src/app/menu.ts';
import { INPUT_COLUMNS } from '../../src/core/columns/columns.ts';
import { TRANSITIONS } from '../../src/core/jobs/status.ts';
import { FORMATTERS } from '../../src/core/merge/formatter.ts';
import { mergeTemplate } from '../../src/core/merge/merge-template.ts';
import { parseTemplate } from '../../src/core/merge/template.ts';
import { EXTRA_OUTPUT_COLUMNS, OUTPUT_COLUMNS } from '../../src/core/output-columns.ts';
import { PUBLISHED_PRICES } from '../../src/core/request/published-prices.ts';
import { SCENE_OPTIONS } from '../../src/core/row/scene-script.ts';
import { readTable } from '../../src/core/sheet/table.ts';
import { MAX_SCRIPT_CHARACTERS } from '../../src/core/speech/script.ts';
import { LEFT_OUT } from '../core/request/left-out.ts';
import { markdownCell, markdownTable, README, sectionOf, tableUnder } from './markdown.ts';

const ROOT = new URL('../../', import.meta.url);

function json(file: string) {
  return JSON.parse(readFileSync(new URL(file, ROOT), 'utf8'));
}

test('its table of input columns is the definition of the columns', () => {
  const rows = INPUT_COLUMNS.map(({ name, merged, note }) => [
    `\`${name}\``,
    merged ? 'merged' : '',
    markdownCell(note),
  ]);
  expect(sectionOf('input columns')).toBe(markdownTable(['Column', 'Merge fields', 'What to write'], rows));
});

test('its tables of output columns are the definitions of the columns', () => {
  for (const [section, columns] of [
    ['output columns', OUTPUT_COLUMNS],
    ['extra output columns', EXTRA_OUTPUT_COLUMNS],
  ] as const) {
    const rows = columns.map(({ name, note }) => [`\`${name}\``, markdownCell(note)]);
    expect(sectionOf(section)).toBe(markdownTable(['Column', 'What it holds'], rows));
  }
});

test('its table of what is left out is the list that is checked against the published fields', () => {
  const rows = Object.entries(LEFT_OUT).map(([field, why]) => [`\`${field}\``, why]);
  expect(sectionOf('left out')).toBe(markdownTable(['Field', 'Why'], rows));
});

test('its formatters are the formatters, and its options of a scene are the options', () => {
  const words = (header: string) =>
    tableUnder(header).flatMap(([cell = '']) =>
      [...cell.matchAll(/`\[?([a-z ]+)/gu)].map(([, word]) => word),
    );
  expect(words('Formatter').sort()).toEqual([...FORMATTERS].sort());
  expect(words('Option').sort()).toEqual([...SCENE_OPTIONS].sort());
});

test.each(tableUnder('In the script'))(
  'its example %s merges to %j, or with an empty cell to %j',
  (...cells) => {
    const [script = '', filled, empty] = cells.map((cell) => cell.replace(/^`|`$/gu, ''));
    expect(['Ana', ''].map((name) => mergedWith(script, name))).toEqual([filled, empty]);
  },
);

function mergedWith(script: string, name: string): string {
  const table = readTable([
    ['first_name', 'script'],
    [name, script],
  ]);
  const [row] = table.rows;
  if (row === undefined) throw new Error('The table has no row.');
  const { text, issues } = mergeTemplate(parseTemplate(script), row, table, 'script');
  return issues.length === 0 ? text : 'The row is Blocked.';
}

test('every status is explained, and no other', () => {
  expect(tableUnder('Status').map(([word]) => word)).toEqual(
    expect.arrayContaining(['(blank)', 'Blocked', ...Object.keys(TRANSITIONS)]),
  );
  expect(tableUnder('Status')).toHaveLength(Object.keys(TRANSITIONS).length + 2);
});

test('its menu is the menu', () => {
  const labels = MENU.flatMap((item) => (item === null ? [] : [item.label]));
  expect(tableUnder('Item').map(([label]) => label)).toEqual(labels);
});

test('it gives a reason for each scope of the manifest, and for no other', () => {
  const scopes: string[] = json('appsscript.json').oauthScopes;
  expect(tableUnder('Scope').map(([scope]) => scope)).toEqual(
    scopes.map((scope) => `\`${scope.replace('https://www.googleapis.com/auth/', '')}\``),
  );
});

test('its prices are the ones that are estimated with', () => {
  expect(Object.fromEntries(tableUnder('Engine and look'))).toEqual(
    Object.fromEntries(Object.entries(PUBLISHED_PRICES.perSecond).map(([name, usd]) => [name, String(usd)])),
  );
});

test('the longest script it names is the longest that is taken', () => {
  expect(README).toContain(`| Script | ${MAX_SCRIPT_CHARACTERS.toLocaleString('en')} characters, merged |`);
});

test('every command that it names can be run', () => {
  const named = [...README.matchAll(/npm (?:run )?([a-z]+)/gu)].map(([, script]) => script);
  const known = ['ci', ...Object.keys(json('package.json').scripts)];
  expect([...new Set(named)].filter((script) => script === undefined || !known.includes(script))).toEqual([]);
});

test('every file and folder that it names is there', () => {
  const named = [...README.matchAll(/\b(?:src|test|examples)\/[\w./-]*\w|\.ci\/run/gu)].map(([path]) => path);
  const made = /\.rendered\.csv$/u;
  expect(named.filter((path) => !made.test(path) && !existsSync(new URL(path, ROOT)))).toEqual([]);
});
