import { writeFileSync } from 'node:fs';
import { textOf, withSection } from './markdown.ts';
import { MADE_TABLES } from './tables.ts';

/** `npm run docs`: writes the tables that are made of the code into their pages. */
for (const { page, section, text } of MADE_TABLES) {
  const before = textOf(page);
  const after = withSection(before, section, text);
  if (after !== before) writeFileSync(page, after);
}
