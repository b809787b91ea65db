import type { RunSummary } from '../../app/sidebar/contract.ts';
import { balanceText, costWords, duration } from '../../core/amount-words.ts';
import { counted } from '../../core/count-words.ts';
import { Box } from '../page/box.tsx';
import { Button } from '../page/button.tsx';
import { DefinitionRow } from '../page/definition-row.tsx';
import { Message } from '../page/message.tsx';
import { OutsideLink } from '../page/outside-link.tsx';
import type { PanelProps } from '../page/panel.ts';
import { isAllPaused } from '../page/polling-delays.ts';
import { failureOf, isRunning } from '../page/state.ts';
import { ColumnQuestions } from './column-questions.tsx';
import { FindingList } from './finding-list.tsx';
import { LeftOut } from './left-out.tsx';
import { balanceAfter, estimate, headline, mayExceedBalance, skippedWords } from './plan-words.ts';

/** Up to so many kinds of findings are open at once. More are folded away. */
const FEW_KINDS = 3;

/** What Render would do with the selected rows, before the user pays. */
export function PlanView({ state, controller }: Pick<PanelProps, 'state' | 'controller'>) {
  const { plan } = state;
  const failure = failureOf(state, 'sidebarPlan');
  const busy = isRunning(state, 'sidebarPlan');
  return (
    <Box
      name="plan"
      title="Selected rows"
      head={
        <Button kind="text" busy={busy} onPress={controller.plan}>
          {busy ? 'Counting…' : 'Count again'}
        </Button>
      }
    >
      {failure !== '' ? (
        <Message kind="bad" action="Try again" onAction={controller.plan}>
          {failure}
        </Message>
      ) : plan === null ? (
        <p class="fine">Reading the selected rows…</p>
      ) : (
        <Plan plan={plan} state={state} controller={controller} />
      )}
    </Box>
  );
}

function Plan({
  plan,
  state,
  controller,
}: Pick<PanelProps, 'state' | 'controller'> & { readonly plan: RunSummary }) {
  const { account } = state;
  const { progress } = state;
  const isPaused = progress !== null && isAllPaused(progress);
  const skipped = skippedWords(plan.skipped, isPaused);
  const balance = account?.balance ?? null;
  if (plan.open !== null) return <ColumnQuestions open={plan.open} state={state} controller={controller} />;
  if (plan.obstacle !== '') return <Message kind="warning">{plan.obstacle}</Message>;
  return (
    <>
      <p class="headline" role="status">
        {headline(plan, isPaused)}
      </p>
      <dl class="facts">
        {plan.videos > 0 && (
          <>
            <DefinitionRow name="Length">
              {estimate(plan, `about ${duration(plan.seconds)}`)}
              {plan.paced > 0 && ', by these voices’ earlier videos'}
            </DefinitionRow>
            <DefinitionRow name="Cost">{estimate(plan, costWords(plan.range))}</DefinitionRow>
            {plan.tests > 0 && (
              <DefinitionRow name="Tests">
                {counted(plan.tests, 'video')}, free, with a watermark
              </DefinitionRow>
            )}
          </>
        )}
        <DefinitionRow name="Balance">
          {balance === null ? 'unknown' : `${balanceText(balance)}${balanceAfter(plan, balance)}`}
        </DefinitionRow>
        {plan.videos > 0 && <DefinitionRow name="Time">about {duration(plan.renderSeconds)}</DefinitionRow>}
        {plan.steering.length > 0 && <DefinitionRow name="Columns">{plan.steering.join(', ')}</DefinitionRow>}
      </dl>
      {plan.videos > plan.tests && mayExceedBalance(plan.range.most, balance) && (
        <Message kind="warning">
          {balance !== null && balance.amount <= 0
            ? 'Your balance is empty. HeyGen makes nothing before you top up.'
            : 'This may cost more than your balance. Rows that it does not cover stay queued.'}{' '}
          <OutsideLink address={account?.topUpUrl ?? ''}>Top up</OutsideLink>
        </Message>
      )}
      {plan.videos > plan.tests &&
        plan.priceNews.map((news) => (
          <p key={news} class="fine">
            {news}
          </p>
        ))}
      {plan.videos === 0 && plan.blockedRows === 0 && skipped.length + plan.leftOut.length === 0 && (
        <p class="fine">Select the rows to render in the sheet.</p>
      )}
      {plan.sameWords !== '' &&
        (plan.shared > 0 ? (
          <p class="fine">{plan.sameWords}.</p>
        ) : (
          <Message kind="plain" action="Share videos" onAction={controller.shareVideos}>
            {plan.sameWords}, if they share them.
          </Message>
        ))}
      {plan.linked > 0 && (
        <p class="fine">
          {counted(plan.linked, 'row gets', 'rows get')} a video that is there already, unpaid.
        </p>
      )}
      {skipped.length > 0 && <p class="fine">Left out: {skipped.join(', ')}.</p>}
      <LeftOut rows={plan.leftOut} />
      <Again plan={plan} controller={controller} />
      {plan.warnedRows > 0 && (
        <details open={plan.warnings.length <= FEW_KINDS}>
          <summary>{counted(plan.warnedRows, 'row has warnings', 'rows have warnings')}</summary>
          <p class="fine">They will be rendered, and paid for, anyway.</p>
          <FindingList groups={plan.warnings} state={state} controller={controller} />
        </details>
      )}
      {plan.blockedRows > 0 && (
        <details open={plan.blocked.length <= FEW_KINDS}>
          <summary>{counted(plan.blockedRows, 'row')} blocked</summary>
          <FindingList groups={plan.blocked} state={state} controller={controller} />
        </details>
      )}
    </>
  );
}

/** The one way to have a row rendered that has a video: it is paid for again. */
function Again({ plan, controller }: Pick<PanelProps, 'controller'> & { readonly plan: RunSummary }) {
  if (plan.again && plan.videosAgain > 0) {
    return (
      <Message kind="warning" action="Leave them out" onAction={controller.plan}>
        {counted(plan.videosAgain, 'row has', 'rows have')} a video already. The new ones take their places
        and are paid for as well.
      </Message>
    );
  }
  const rows = plan.skipped.done + plan.skipped.changed;
  if (rows === 0) return null;
  return (
    <Button kind="text" onPress={controller.planAgain}>
      Render again ({counted(rows, 'row')})…
    </Button>
  );
}
