import { type SpokenName, spokenNames } from '../../core/names/spoken-names.ts';
import { mapped, type Result } from '../../core/result.ts';
import { readRow } from '../../core/row/row-reading.ts';
import type { Platform } from '../ports/ports.ts';
import type { Tab } from '../ports/tab.ts';
import { FOR_PRICES, planVisible } from '../render/plan-visible.ts';

/** A value that the selected rows say, with some of these rows. */
export interface NameView extends SpokenName {
  readonly count: number;
}

/** The names in the words of the selected rows. */
export interface NamesView {
  readonly tab: string;
  /** Those that may be said wrongly come first. */
  readonly names: readonly NameView[];
  /** How many more there are. */
  readonly more: number;
}

/** Nobody goes through more, and an answer has to travel. */
const MOST_NAMES = 200;
const MOST_ROWS = 5;

/** The names that the selected rows say, also those with a video. Spends nothing and changes nothing. */
export function listNames(platform: Platform, tab: Tab): Result<NamesView> {
  return mapped(planVisible(platform, tab, 'again', FOR_PRICES), ({ table, plan, facts }) => {
    const defaults = platform.settings.defaults(tab.id);
    const byNumber = new Map(table.rows.map((row) => [row.number, row]));
    const planned = [
      ...[...plan.ready, ...plan.shared],
      ...plan.blocked.map(({ row, warnings }) => ({ row, warnings, request: null })),
    ].sort((one, other) => one.row - other.row);
    const rows = planned.flatMap(({ row: number, request, warnings }) => {
      const row = byNumber.get(number);
      return row === undefined
        ? []
        : [{ row, reading: readRow(table, row, defaults, facts), request, warnings }];
    });
    const names = spokenNames(table, rows, facts);
    return {
      tab: tab.name,
      names: names
        .slice(0, MOST_NAMES)
        .map((name) => ({ ...name, rows: name.rows.slice(0, MOST_ROWS), count: name.rows.length })),
      more: Math.max(0, names.length - MOST_NAMES),
    };
  });
}
