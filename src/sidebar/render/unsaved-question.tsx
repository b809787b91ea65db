import { counted } from '../../core/count-words.ts';
import { Button } from '../page/button.tsx';
import { Message } from '../page/message.tsx';
import type { PanelProps } from '../page/panel.ts';
import { Question } from '../page/question.tsx';
import { type Unsaved, unsavedOf } from '../page/unsaved.ts';

/** Render knows only what the sheet says. So it asks before it leaves out what the user has typed or picked. */
export function UnsavedQuestion(
  props: PanelProps & {
    readonly onSave: () => unknown;
    readonly onLeave: () => unknown;
    readonly onBack: () => unknown;
  },
) {
  const { state, catalogue, onSave, onLeave, onBack } = props;
  const videos = counted(state.plan?.videos ?? 0, 'video');
  return (
    <Question>
      <Message kind="warning">
        Not in the sheet yet: {unsavedWords(unsavedOf(state), catalogue).join(' and ')}.
      </Message>
      <Button kind="main" onPress={onSave}>
        Save and render {videos}
      </Button>
      <Button onPress={onLeave}>Render what the sheet says</Button>
      <Button kind="text" onPress={onBack}>
        Back
      </Button>
    </Question>
  );
}

function unsavedWords(
  { script, choice, names }: Unsaved,
  { look, voice, template }: PanelProps['catalogue'],
): readonly string[] {
  const { avatar_id, voice_id, template_id } = choice;
  return [
    script !== null && 'your script for the whole sheet',
    avatar_id !== undefined && `the avatar ${look(avatar_id)?.name || avatar_id}`,
    voice_id !== undefined && `the voice ${voice(voice_id)?.name || voice_id}`,
    template_id !== undefined && `the template ${template(template_id)?.name || template_id}`,
    names.length === 1 && `how “${names[0]?.value}” sounds`,
    names.length > 1 && `how ${names.length} names sound`,
  ].filter((words) => words !== false);
}
