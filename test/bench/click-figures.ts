import { clickCalls } from './click-calls.ts';
import { figure, heading } from './figures.ts';

/** What a click costs. Google takes 0.1 to 0.8 s a call. */
export function clickFigures(): void {
  const calls = clickCalls();
  heading('Platform calls from click to answer, 1,000 rows in the sheet');
  figure('Render of three rows, Yes to toast', calls.render, { most: 36 });
  figure('  flushes among them', calls.renderFlushes, { most: 4 });
  figure('  where ledger and columns are still to be made', calls.firstRender);
  figure('the sidebar opens for the first time', calls.firstOpening, { most: 9 });
  figure('  and again', calls.opening, { most: 9 });
  figure('the active row: nothing has changed', calls.row.same, { most: 4 });
  figure('  another row', calls.row.other, { most: 4 });
  figure('  a press of “next”', calls.row.next, { most: 4 });
  figure('  cells read at once', calls.rowCells);
  figure('a sync that finds nothing due: videos under way', calls.sync.underWay, { most: 6 });
  figure('  everything finished', calls.sync.finished, { most: 6 });
}
