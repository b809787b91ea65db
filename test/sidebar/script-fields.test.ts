import { expect, test } from 'vitest';
import { SCRIPT_GALLERY } from '../../src/core/sheet/script-gallery.ts';
import { missingFields, withColumn, withFallback } from '../../src/sidebar/script/script-fields.ts';

test('fields that are no column are found once each, without formatters, fallbacks and conditions', () => {
  const text =
    '<<First Name>> <<first_name:title|there>> <<city>> <<City|x>> <<if plan = Pro>><<time: start>><<end>>';
  expect(missingFields(text, ['first name', 'plan', 'Time: start'])).toEqual(['city']);
  expect(missingFields('<<start_date:date>>', [])).toEqual(['start_date']);
  expect(missingFields('<<A|B>> <<a|b:upper>> <<a|b|there>> <<a|c>>', ['a|b'])).toEqual(['a']);
});

test('a field gets another column and keeps its formatters and fallback', () => {
  expect(withColumn('Hi <<first_name:title|there>>, <<First Name>>!', 'first_name', 'Vorname')).toBe(
    'Hi <<Vorname:title|there>>, <<Vorname>>!',
  );
});

test('a fallback goes into each field of the column that has none, behind its formatters', () => {
  const text =
    '<<First Name>> <<first_name:title >> <<first_name|you>> <<city>> <<if first_name is empty>><<end>>';
  expect(withFallback(text, 'first_name', 'there')).toBe(
    '<<First Name|there>> <<first_name:title|there>> <<first_name|you>> <<city>> <<if first_name is empty>><<end>>',
  );
  expect(withFallback('<<time: start>>', 'time: start', 'soon')).toBe('<<time: start|soon>>');
});

test('each script of the gallery names its columns', () => {
  for (const { text } of SCRIPT_GALLERY) expect(missingFields(text, [])).not.toEqual([]);
});
