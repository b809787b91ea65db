import { useState } from 'preact/hooks';
import type { MadeSample, SampleView } from '../../app/sidebar/contract.ts';
import { duration } from '../../core/amount-words.ts';
import { counted } from '../../core/count-words.ts';
import { Box } from '../page/box.tsx';
import { Button } from '../page/button.tsx';
import { Message } from '../page/message.tsx';
import { Outcome } from '../page/outcome.tsx';
import type { PanelProps } from '../page/panel.ts';
import { failureOf, isPending } from '../page/state.ts';
import { isAnyUnsaved, unsavedOf } from '../page/unsaved.ts';
import { AbsurdQuestion, isAbsurd } from './absurd-question.tsx';
import { WatchedVideo } from './watched-video.tsx';

type Props = Pick<PanelProps, 'state' | 'controller'>;

/** A few videos to see before the rest is paid for. */
export function SampleBox(props: Props) {
  const { state } = props;
  const sample = state.plan?.sample ?? null;
  const videos = state.plan?.videos ?? 0;
  if (sample === null) return null;
  const { made, required, rows } = sample;
  const isOffered = (made === null || hasNothing(made)) && videos > rows.length;
  const isShown = made !== null && !made.approved;
  if (!isOffered && !isShown) return null;
  const failure = failureOf(state, 'sidebarRenderSample') || failureOf(state, 'sidebarApproveSample');
  return (
    <Box name="sample" title="Sample">
      {required && (
        <Message kind="warning">
          This sheet renders so many rows only after you have approved a sample.
        </Message>
      )}
      {isShown && <Made {...props} made={made} />}
      {isOffered && <Offer {...props} sample={sample} />}
      {failure !== '' && <Message kind="bad">{failure}</Message>}
      <Outcome state={state} of={['sidebarRenderSample']} />
    </Box>
  );
}

function hasNothing({ open, videos }: MadeSample): boolean {
  return open === 0 && !videos.some(({ status }) => status === 'Done');
}

function Offer({ state, controller, sample }: Props & { readonly sample: SampleView }) {
  const { rows, unshown, cost, runPrint } = sample;
  const unsaved = isAnyUnsaved(unsavedOf(state));
  const [asking, setAsking] = useState(false);
  const { plan } = state;
  const render = () => controller.renderSample(runPrint);
  return (
    <details open={sample.required}>
      <summary>See {counted(rows.length, 'video')} before the rest</summary>
      <ul class="issues undotted">
        {rows.map(({ row, why }) => (
          <li key={row}>
            <p>
              <strong>Row {row}: </strong>
              {why || 'one more'}
            </p>
          </li>
        ))}
      </ul>
      {unshown !== '' && <p class="fine">Not shown: {unshown}.</p>}
      {unsaved && <p class="fine">Something is not saved yet. Save it first.</p>}
      {asking && plan !== null && isAbsurd(plan) ? (
        <AbsurdQuestion
          state={state}
          controller={controller}
          plan={plan}
          onYes={render}
          onBack={() => setAsking(false)}
        />
      ) : (
        <Button
          off={unsaved}
          busy={isPending(state, 'sidebarRenderSample')}
          onPress={() => (isAbsurd(plan) ? setAsking(true) : render())}
        >
          Render a sample ({cost})
        </Button>
      )}
    </details>
  );
}

function Made({ state, controller, made }: Props & { readonly made: MadeSample }) {
  const { open, videos } = made;
  const rest = state.plan?.videos ?? 0;
  const unsaved = isAnyUnsaved(unsavedOf(state));
  return (
    <>
      <p role="status">
        {open > 0
          ? `${counted(open, 'video')} of the sample under way.`
          : hasNothing(made)
            ? 'No video of the sample was made.'
            : 'The sample is done. Watch it, then approve it or change the script.'}
      </p>
      <ul class="wide">
        {videos.map(({ row, why, status, video_url, thumbnail, seconds }) => (
          <WatchedVideo
            key={`${row} ${why}`}
            controller={controller}
            row={row}
            why={why}
            fine={status === 'Done' ? duration(seconds) : status}
            address={status === 'Done' ? video_url : ''}
            thumbnail={thumbnail}
          />
        ))}
      </ul>
      {open === 0 && !hasNothing(made) && (
        <>
          {unsaved && <p class="fine">Something is not saved yet. Save it first, or leave it.</p>}
          <Button
            kind="main"
            off={unsaved}
            busy={isPending(state, 'sidebarApproveSample') || isPending(state, 'sidebarRender')}
            onPress={controller.approveSample}
          >
            {rest === 0 ? 'Approve' : `Approve and render the rest (${rest})`}
          </Button>
          <Button kind="text" onPress={() => controller.dispatch({ type: 'tab', tab: 'script' })}>
            Change the script
          </Button>
        </>
      )}
    </>
  );
}
