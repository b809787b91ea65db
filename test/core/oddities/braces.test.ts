import { expect, test } from 'vitest';
import { asked } from '../request/one-row.ts';

test('words in braces are told, because they would be spoken', () => {
  const { warnings } = asked({ avatar_id: 'Anna', script: 'Hello {{first_name}}, I am {Anna}.' });
  expect(warnings.map(({ code }) => code)).toEqual(['script_braces']);
  expect(warnings[0]?.message).toMatch(
    /would say \{\{first_name\}\} word for word.* Write <<first_name>> instead\.$/u,
  );
});
