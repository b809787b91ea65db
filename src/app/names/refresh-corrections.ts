import { readNames } from '../../core/sheet/names-sheet.ts';
import type { Platform } from '../ports/ports.ts';

/**
 * Reads the names sheet and keeps what it says: two calls, and one where there is no such sheet. The passes of the
 * trigger and the sidebar's looks take what was kept. While the sheet cannot be read, what was kept stays beside its
 * fault: nothing is sent, and no video becomes another one's because a header is missing.
 */
export function refreshCorrections({ namesSheet, settings }: Platform): void {
  const read = readNames(namesSheet.read() ?? []);
  const kept = settings.corrections();
  const next = read.issue === '' ? read : { ...kept, issue: read.issue };
  if (JSON.stringify(next) !== JSON.stringify(kept)) settings.keepCorrections(next);
}
