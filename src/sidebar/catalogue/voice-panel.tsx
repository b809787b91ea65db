import { useEffect } from 'preact/hooks';
import { Message } from '../page/message.tsx';
import type { PanelProps } from '../page/panel.ts';
import { Picker } from './picker.tsx';
import { VoiceLine } from './voice-line.tsx';
import { usesPauses } from './voice-search.ts';

/** The picker of voices. */
export function VoicePanel({ state, controller, player, catalogue }: PanelProps) {
  const { sheet, choice, playing } = state;
  const row = sheet?.row ?? null;
  const inRow = row?.voiceId ?? '';
  const own = catalogue.look(choice.avatar_id ?? row?.avatarId)?.defaultVoiceId ?? '';
  useEffect(() => player.stop, []);

  const speaking = catalogue.voice((choice.voice_id ?? inRow) || own);
  const skipsPauses = row !== null && usesPauses(row.script) && speaking?.supportsPause === false;
  return (
    <Picker
      state={state}
      controller={controller}
      name="voices"
      pages={state.voices}
      inRow={inRow}
      first={own}
      filters={['language', 'gender']}
      none="Create a voice in HeyGen that can be used for videos."
      width={14}
      height={3.25}
      onSpace={(voice) => player.toggle(voice)}
      draw={(voice, itemState) => (
        <VoiceLine
          voice={voice}
          itemState={itemState}
          ofLook={voice.id === own}
          playing={playing?.voiceId === voice.id ? playing.phase : null}
        />
      )}
    >
      {skipsPauses && (
        <Message kind="warning">
          The script of row {row.number} has pauses, but the voice {speaking.name} does not support them.
          Choose another voice, or remove <code>{'<break …/>'}</code>.
        </Message>
      )}
    </Picker>
  );
}
