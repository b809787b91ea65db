import { expect, test } from 'vitest';
import { FORMATTERS } from '../../src/core/merge/formatter.ts';
import { mergeScriptTemplate } from '../../src/core/merge/merge-script-template.ts';
import { parseScriptTemplate } from '../../src/core/merge/script-template.ts';
import { SCENE_OPTIONS } from '../../src/core/row/scene-script.ts';
import { readTable } from '../../src/core/sheet/table.ts';
import { sectionOf, tableUnder, textOf } from './markdown.ts';
import { MADE_TABLES } from './tables.ts';

const PAGE = 'docs/columns-and-merging.md';

test.each(MADE_TABLES)('its table of $section is what the code says: npm run docs', (made) => {
  expect(sectionOf(made.page, made.section)).toBe(made.text);
});

test('its formatters are the formatters, and its options of a scene are the options', () => {
  const words = (header: string) =>
    tableUnder(PAGE, header).flatMap(([cell = '']) =>
      [...cell.matchAll(/`\[?([a-z ]+)/gu)].map(([, word]) => word),
    );
  expect(words('Formatter').sort()).toEqual([...FORMATTERS].sort());
  expect(words('Option').sort()).toEqual([...SCENE_OPTIONS].sort());
});

test.each(tableUnder(PAGE, 'In the script'))(
  'its example %s merges to %j, or with an empty cell to %j',
  (...cells) => {
    const [script = '', filled, empty] = cells.map(withoutTicks);
    const merged = ['Ana', ''].map((name) => mergedWith({ first_name: name, script }));
    expect(merged).toEqual([filled, empty]);
  },
);

test('the rows of the tour in the README say what the tour says', () => {
  const rows = tableUnder('README.md', 'first_name');
  expect(rows).toHaveLength(2);
  for (const [name = '', , script = ''] of rows) {
    const spoken = mergedWith({ first_name: name, script: script.replaceAll('`', '') });
    expect(textOf('README.md')).toContain(`"${spoken}"`);
  }
});

function withoutTicks(cell: string): string {
  return cell.replace(/^`|`$/gu, '');
}

function mergedWith(cells: { readonly first_name: string; readonly script: string }): string {
  const table = readTable([Object.keys(cells), Object.values(cells)]);
  const [row] = table.rows;
  if (row === undefined) throw new Error('The table has no row.');
  const { text, issues } = mergeScriptTemplate(parseScriptTemplate(cells.script), {
    row,
    table,
    into: 'script',
  });
  return issues.length === 0 ? text : 'The row is Blocked.';
}
