import { fingerprint } from '../fingerprint.ts';
import type { Setting } from './setting.ts';

/** What a sheet keeps of the sample that was rendered last. */
export interface KeptSample {
  /** Fingerprints of what it stands for: script templates with the sheet's defaults. */
  readonly prints: readonly string[];
  /** Its rows' requests by fingerprint, and why each was chosen. No row numbers: rows move. */
  readonly rows: readonly { readonly print: string; readonly why: string }[];
  readonly approved: boolean;
}

/** Kept by Reelmerge itself; no user sets it. */
export function sampleSetting(): Setting<KeptSample | null> {
  return { unset: null, read: (kept) => (isKeptSample(kept) ? kept : null) };
}

/** What these rows are made with, apart from their own values. Another script template is another one. */
export function samplePrints(
  rows: readonly { readonly scriptTemplate: string }[],
  defaults: Readonly<Record<string, string>>,
  emptyWords: readonly string[],
): readonly string[] {
  const templates = new Set(rows.map(({ scriptTemplate }) => scriptTemplate));
  const rest = JSON.stringify([Object.entries(defaults).sort(), emptyWords]);
  return [...templates].map((template) => fingerprint(`${template}\n${rest}`));
}

/** Whether a sample shows how all of these would turn out. */
export function standsFor(sample: KeptSample, prints: readonly string[]): boolean {
  return prints.every((print) => sample.prints.includes(print));
}

function isKeptSample(kept: unknown): kept is KeptSample {
  if (typeof kept !== 'object' || kept === null) return false;
  if (!('prints' in kept) || !('rows' in kept) || !('approved' in kept)) return false;
  const { prints, rows, approved } = kept;
  return typeof approved === 'boolean' && isTexts(prints) && Array.isArray(rows) && rows.every(isSampledRow);
}

function isSampledRow(row: unknown): boolean {
  if (typeof row !== 'object' || row === null || !('print' in row) || !('why' in row)) return false;
  return typeof row.print === 'string' && typeof row.why === 'string';
}

function isTexts(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((each) => typeof each === 'string');
}
