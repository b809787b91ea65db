import type { RowSpan } from '../../core/sheet/selection.ts';
import type { Platform } from '../ports/ports.ts';

/** Row ranges of the selection on the active tab. */
export function selectedRows({ spreadsheet }: Platform): readonly RowSpan[] {
  return spreadsheet.cursor()?.selected ?? [];
}
