import { entriesOf } from '../../core/columns/input-column.ts';
import { grouped } from '../../core/count-words.ts';
import { failure, type Result, success } from '../../core/result.ts';
import type { SettingForm } from '../../core/settings/setting-forms.ts';

/** A setting's value as the user writes it. */
export function writtenSetting(value: unknown): string {
  if (Array.isArray(value)) return value.join(', ');
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

/** No sum, number of rows or of seconds that anybody means is higher. */
const MOST = 1_000_000;

/** The value of what the user wrote. An empty number means that none is set. */
export function typedSetting({ kind, most = MOST }: SettingForm, text: string): Result<unknown> {
  if (kind === 'words') return success(entriesOf(text));
  if (kind !== 'number') return success(text);
  if (text.trim() === '') return success(null);
  const number = Number(text.trim().replace(',', '.'));
  return number >= 0 && number <= most
    ? success(number)
    : failure(`Write a number from 0 to ${grouped(most)}, such as 25, or leave the field empty.`);
}
