import type { RunSummary } from '../../app/sidebar/contract.ts';
import { counted } from '../../core/count-words.ts';
import { Button } from '../page/button.tsx';
import { Message } from '../page/message.tsx';
import type { PanelProps } from '../page/panel.ts';
import { Question } from '../page/question.tsx';

/** Whether rows of this plan would say what nobody means to hear, such as "Hi N/A". */
export function isAbsurd(plan: RunSummary | null): boolean {
  return plan?.warnings.some(({ absurd }) => absurd) === true;
}

/** Asks before such rows are paid for. Words that stand for nothing can be counted as empty with one press. */
export function AbsurdQuestion(
  props: Pick<PanelProps, 'state' | 'controller'> & {
    readonly plan: RunSummary;
    readonly onYes: () => unknown;
    readonly onBack: () => unknown;
  },
) {
  const { state, controller, plan, onYes, onBack } = props;
  const groups = plan.warnings.filter(({ absurd }) => absurd);
  const words = [...new Set(groups.flatMap(({ emptyWords }) => emptyWords))];
  const rows = [...new Set(groups.flatMap((group) => group.rows))];
  const { sheet } = state;
  const countAsEmpty = async () => {
    if (sheet === null) return;
    const emptyWords = [...sheet.settings.emptyWords, ...words];
    const reply = await controller.setForSheet({ emptyWords }, sheet.tab);
    if (!reply.ok) return;
    await controller.plan();
    onBack();
  };
  return (
    <Question>
      <Message kind="warning">
        {counted(rows.length, 'row')} would say what sounds wrong.{' '}
        {groups.map(({ message }) => `${message.split('. ')[0]?.replace(/\.$/, '')}.`).join(' ')}
      </Message>
      {words.length > 0 && (
        <Button kind="main" onPress={countAsEmpty}>
          Count {words.map((word) => `“${word}”`).join(', ')} as empty
        </Button>
      )}
      <Button
        onPress={() => {
          onBack();
          return controller.selectRows(rows);
        }}
      >
        Show these rows
      </Button>
      <Button kind="text" onPress={onYes}>
        Say it anyway
      </Button>
      <Button kind="text" onPress={onBack}>
        Back
      </Button>
    </Question>
  );
}
