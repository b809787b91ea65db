import type { SheetSettings } from '../core/settings/sheet-settings.ts';
import type { EngineOrder } from './messages.ts';
import { TAB } from './saved-run.ts';
import type { Workbench } from './workbench.ts';

/** Sets what the words of the command say about the sheet. An earlier run may have set something else. */
export function setForSheet(bench: Workbench, { strict, maxUsd }: EngineOrder, hasState: boolean): void {
  if (!strict && maxUsd === null && !hasState) return;
  const set: Partial<SheetSettings> = { blocksWarnings: strict, budgetRunUsd: maxUsd };
  bench.atOnce(() => bench.emulator.serve({ functionName: 'sidebarSheetSettings', args: [set, TAB] }));
}
