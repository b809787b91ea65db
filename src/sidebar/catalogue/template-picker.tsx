import type { ComponentChildren } from 'preact';
import { useEffect } from 'preact/hooks';
import type { PanelProps } from '../page/panel.ts';
import { Card } from './card.tsx';
import { Picker } from './picker.tsx';
import { readable } from './search-text.ts';

/** The picker of HeyGen templates. They are loaded when it opens for the first time. */
export function TemplatePicker(props: PanelProps & { readonly above: ComponentChildren }) {
  const { state, controller, above } = props;
  useEffect(() => void controller.load('templates'), []);
  return (
    <Picker
      state={state}
      controller={controller}
      above={above}
      name="templates"
      pages={state.templates}
      inRow={state.sheet?.row?.template?.id ?? ''}
      filters={[]}
      none="Only templates with variables are listed. Create one in HeyGen."
      width={7}
      height={8}
      draw={({ name, thumbnailUrl, aspectRatio }, itemState) => (
        <Card
          name={name || 'Unnamed template'}
          imageUrl={thumbnailUrl}
          whole
          lines={[readable(aspectRatio)]}
          itemState={itemState}
        />
      )}
    />
  );
}
