import type { LeftOutRows } from '../../core/jobs/left-out.ts';
import { estimatedSeconds, spokenTexts } from '../../core/request/spoken-texts.ts';
import { mapped, type Result } from '../../core/result.ts';
import type { Platform } from '../ports/ports.ts';
import type { Tab } from '../ports/tab.ts';
import { FOR_PRICES, planVisible, type Which } from '../render/plan-visible.ts';

/** What a row will say. */
export interface RowText {
  readonly row: number;
  /** Its words after merging, each scene in a paragraph; '' when the row is not ready or says none. */
  readonly text: string;
  /** Estimated length; null when it is unknown. */
  readonly seconds: number | null;
  /** Why it is not rendered, or what is worth a look. */
  readonly problems: readonly string[];
  readonly state: 'ready' | 'blocked' | 'left out';
}

/** What the selected rows will say, in their order. Spends nothing and changes nothing. */
export function readAll(
  platform: Platform,
  tab: Tab,
  which: Extract<Which, 'selected' | 'again'>,
): Result<readonly RowText[]> {
  return mapped(planVisible(platform, tab, which, FOR_PRICES), ({ plan, facts }) =>
    [
      ...[...plan.ready, ...plan.shared].map(({ row, request, warnings }) => ({
        row,
        text: spokenTexts(request).join('\n\n'),
        seconds: estimatedSeconds(request, facts),
        problems: warnings.map(({ message }) => message),
        state: 'ready' as const,
      })),
      ...plan.blocked.map(({ row, issues }) => ({
        row,
        text: '',
        seconds: null,
        problems: issues.map(({ message }) => message),
        state: 'blocked' as const,
      })),
      ...plan.leftOut.flatMap(leftOut),
    ].sort((one, other) => one.row - other.row),
  );
}

function leftOut({ why, rows }: LeftOutRows): RowText[] {
  const problems = [`${why.charAt(0).toUpperCase()}${why.slice(1)}`];
  return rows.map((row) => ({ row, text: '', seconds: null, problems, state: 'left out' }));
}
