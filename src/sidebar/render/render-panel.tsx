import { useState } from 'preact/hooks';
import { counted } from '../../core/count-words.ts';
import { Box } from '../page/box.tsx';
import { Button } from '../page/button.tsx';
import { Message } from '../page/message.tsx';
import { Outcome } from '../page/outcome.tsx';
import type { PanelProps } from '../page/panel.ts';
import { openJobs } from '../page/polling-delays.ts';
import { isPending } from '../page/state.ts';
import { isAnyUnsaved, unsavedOf } from '../page/unsaved.ts';
import { IssueList } from '../script/issue-list.tsx';
import { AbsurdQuestion, isAbsurd } from './absurd-question.tsx';
import { ChangedView } from './changed-view.tsx';
import { CheckBox } from './check-box.tsx';
import { CostlyQuestion } from './costly-question.tsx';
import { FinishedView } from './finished-view.tsx';
import { PausedView } from './paused-view.tsx';
import { PlanView } from './plan-view.tsx';
import { ProgressView } from './progress-view.tsx';
import { RunsBox } from './runs-box.tsx';
import { SampleBox } from './sample-box.tsx';
import { UnconfirmedView } from './unconfirmed-view.tsx';
import { UndoBar } from './undo-bar.tsx';
import { UnsavedQuestion } from './unsaved-question.tsx';

/** The Render tab: what would be rendered, what is under way, and what is finished. */
export function RenderPanel({ state, controller }: PanelProps) {
  const { progress, plan, sheet } = state;
  // When there is nothing more to send, the progress matters more than the plan.
  const watching = progress !== null && openJobs(progress.counts) > 0 && plan?.videos === 0;
  const planView = <PlanView key="plan" state={state} controller={controller} />;
  return (
    <div class="stack">
      {progress?.testRefused === true && (
        <Message
          kind="warning"
          action="Switch test videos off"
          busy={isPending(state, 'sidebarDefaults')}
          onAction={() => controller.setDefaults({ test_mode: '' }, sheet?.tab ?? '').then(controller.plan)}
        >
          HeyGen does not make test videos for this account. Nothing was charged.
        </Message>
      )}
      <Outcome state={state} of={['sidebarDefaults', 'sidebarGoTo', 'sidebarAddColumns']} />
      {progress !== null && <PausedView state={state} controller={controller} progress={progress} />}
      {!watching && planView}
      <SampleBox state={state} controller={controller} />
      <CheckBox state={state} controller={controller} />
      {progress !== null && (
        <>
          <ProgressView state={state} controller={controller} progress={progress} />
          {watching && planView}
          <UnconfirmedView state={state} controller={controller} unconfirmed={progress.unconfirmed} />
          {progress.failed.length > 0 && (
            <Box name="failed" title={`${counted(progress.counts.Failed, 'row')} failed`}>
              <IssueList issues={progress.failed} controller={controller} withRow />
            </Box>
          )}
          <ChangedView state={state} controller={controller} progress={progress} />
          <FinishedView finished={progress.finished} state={state} controller={controller} />
          <RunsBox state={state} controller={controller} />
        </>
      )}
    </div>
  );
}

/** The only buttons that spend money. They say for how many videos. */
export function RenderBar(panel: PanelProps) {
  const { state, controller } = panel;
  const { plan } = state;
  const [step, setStep] = useState<'ready' | 'absurd' | 'costly' | 'asking' | 'saving'>('ready');
  const videos = plan?.videos ?? 0;
  const busy = step === 'saving' || isPending(state, 'sidebarRender');
  const render = () => {
    setStep('ready');
    return controller.render(plan?.runPrint ?? '', plan?.again === true);
  };
  const save = () => {
    setStep('saving');
    return controller.saveAndRender().finally(() => setStep('ready'));
  };
  const undo = state.progress?.undo ?? null;
  const isPaused = state.progress !== null && state.progress.paused !== null;
  const press = () => (isAnyUnsaved(unsavedOf(state)) ? setStep('asking') : render());
  const afterWords = () => (plan === null || plan.asksAbove === null ? press() : setStep('costly'));
  const isAsking = step === 'asking' && videos > 0 && isAnyUnsaved(unsavedOf(state));
  return (
    <footer class="footer">
      <Outcome state={state} of={['sidebarRender', 'sidebarUse']} />
      {undo !== null && <UndoBar key={undo.run} {...panel} undo={undo} />}
      {isAsking ? (
        <UnsavedQuestion {...panel} onSave={save} onLeave={render} onBack={() => setStep('ready')} />
      ) : step === 'absurd' && plan !== null && isAbsurd(plan) ? (
        <AbsurdQuestion {...panel} plan={plan} onYes={afterWords} onBack={() => setStep('ready')} />
      ) : step === 'costly' && plan !== null && plan.asksAbove !== null ? (
        <CostlyQuestion plan={plan} onYes={press} onBack={() => setStep('ready')} />
      ) : isPaused && videos === 0 ? null : (
        <Button
          kind="main"
          busy={busy}
          off={videos === 0 || plan?.sample?.required === true}
          onPress={() => (isAbsurd(plan) ? setStep('absurd') : afterWords())}
        >
          {busy ? 'Sending…' : videos === 0 ? 'Render' : `Render ${counted(videos, 'video')}`}
        </Button>
      )}
    </footer>
  );
}
