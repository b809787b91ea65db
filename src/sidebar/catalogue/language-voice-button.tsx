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
  if (shownCatalogue(state) !== 'voices' || sheet?.hasLanguages !== true) return null;
  // The add-on knows the language by HeyGen's name for it, and keeps it by its code.
  if (voice === undefined || voice.language === '' || /multi/iu.test(voice.language)) return null;
  return (
    <Button
      kind="text"
      busy={isPending(state, 'sidebarSheetSettings')}
      onPress={() =>
        void controller.setForSheet(
          { voices: { ...sheet.settings.voices, [voice.language]: voice.id } },
          sheet.tab,
        )
      }
    >
      Use for all rows in {voice.language}
    </Button>
  );
}
