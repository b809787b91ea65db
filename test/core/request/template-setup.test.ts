import { expect, test } from 'vitest';
import { templateHeaders } from '../../../src/core/request/template-setup.ts';
import type { TemplateVariable } from '../../../src/core/row/account-facts.ts';
import { readTable } from '../../../src/core/sheet/table.ts';

const text = (name: string): TemplateVariable => ({ name, type: 'text' });

function headersFor(headers: readonly string[], ...variables: TemplateVariable[]) {
  return templateHeaders(readTable([headers]), { name: 'Welcome', variables });
}

function namesFor(headers: readonly string[], ...variables: TemplateVariable[]): readonly string[] | string {
  const result = headersFor(headers, ...variables);
  return result.ok ? result.value.map(({ name }) => name) : result.failure;
}

test('a column is added for each variable that fits none, however its name is written', () => {
  expect(namesFor(['First Name'], text('first_name'), text('City'))).toEqual(['template_id', 'City']);
});

test('two variables that make the same column make it once', () => {
  expect(namesFor(['template_id'], text('City'), text('CITY'), text('ci_ty'))).toEqual(['City']);
});

test('a variable named like an input column uses that column, and gets its note when it is missing', () => {
  expect(namesFor(['template_id', 'Title'], text('title'))).toEqual([]);
  const [header] = (() => {
    const result = headersFor(['template_id'], text('Title'));
    return result.ok ? result.value : [];
  })();
  expect(header?.name).toBe('title');
  expect(header?.note).toContain('name in HeyGen');
});

test('a name that fits several columns adds no third one', () => {
  expect(namesFor(['template_id', 'city', 'City'], text('city'))).toEqual([]);
});

test('a variable that can have no column is told, and nothing is added', () => {
  expect(namesFor([], text('city'), text('Status'))).toBe(
    'The template\'s variable "Status" has the name of a column that Reelmerge writes, so no row can fill it. Rename the variable in HeyGen, then try again.',
  );
  expect(namesFor([], text('_ _'))).toContain('has no letters in its name');
});

test('hundreds of columns are not added without a word', () => {
  const many = Array.from({ length: 300 }, (_, at) => text(`line ${at}`));
  expect(namesFor(['First Name'], ...many)).toMatch(/301 more columns, but Reelmerge adds at most 200/);
});
