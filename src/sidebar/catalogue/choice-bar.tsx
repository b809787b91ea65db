import { counted } from '../../core/count-words.ts';
import { Button } from '../page/button.tsx';
import { Outcome } from '../page/outcome.tsx';
import type { PanelProps } from '../page/panel.ts';
import { type Choice, isPending } from '../page/state.ts';
import { safeUrl } from '../safe-url.ts';
import { LanguageVoiceButton } from './language-voice-button.tsx';
import { ThumbnailLine } from './thumbnail-line.tsx';
import { COLUMN_OF, shownCatalogue, valuesToUse } from './use-choice.ts';

/** The footer of the pickers: the current choice and the buttons that use it. */
export function ChoiceBar(panel: PanelProps) {
  const { state, controller } = panel;
  const { sheet } = state;
  const values = valuesToUse(state);
  const rows = sheet?.selectedRows ?? 0;
  const template = values.template_id;
  return (
    <footer class="footer">
      <Outcome
        state={state}
        of={[
          'sidebarUse',
          'sidebarDefaults',
          'sidebarSheetSettings',
          'sidebarTemplateColumns',
          'sidebarConnect',
        ]}
      />
      {Object.keys(values).length === 0 ? (
        <p class="fine">Choose a {shownCatalogue(state).slice(0, -1)} to use it in your rows.</p>
      ) : (
        <>
          <Chosen {...panel} values={values} />
          <Button
            kind="main"
            busy={isPending(state, 'sidebarUse')}
            off={rows === 0}
            onPress={() => controller.use(values)}
          >
            {rows === 0 ? 'Select rows in the sheet' : `Use for ${counted(rows, 'selected row')}`}
          </Button>
          <Button
            kind="text"
            busy={isPending(state, 'sidebarDefaults')}
            off={sheet === null}
            onPress={() => controller.setDefaults(values, sheet?.tab ?? '')}
          >
            Use as this sheet’s default
          </Button>
          <LanguageVoiceButton {...panel} voiceId={values.voice_id} />
          {template !== undefined && (
            <Button
              kind="text"
              busy={isPending(state, 'sidebarTemplateColumns')}
              onPress={() => controller.addTemplateColumns(template)}
            >
              Add columns for this template
            </Button>
          )}
        </>
      )}
    </footer>
  );
}

function Chosen({ state, controller, player, catalogue, values }: PanelProps & { readonly values: Choice }) {
  const { choice, playing, sheet } = state;
  const shown = shownCatalogue(state);
  const column = COLUMN_OF[shown];
  const look = catalogue.look(values.avatar_id);
  const voice = catalogue.voice(values.voice_id);
  const template = catalogue.template(values.template_id);
  const known = { looks: look, voices: voice, templates: template }[shown];
  const imageUrl = shown === 'voices' ? undefined : (look?.previewImageUrl ?? template?.thumbnailUrl ?? '');
  const beside =
    shown === 'voices'
      ? values.avatar_id && `with look ${look?.name || values.avatar_id}`
      : values.voice_id && `with voice ${voice?.name || values.voice_id}`;
  const plays = voice !== undefined && playing?.voiceId === voice.id;
  const inRow = sheet?.row ? `In row ${sheet.row.number}` : '';
  return (
    <ThumbnailLine
      name={known?.name || values[column] || `No ${shown.slice(0, -1)} chosen`}
      imageUrl={imageUrl}
      fine={beside ?? (choice[column] === undefined ? inRow : 'Chosen, not written yet')}
      before={
        imageUrl === undefined &&
        voice !== undefined &&
        safeUrl(voice.previewAudioUrl) !== '' && (
          <Button
            icon={plays ? 'stop' : 'play'}
            label={plays ? 'Stop the preview' : `Play the preview of ${voice.name}`}
            onPress={() => player.toggle(voice)}
          />
        )
      }
    >
      {Object.keys(choice).some((name) => name in values) && (
        <Button
          icon="close"
          label="Undo the choice"
          onPress={() => controller.dispatch({ type: 'choose', choice: null })}
        />
      )}
    </ThumbnailLine>
  );
}
