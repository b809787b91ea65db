import type { RowView } from '../../app/sidebar/contract.ts';
import { duration } from '../amounts.ts';

/** How long the row's video will be, as far as it can be told; '' when there is no video to speak of. */
export function lengthWords(row: Pick<RowView, 'mode' | 'seconds' | 'audio' | 'issues'>): string {
  if (row.seconds !== null) return row.seconds === 0 ? '' : `about ${duration(row.seconds)}`;
  if (row.audio !== '') return 'as long as the recording';
  if (row.issues.length > 0) return '';
  return row.mode === 'cinematic' ? 'as long as HeyGen makes it' : 'its length is known when it is finished';
}
