import { useEffect } from 'preact/hooks';
import { Button } from '../page/button.tsx';
import { Message } from '../page/message.tsx';
import type { PanelProps } from '../page/panel.ts';
import { Picker } from './picker.tsx';
import { VoiceLine } from './voice-line.tsx';
import { usesPauses, voicesIn } from './voice-search.ts';

/** The picker of voices. */
export function VoicePanel({ state, controller, player, catalogue }: PanelProps) {
  const { sheet, choice, playing } = state;
  const row = sheet?.row ?? null;
  const inRow = row?.voiceId ?? '';
  const own = catalogue.look(choice.avatar_id ?? row?.avatarId)?.defaultVoiceId ?? '';
  useEffect(() => player.stop, []);
  const language = voicesIn(row?.language ?? '', state.voices.items);
  const isFiltered = language !== '' && state.queries.voices.language === undefined;

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
      language={language}
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
      {isFiltered && (
        <p class="fine">
          In {language}, as row {row?.number} says.{' '}
          <Button
            kind="text"
            onPress={() => {
              const query = { ...state.queries.voices, language: '' };
              controller.dispatch({ type: 'query', of: 'voices', query });
            }}
          >
            Show all
          </Button>
        </p>
      )}
      {row !== null && row.language !== '' && language === '' && state.voices.complete && (
        <p class="fine">
          No voice of this account speaks {row.language}, the language of row {row.number}.
        </p>
      )}
      {skipsPauses && (
        <Message kind="warning">
          The script of row {row.number} has pauses, but the voice {speaking.name} does not support them.
          Choose another voice, or remove <code>{'<break …/>'}</code>.
        </Message>
      )}
    </Picker>
  );
}
