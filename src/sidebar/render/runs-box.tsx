import { Box } from '../page/box.tsx';
import { Button } from '../page/button.tsx';
import { Outcome } from '../page/outcome.tsx';
import type { PanelProps } from '../page/panel.ts';
import { RunLine } from './run-line.tsx';

/** What was rendered on this sheet, run by run. */
export function RunsBox({ state, controller }: Pick<PanelProps, 'state' | 'controller'>) {
  const runs = state.runs?.tab === state.sheet?.tab ? state.runs : null;
  return (
    <Box
      name="runs"
      title="Runs"
      head={
        <Button kind="text" onPress={controller.loadRuns}>
          {runs === null ? 'Show' : 'Refresh'}
          <span class="unseen"> runs</span>
        </Button>
      }
    >
      <Outcome state={state} of={['sidebarRuns', 'sidebarForgetRun']} />
      {runs?.runs.length === 0 && <p class="fine">Nothing was rendered on this sheet.</p>}
      {runs !== null && runs.runs.length > 0 && (
        <>
          <ul class="issues undotted">
            {runs.runs.map((run) => (
              <RunLine key={run.run} run={run} controller={controller} />
            ))}
          </ul>
          <a
            class="button text"
            download="reelmerge-runs.csv"
            href={`data:text/csv;charset=utf-8,${encodeURIComponent(runs.csv)}`}
          >
            Download all as CSV
          </a>
        </>
      )}
    </Box>
  );
}
