import { useEffect } from 'preact/hooks';
import { counted } from '../../core/count-words.ts';
import { Button } from '../page/button.tsx';
import { Outcome } from '../page/outcome.tsx';
import type { PanelProps } from '../page/panel.ts';
import { type Choice, isPending } from '../page/state.ts';
import { safeUrl } from '../safe-url.ts';
import { LanguageVoiceButton } from './language-voice-button.tsx';
import { ThumbnailLine } from './thumbnail-line.tsx';
import { COLUMN_OF, shownCatalogue, valuesToUse, WORD_OF } from './use-choice.ts';

/** The footer of the pickers: the current choice and the buttons that use it. */
export function ChoiceBar(panel: PanelProps) {
  const { state, controller, catalogue } = panel;
  const { sheet } = state;
  const values = valuesToUse(state);
  const rows = sheet?.selectedRows ?? 0;
  const template = values.template_id;
  const word = WORD_OF[shownCatalogue(state)];
  const own =
    word === 'voice' ? catalogue.voice(catalogue.look(sheet?.row?.avatarId)?.defaultVoiceId) : undefined;
  useLeavingNotice(state, controller);
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
        <p class="fine">
          {own !== undefined && (
            <>
              Will speak: {own.name}, {own.language} (the avatar’s own).
              <br />
            </>
          )}
          Choose {word === 'avatar' ? 'an' : 'a'} {word} to use it in your rows.
        </p>
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

/** What is good news only for a moment leaves by itself, and the first cards are whole. */
function useLeavingNotice({ notice }: PanelProps['state'], controller: PanelProps['controller']): void {
  const leaves = notice?.of === 'sidebarConnect' && notice.kind === 'good';
  useEffect(() => {
    if (!leaves) return;
    const wait = setTimeout(() => controller.dispatch({ type: 'notice', notice: null }), SHOWN_MS);
    return () => clearTimeout(wait);
  }, [leaves]);
}

const SHOWN_MS = 5_000;

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
      ? values.avatar_id && `with ${look?.name || values.avatar_id}`
      : values.voice_id && `with voice ${voice?.name || values.voice_id}`;
  const plays = voice !== undefined && playing?.voiceId === voice.id;
  const inRow = sheet?.row ? `In row ${sheet.row.number}` : '';
  const old = shown === 'voices' ? sheet?.row?.voiceId : shown === 'looks' ? sheet?.row?.avatarId : '';
  const oldName = old ? (shown === 'voices' ? catalogue.voice(old) : catalogue.look(old))?.name || old : '';
  const replaces = oldName === '' || old === values[column] ? '' : `, replaces ${oldName}`;
  return (
    <ThumbnailLine
      name={known?.name || values[column] || `No ${WORD_OF[shown]} chosen`}
      imageUrl={imageUrl}
      fine={beside ?? (choice[column] === undefined ? inRow : `Not written yet${replaces}`)}
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
