import type { RowView } from '../../app/sidebar/contract.ts';
import { duration } from '../../core/amount-words.ts';

/** How long the row's video will be, if that is known. '' when there will be no video. */
export function lengthWords(row: Pick<RowView, 'mode' | 'seconds' | 'audio' | 'issues' | 'hearing'>): string {
  if (row.seconds !== null) {
    const exact = row.hearing?.unheard === 0 ? '' : 'about ';
    return row.seconds === 0 ? '' : exact + duration(row.seconds);
  }
  if (row.audio !== '') return 'as long as the recording';
  if (row.issues.length > 0) return '';
  return row.mode === 'cinematic' ? 'HeyGen decides the length' : 'length known when finished';
}
