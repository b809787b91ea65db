import type { RunSummary } from '../../app/sidebar/contract.ts';
import { dollars } from '../../core/amount-words.ts';
import { counted } from '../../core/count-words.ts';
import { Button } from '../page/button.tsx';
import { Message } from '../page/message.tsx';
import { Question } from '../page/question.tsx';

/** Above the sum that the user has set, Render asks once more. */
export function CostlyQuestion(props: {
  readonly plan: RunSummary;
  readonly onYes: () => unknown;
  readonly onBack: () => unknown;
}) {
  const { plan, onYes, onBack } = props;
  return (
    <Question>
      <Message kind="warning">
        This run may cost {dollars(plan.range.most)}.
        {plan.videos > 1 && ' To see a few of them first, render a sample.'}
      </Message>
      <Button kind="main" onPress={onYes}>
        Spend it: render {counted(plan.videos, 'video')}
      </Button>
      <Button kind="text" onPress={onBack}>
        Back
      </Button>
    </Question>
  );
}
