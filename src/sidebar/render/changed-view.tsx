import type { Progress } from '../../app/sidebar/contract.ts';
import { counted } from '../../core/count-words.ts';
import { Box } from '../page/box.tsx';
import { Button } from '../page/button.tsx';
import { Outcome } from '../page/outcome.tsx';
import type { PanelProps } from '../page/panel.ts';
import { isPending } from '../page/state.ts';
import { IssueList } from '../script/issue-list.tsx';
import { showPlan } from './show-plan.ts';

/** The rows whose videos speak earlier words, and the way to new ones: the price is shown before anything is sent. */
export function ChangedView({
  state,
  controller,
  progress,
}: Pick<PanelProps, 'state' | 'controller'> & { readonly progress: Progress }) {
  const rows = progress.counts.Changed;
  if (rows === 0) return null;
  return (
    <Box name="changed" title={`${counted(rows, 'row')} changed`}>
      <IssueList issues={progress.changed} controller={controller} withRow calm />
      <Button
        busy={isPending(state, 'sidebarSelectChanged')}
        onPress={() => controller.renderChanged().then(showPlan)}
      >{`Render ${counted(rows, 'changed row')} again…`}</Button>
      <Outcome state={state} of={['sidebarSelectChanged']} />
    </Box>
  );
}
