import { expect, it } from 'vitest';
import { refused } from '../request/one-row.ts';

/** What a message proposes for an empty field of this header. '' when it proposes to leave the sentence out. */
function proposed(header: string): string {
  const cells = { [header]: '', avatar_id: 'Anna', script: `Hi <<${header}>>, welcome.` };
  const { issues, text } = refused(cells);
  expect(issues).toEqual([`field_empty ${header}`]);
  if (text.includes('<<if ')) return '';
  return /<<[^<>|]*\|([^<>]*)>>/u.exec(text)?.[1] ?? 'nothing';
}

it.each([
  ['first_name', 'there'],
  ['Full Name', 'there'],
  ['contact', 'there'],
  ['Vorname', 'zusammen'],
  ['voornaam', 'daar'],
  ['förnamn', 'där'],
  ['お名前', 'お客様'],
  ['이름', '고객님'],
  ['plan', 'your plan'],
  ['company', 'your company'],
  ['job_title', 'your job title'],
])('the fallback for %s is “%s”', (header, words) => {
  expect(proposed(header)).toBe(words);
});

it.each([
  'prénom',
  'nombre',
  'nome',
  'imię',
  'имя',
  'isim',
  'amount',
  'Preis',
  'precio',
  'date',
  'fecha',
  'Uhrzeit',
  'month',
  'age',
  'discount',
  'Rabatt',
  'descuento',
  'order number',
  'PLZ',
  'quantity',
  'salutation',
  'Anrede',
  'Stadt',
  'ciudad',
  'ville',
  'город',
  '会社',
  'remarks',
])('no word stands in for %s: the sentence is left out', (header) => {
  expect(proposed(header)).toBe('');
});
