import { readFileSync } from 'node:fs';

/** The README's text. */
export const README = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');

/** A table as Markdown. */
export function markdownTable(headers: readonly string[], rows: readonly (readonly string[])[]): string {
  return [headers, headers.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

/** A cell's text: what would be read as a tag or as the end of the cell is written as code. */
export function markdownCell(text: string): string {
  return text.replace(/<<[^>]*>>|<break [^>]*>|asset:<id>|[a-z]+_[a-z_]+/gu, '`$&`').replaceAll('|', '\\|');
}

/** The README's text between `<!-- name -->` and `<!-- /name -->`. */
export function sectionOf(name: string): string {
  const found = new RegExp(`<!-- ${name} -->\n([^]*?)\n?<!-- /${name} -->`, 'u').exec(README);
  if (found === null) throw new Error(`README.md has no part marked with <!-- ${name} -->.`);
  return found[1] ?? '';
}

/** The rows of the table whose header row begins with `header`, cell by cell, as they are shown. */
export function tableUnder(header: string): readonly (readonly string[])[] {
  const lines = README.split('\n');
  const from = lines.findIndex((line) => line.startsWith(`| ${header} |`));
  if (from === -1) throw new Error(`README.md has no table under "${header}".`);
  const rows = lines.slice(from + 2);
  const end = rows.findIndex((line) => !line.startsWith('|'));
  return rows.slice(0, end).map((line) =>
    line
      .slice(2, -2)
      .split(/ (?<!\\)\| /u)
      .map((cell) => cell.replaceAll('\\|', '|')),
  );
}
