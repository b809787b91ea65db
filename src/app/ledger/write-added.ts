import type { Job } from '../../core/jobs/job.ts';
import { toLine } from '../../core/jobs/ledger-line.ts';
import type { LedgerSheet } from '../ports/ports.ts';
import { inPieces } from './in-pieces.ts';

/** A job that is not in the ledger's sheet yet. */
export interface Added {
  readonly job: Job;
  readonly request: string;
  /** The line that was made for it. */
  readonly room: number;
}

/** Writes them into their lines, in as few calls as the platform takes. */
export function writeAdded(sheet: LedgerSheet, added: readonly Added[]): void {
  const lines = added.map(({ job, request, room }) => ({ room, line: { cells: toLine(job), request } }));
  for (const piece of inPieces(lines)) {
    const [first] = piece;
    if (first === undefined) continue;
    sheet.rewrite(
      first.room,
      piece.map(({ line }) => line),
    );
  }
}
