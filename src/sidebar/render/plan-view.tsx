import type { IssueView, RunSummary } from '../../app/ports/contract.ts';
import { balanceText, counted, dollars, duration } from '../amounts.ts';
import { Box } from '../page/box.tsx';
import { Fact } from '../page/fact.tsx';
import { Message } from '../page/message.tsx';
import { OutsideLink } from '../page/outside-link.tsx';
import type { PanelProps } from '../page/panel.ts';
import { Refresh } from '../page/refresh.tsx';
import { callState, failureOf } from '../page/state.ts';
import { IssueList } from '../script/issue-list.tsx';
import { estimate, isTooDear, skippedWords } from './plan-words.ts';

/** So many warnings are told at once, more of them on request. */
const FEW_WARNINGS = 3;

/** What Render would do with the selected rows, before anything is paid. */
export function PlanView({ state, desk }: Pick<PanelProps, 'state' | 'desk'>) {
  const { plan } = state;
  const failure = failureOf(state, 'sidebarPlan');
  const busy = callState(state, 'sidebarPlan').phase === 'pending';
  return (
    <Box
      name="plan"
      title="Selected rows"
      head={<Refresh label="Count again" busy={busy} onPress={desk.plan} />}
    >
      {failure !== '' && (
        <Message kind="bad" action="Try again" onAction={desk.plan}>
          {failure}
        </Message>
      )}
      {plan === null
        ? failure === '' && <p class="fine">Reading the selected rows…</p>
        : failure === '' && <Plan plan={plan} state={state} desk={desk} />}
    </Box>
  );
}

function Plan({ plan, state, desk }: Pick<PanelProps, 'state' | 'desk'> & { readonly plan: RunSummary }) {
  const { account } = state;
  const skipped = skippedWords(plan.skipped);
  const balance = account?.balance ?? null;
  if (plan.obstacle !== '') return <Message kind="warning">{plan.obstacle}</Message>;
  return (
    <>
      <p class="headline" role="status">
        {plan.videos === 0 ? 'Nothing to render' : counted(plan.videos, 'video')}
      </p>
      <dl class="facts">
        {plan.videos > 0 && (
          <>
            <Fact name="Length">{estimate(plan, duration(plan.seconds))}</Fact>
            <Fact name="Cost">{estimate(plan, dollars(plan.cost))}</Fact>
            {plan.tests > 0 && (
              <Fact name="Tests">{counted(plan.tests, 'video')}, free, with a watermark</Fact>
            )}
          </>
        )}
        <Fact name="Balance">{balance === null ? 'not known' : balanceText(balance)}</Fact>
      </dl>
      {isTooDear(plan.cost, balance) && (
        <Message kind="warning">
          This may cost more than is left. Rows that cannot be paid stay queued.{' '}
          <OutsideLink address={account?.topUpUrl ?? ''}>Top up</OutsideLink>
        </Message>
      )}
      {plan.videos === 0 && plan.blockedRows === 0 && skipped.length === 0 && (
        <p class="fine">Select the rows to render in the sheet.</p>
      )}
      {skipped.length > 0 && <p class="fine">Left out: {skipped.join(', ')}.</p>}
      {plan.blockedRows > 0 && (
        <>
          <h3>{counted(plan.blockedRows, 'row')} blocked</h3>
          <IssueList issues={plan.blocked} desk={desk} withRow />
          <More issues={plan.blocked} all={plan.blockedRows} />
        </>
      )}
      {plan.warnedRows > 0 && (
        <details open={plan.blockedRows === 0 && plan.warnedRows <= FEW_WARNINGS}>
          <summary>{counted(plan.warnedRows, 'row has warnings', 'rows have warnings')}</summary>
          <p class="fine">They are rendered all the same.</p>
          <IssueList issues={plan.warnings} desk={desk} withRow calm />
          <More issues={plan.warnings} all={plan.warnedRows} />
        </details>
      )}
    </>
  );
}

function More({ issues, all }: { readonly issues: readonly IssueView[]; readonly all: number }) {
  const shown = new Set(issues.map(({ row }) => row)).size;
  return all > shown ? <p class="fine">and {counted(all - shown, 'row')} more</p> : null;
}
