import { runPrint } from '../../core/jobs/run.ts';
import { failure, mapped, type Result, success } from '../../core/result.ts';
import { OPEN_YOUR_SHEET } from '../obstacles.ts';
import type { Platform } from '../ports/ports.ts';
import type { PlannedRun } from '../render/plan-visible.ts';
import { type RenderedRun, renderRows } from '../render/render-rows.ts';
import { approveSample } from '../render/sampled-videos.ts';
import type { SidebarServer } from './calls.ts';
import type { Rendered } from './contract.ts';
import { IN_THE_SIDEBAR, OTHER_ROWS } from './shown-plan.ts';

/** The calls about a sample. `rendered`: what a run comes to on the page. */
export function createSampleCalls(
  platform: Platform,
  rendered: (run: Result<RenderedRun>) => Rendered,
): Pick<SidebarServer, 'sidebarRenderSample' | 'sidebarApproveSample'> {
  return {
    sidebarRenderSample(wantedPrint) {
      let isOther = false;
      const confirmed = ({ plan }: PlannedRun): boolean => {
        isOther = runPrint(plan) !== wantedPrint;
        return !isOther;
      };
      const run = renderRows(platform, 'sample', confirmed, IN_THE_SIDEBAR);
      return success(rendered(isOther ? failure(OTHER_ROWS) : run));
    },

    sidebarApproveSample() {
      const tab = platform.spreadsheet.activeTab();
      return tab === null ? failure(OPEN_YOUR_SHEET) : mapped(approveSample(platform, tab), () => null);
    },
  };
}
