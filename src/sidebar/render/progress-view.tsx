import type { Progress } from '../../app/sidebar/contract.ts';
import { timeLeft } from '../../core/amount-words.ts';
import { grouped } from '../../core/count-words.ts';
import { Box } from '../page/box.tsx';
import { Button } from '../page/button.tsx';
import { Message } from '../page/message.tsx';
import { Outcome } from '../page/outcome.tsx';
import type { PanelProps } from '../page/panel.ts';
import { movingJobs, openJobs } from '../page/polling-delays.ts';
import { failureOf, isPending, isRunning } from '../page/state.ts';
import { IssueList } from '../script/issue-list.tsx';
import { showPlan } from './show-plan.ts';

const KINDS = ['Done', 'Changed', 'Rendering', 'Submitting', 'Queued', 'Unconfirmed', 'Failed'] as const;

/** What a status is called where it is not its own word. */
const LABELS: Readonly<Partial<Record<(typeof KINDS)[number], string>>> = {
  Submitting: 'Sending',
  Rendering: 'At HeyGen',
  Queued: 'Waiting here',
};

/** In the bar only what has ended has a colour. */
const ENDED = ['Done', 'Changed', 'Failed'] as const;

/** The progress of this sheet's videos. */
export function ProgressView(
  props: Pick<PanelProps, 'state' | 'controller'> & { readonly progress: Progress },
) {
  const { state, controller, progress } = props;
  const { counts, secondsLeft, stuck } = progress;
  const open = openJobs(counts);
  const moving = movingJobs(progress);
  const all = KINDS.reduce((sum, status) => sum + counts[status], 0);
  const settled = counts.Done + counts.Changed + counts.Failed;
  const syncing = isRunning(state, 'sidebarSync');
  const failure = failureOf(state, 'sidebarSync');
  if (all === 0 && failure === '') return null;
  return (
    <Box
      name="progress"
      title={open === 0 ? 'Videos of this sheet' : moving === 0 ? 'Paused' : 'Under way'}
      head={
        <Button kind="text" busy={syncing} onPress={() => controller.sync(true)}>
          Check now
        </Button>
      }
    >
      {all > 0 && (
        <>
          <div
            class="bar"
            role="progressbar"
            aria-label="Videos finished"
            aria-valuemin={0}
            aria-valuemax={all}
            aria-valuenow={settled}
            aria-valuetext={`${settled} of ${all}`}
          >
            {ENDED.map((status) => (
              <span
                key={status}
                class={`of-${status.toLowerCase()}`}
                style={{ flexGrow: String(counts[status]) }}
                hidden={counts[status] === 0}
              />
            ))}
            <span class="rest" style={{ flexGrow: String(all - settled) }} hidden={all === settled} />
          </div>
          <p class="headline small" role="status">
            {counts.Failed === 0
              ? `${grouped(settled)} of ${grouped(all)} finished`
              : `${grouped(counts.Done + counts.Changed)} done, ${grouped(counts.Failed)} failed, of ${grouped(all)}`}
            {open > 0 && secondsLeft !== null && stuck.length === 0 && (
              <span class="fine"> · {timeLeft(secondsLeft)} left</span>
            )}
          </p>
          <ul class="legend">
            {KINDS.filter((status) => counts[status] > 0).map((status) => (
              <li key={status}>
                <span class={`swatch of-${status.toLowerCase()}`} />
                {LABELS[status] ?? status} {grouped(counts[status])}
                {status === 'Rendering' &&
                  progress.waiting > 0 &&
                  ` (${grouped(progress.waiting)} waiting at HeyGen)`}
                {status === 'Rendering' && stuck.length > 0 && `, ${stuck.length} stuck`}
              </li>
            ))}
          </ul>
        </>
      )}
      {stuck.length > 0 && (
        <>
          <Message kind="warning" action="Check now" busy={syncing} onAction={() => controller.sync(true)}>
            Much longer at HeyGen than usual. Nothing is sent again by itself.
          </Message>
          <IssueList issues={stuck} controller={controller} withRow calm />
        </>
      )}
      {progress.actual !== '' && <p class="fine">{progress.actual}</p>}
      {progress.remarks.map((remark) => (
        <Message key={remark} kind="plain">
          {remark}
        </Message>
      ))}
      {failure !== '' && (
        <Message kind="bad" action="Check again" onAction={() => controller.sync(true)}>
          {failure}
        </Message>
      )}
      {(counts.Failed > 0 || counts.Queued > 0) && (
        <div class="pair">
          {counts.Queued > 0 && (
            <Button busy={isPending(state, 'sidebarCancelQueued')} onPress={() => controller.cancelQueued()}>
              Cancel {grouped(counts.Queued)} queued
            </Button>
          )}
          {counts.Failed > 0 && (
            <Button
              busy={isPending(state, 'sidebarSelectFailed')}
              onPress={() => controller.selectFailed().then(showPlan)}
            >
              Select {grouped(counts.Failed)} failed
            </Button>
          )}
        </div>
      )}
      <Button kind="text" onPress={() => controller.selectRows('sent')}>
        Show in sheet
      </Button>
      <Outcome state={state} of={['sidebarSelectFailed', 'sidebarCancelQueued', 'sidebarSelectRows']} />
    </Box>
  );
}
