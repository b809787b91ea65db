import type { RunSummary } from '../../app/contract.ts';
import { balanceText, counted, dollars, duration } from '../amounts.ts';
import { Button } from '../page/button.tsx';
import { Icon } from '../page/icon.tsx';
import { Message } from '../page/message.tsx';
import { OutsideLink } from '../page/outside-link.tsx';
import type { PanelProps } from '../page/panel.ts';
import { callState, failureOf } from '../page/state.ts';
import { IssueList } from '../script/issue-list.tsx';
import { isTooDear, skippedWords } from './plan-words.ts';

/** What Render would do with the selected rows, before anything is paid. */
export function PlanView({ state, desk }: Pick<PanelProps, 'state' | 'desk'>) {
  const { plan } = state;
  const failure = failureOf(state, 'sidebarPlan');
  const busy = callState(state, 'sidebarPlan').phase === 'pending';
  return (
    <section class="box" aria-labelledby="plan-title">
      <div class="box-head">
        <h2 id="plan-title">Selected rows</h2>
        <span class="push" />
        <Button kind="icon" label="Count again" busy={busy} onPress={() => desk.plan()}>
          {!busy && <Icon shape="refresh" />}
        </Button>
      </div>
      {failure !== '' && (
        <Message kind="bad" action="Try again" onAction={() => desk.plan()}>
          {failure}
        </Message>
      )}
      {plan === null
        ? failure === '' && <p class="fine">Reading the selected rows…</p>
        : failure === '' && <Plan plan={plan} state={state} desk={desk} />}
    </section>
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
            <div>
              <dt>Length</dt>
              <dd>about {duration(plan.seconds)}</dd>
            </div>
            <div>
              <dt>Cost</dt>
              <dd>about {dollars(plan.cost)}</dd>
            </div>
          </>
        )}
        <div>
          <dt>Balance</dt>
          <dd>{balance === null ? 'not known' : balanceText(balance)}</dd>
        </div>
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
          <More shown={new Set(plan.blocked.map(({ row }) => row)).size} all={plan.blockedRows} />
        </>
      )}
    </>
  );
}

function More({ shown, all }: { readonly shown: number; readonly all: number }) {
  return all > shown ? <p class="fine">and {counted(all - shown, 'row')} more</p> : null;
}
