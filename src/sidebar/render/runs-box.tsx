import { dollars } from '../../core/amount-words.ts';
import { counted, grouped } from '../../core/count-words.ts';
import { Box } from '../page/box.tsx';
import { Button } from '../page/button.tsx';
import { Outcome } from '../page/outcome.tsx';
import type { PanelProps } from '../page/panel.ts';

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
      <Outcome state={state} of={['sidebarRuns']} />
      {runs?.runs.length === 0 && <p class="fine">Nothing was rendered on this sheet.</p>}
      {runs !== null && runs.runs.length > 0 && (
        <>
          <ul class="issues undotted">
            {runs.runs.map(
              ({ run, when, who, videos, done, failed, open, usd, compared, rows, failedRows }) => {
                const cancelled = videos - done - failed - open;
                return (
                  <li key={run}>
                    <p>
                      <strong>{new Date(when).toLocaleString()}</strong>, {who}: {counted(videos, 'row')},{' '}
                      {grouped(done)} done, {grouped(failed)} failed
                      {open > 0 && `, ${grouped(open)} under way`}
                      {cancelled > 0 && `, ${grouped(cancelled)} cancelled`}, about {dollars(usd)}. {compared}
                    </p>
                    <Button kind="text" off={rows.length === 0} onPress={() => controller.selectRows(rows)}>
                      Show rows
                    </Button>
                    {failedRows.length > 0 && (
                      <Button kind="text" onPress={() => controller.selectRows(failedRows)}>
                        Retry failed…
                      </Button>
                    )}
                  </li>
                );
              },
            )}
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
