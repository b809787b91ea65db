import { headerKey } from '../columns/columns.ts';
import { isBlank } from './display-value.ts';
import { cellOf, type Table } from './table.ts';

/** Headers of columns that name the person of a row, in a few languages of the exports that people bring. */
const WHOLE = /^(?:(?:full|contact|customer|recipient|lead|student|person)?name|recipient|contact|person)$/u;
const FIRST = /^(?:first|given|fore)name$|^(?:vorname|prenom|nombre|nome)$/u;
const LAST = /^(?:last|family|sur)name$|^(?:nachname|apellidos?|cognome)$/u;

/** Whom each row speaks to, by row number. A row that names nobody is left out. */
export function peopleOf(table: Table): ReadonlyMap<number, string> {
  const keys = table.headers.map((header) =>
    headerKey(header)
      .normalize('NFD')
      .replace(/[^\p{L}\p{N}]/gu, ''),
  );
  const [whole, first, last] = [WHOLE, FIRST, LAST].map((name) => keys.findIndex((key) => name.test(key)));
  const people = new Map<number, string>();
  for (const row of table.rows) {
    const said = (index = -1): string => {
      const text = cellOf(row, index).trim();
      return isBlank(text) ? '' : text;
    };
    const name = [said(first), said(last)].filter((part) => part !== '').join(' ') || said(whole);
    if (name !== '') people.set(row.number, name);
  }
  return people;
}
