import { useState } from 'preact/hooks';
import type { RunView } from '../../app/sidebar/runs-view.ts';
import { dollars } from '../../core/amount-words.ts';
import { counted, grouped } from '../../core/count-words.ts';
import { Button } from '../page/button.tsx';
import { Message } from '../page/message.tsx';
import type { PanelProps } from '../page/panel.ts';
import { Question } from '../page/question.tsx';
import { showPlan } from './show-plan.ts';

const SHORT = { dateStyle: 'medium', timeStyle: 'short' } as const;

/** One run: what became of it, and what can be done with it. */
export function RunLine(props: Pick<PanelProps, 'controller'> & { readonly run: RunView }) {
  const { controller, run } = props;
  const { when, who, videos, done, failed, cancelled, open, usd, calls, compared, rows, failedRows } = run;
  const [isAsking, ask] = useState(false);
  return (
    <li>
      <p>
        <strong>{new Date(when).toLocaleString(undefined, SHORT)}</strong>, {who}: {counted(videos, 'row')},{' '}
        {grouped(done)} done
        {failed > 0 && `, ${grouped(failed)} failed`}
        {open > 0 && `, ${grouped(open)} under way`}
        {cancelled > 0 && `, ${grouped(cancelled)} cancelled`}, about {dollars(usd)}
        {calls > 0 && `, ${counted(calls, 'call')} to HeyGen`}.
      </p>
      {compared !== '' && <p class="fine">{compared}</p>}
      <Button kind="text" off={rows.length === 0} onPress={() => controller.selectRows(rows)}>
        Show rows
      </Button>
      {failedRows.length > 0 && (
        <Button kind="text" onPress={() => controller.selectRows(failedRows).then(showPlan)}>
          Retry failed…
        </Button>
      )}
      {run.isForgettable && !isAsking && (
        <Button kind="text" onPress={() => ask(true)}>
          Forget the texts…
        </Button>
      )}
      {isAsking && (
        <Question>
          <Message kind="warning">
            Reelmerge keeps the exact words of this run’s videos in a hidden sheet. Forget them? Rows, videos
            and links stay. You cannot undo this.
          </Message>
          <Button
            onPress={async () => {
              ask(false);
              await controller.forgetRun(run.run);
            }}
          >
            Forget
          </Button>
          <Button kind="text" onPress={() => ask(false)}>
            Keep
          </Button>
        </Question>
      )}
    </li>
  );
}
