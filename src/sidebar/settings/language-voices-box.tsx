import type { SheetView } from '../../app/sidebar/contract.ts';
import { Box } from '../page/box.tsx';
import { Button } from '../page/button.tsx';
import type { Controller } from '../page/controller.ts';
import { DefinitionRow } from '../page/definition-row.tsx';
import { EllipsisText } from '../page/ellipsis-text.tsx';
import type { KnownCatalogue } from '../page/panel.ts';

/** The voices of this sheet's languages. Nothing when it has none: they are chosen in the Voice tab. */
export function LanguageVoicesBox(props: {
  readonly controller: Controller;
  readonly sheet: SheetView;
  readonly catalogue: KnownCatalogue;
}) {
  const { controller, sheet, catalogue } = props;
  const voices = Object.entries(sheet.settings.voices);
  if (voices.length === 0) return null;
  return (
    <Box name="languages" title="Voices by language">
      <dl class="facts">
        {voices.map(([code, id]) => (
          <DefinitionRow key={code} name={nameOf(code)}>
            <EllipsisText text={catalogue.voice(id)?.name || id} />
            <Button
              kind="text"
              onPress={() => {
                const { [code]: _, ...others } = sheet.settings.voices;
                void controller.setForSheet({ voices: others }, sheet.tab);
              }}
            >
              Remove<span class="unseen"> the voice for {nameOf(code)}</span>
            </Button>
          </DefinitionRow>
        ))}
      </dl>
    </Box>
  );
}

function nameOf(code: string): string {
  return new Intl.DisplayNames(['en'], { type: 'language' }).of(code) ?? code;
}
