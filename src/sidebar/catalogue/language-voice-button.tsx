import { languageNamed } from '../../core/speech/languages.ts';
import { Button } from '../page/button.tsx';
import type { PanelProps } from '../page/panel.ts';
import { isPending } from '../page/state.ts';
import { shownCatalogue } from './use-choice.ts';

/** Makes a voice the one for every row in its language. Only where rows say their language, and the voice has one. */
export function LanguageVoiceButton({
  state,
  controller,
  catalogue,
  voiceId,
}: PanelProps & { readonly voiceId: string | undefined }) {
  const { sheet } = state;
  const voice = catalogue.voice(voiceId);
  const language = languageNamed(voice?.language ?? '');
  if (shownCatalogue(state) !== 'voices' || sheet?.hasLanguages !== true) return null;
  if (voice === undefined || language === null) return null;
  return (
    <Button
      kind="text"
      busy={isPending(state, 'sidebarSheetSettings')}
      onPress={() =>
        void controller.setForSheet(
          { voices: { ...sheet.settings.voices, [language.code]: voice.id } },
          sheet.tab,
        )
      }
    >
      Use for every row in {language.name}
    </Button>
  );
}
