import type { SheetSettings } from '../core/settings/sheet-settings.ts';
import type { Grid } from './grid.ts';
import { columnSettings } from './grid-table.ts';
import type { EngineOrder } from './messages.ts';
import { TAB } from './saved-run.ts';
import { served } from './served.ts';
import type { Workbench } from './workbench.ts';

/**
 * Sets what the words of the command say about the sheet. An earlier run may have set something else. Returns why the
 * sheet has not taken them; '' when it has.
 */
export function setForSheet(bench: Workbench, order: EngineOrder, hasState: boolean): string {
  const set = sheetSettings(order, order.csv);
  if (!hasState && isUsual(set)) return '';
  let refused = '';
  bench.atOnce(() => {
    // A run that was killed while it made the ledger has left that sheet in front.
    bench.emulator.person.select(TAB, ['A1']);
    const answer = served(bench.emulator, 'sidebarSheetSettings', [set, TAB]);
    if (!answer.ok) refused = answer.failure;
  });
  return refused;
}

/** What the words of the command, and the columns of the CSV, say about the sheet. */
export function sheetSettings(
  {
    strict,
    share,
    only,
    maxUsd,
    sample,
    speech,
    ignore,
  }: Pick<EngineOrder, 'strict' | 'share' | 'only' | 'maxUsd' | 'sample' | 'speech' | 'ignore'>,
  csv: Grid,
): Partial<SheetSettings> {
  const settings = {
    blocksWarnings: strict,
    sharesVideos: share,
    onlyWhere: only,
    budgetRunUsd: maxUsd,
    sampleRows: sample,
  };
  return { ...settings, ...speech, ...columnSettings(csv, ignore) };
}

/** Whether these are the settings that a sheet has anyway. */
export function isUsual(set: Partial<SheetSettings>): boolean {
  const {
    blocksWarnings,
    sharesVideos,
    onlyWhere = '',
    budgetRunUsd = null,
    sampleRows = null,
    locale = '',
    currency = '',
    voices,
    columnUses,
    columnHeaders,
  } = set;
  return (
    blocksWarnings !== true &&
    sharesVideos !== true &&
    onlyWhere === '' &&
    budgetRunUsd === null &&
    sampleRows === null &&
    locale === '' &&
    currency === '' &&
    Object.keys({ ...voices, ...columnUses, ...columnHeaders }).length === 0
  );
}
