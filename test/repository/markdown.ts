import { readdirSync, readFileSync } from 'node:fs';

/*
 * The pages of the repository. Paths are relative to its root, where npm and vitest run.
 */

/** Every page that people read. */
export const PAGES: readonly string[] = [
  'README.md',
  'CONTRIBUTING.md',
  'CHANGELOG.md',
  ...readdirSync('docs', { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .sort()
    .map((name) => `docs/${name}`),
];

/** The text of a file of the repository. */
export function textOf(path: string): string {
  return readFileSync(path, 'utf8');
}

/** A table as Markdown. */
export function markdownTable(headers: readonly string[], rows: readonly (readonly string[])[]): string {
  return [headers, headers.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

/** A cell's text: what would be read as a tag or as the end of the cell is written as code. */
export function markdownCell(text: string): string {
  return text.replace(/<<[^>]*>>|<break [^>]*>|asset:<id>|[a-z]+_[a-z_]+/gu, '`$&`').replaceAll('|', '\\|');
}

/** A page's text between `<!-- name -->` and `<!-- /name -->`. */
export function sectionOf(page: string, name: string): string {
  const found = sectionPattern(name).exec(textOf(page));
  if (found === null) throw new Error(`${page} has no part marked with <!-- ${name} -->.`);
  return found[2] ?? '';
}

/** A page's text with another part between `<!-- name -->` and `<!-- /name -->`. */
export function withSection(text: string, name: string, part: string): string {
  return text.replace(sectionPattern(name), (_, start, __, end) => `${start}${part}${end}`);
}

function sectionPattern(name: string): RegExp {
  return new RegExp(`(<!-- ${name} -->\n)([^]*?)(\n?<!-- /${name} -->)`, 'u');
}

/** The rows of the page's table whose header row begins with `header`, cell by cell, as they are shown. */
export function tableUnder(page: string, header: string): readonly (readonly string[])[] {
  const lines = textOf(page).split('\n');
  const from = lines.findIndex((line) => line.startsWith(`| ${header} |`));
  if (from === -1) throw new Error(`${page} has no table under "${header}".`);
  const rows = lines.slice(from + 2);
  const end = rows.findIndex((line) => !line.startsWith('|'));
  return rows.slice(0, end).map((line) =>
    line
      .slice(1, -1)
      .split(/(?<!\\)\|/u)
      .map((cell) => cell.trim().replaceAll('\\|', '|')),
  );
}
