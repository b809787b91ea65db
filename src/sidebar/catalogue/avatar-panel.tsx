import type { PanelProps } from '../page/panel.ts';
import { Segments } from '../page/segments.tsx';
import { galleryOf } from '../page/state.ts';
import { LookCard } from './look-card.tsx';
import { Picker } from './picker.tsx';
import { TemplatePicker } from './template-picker.tsx';

const GALLERIES = [
  { word: 'looks', shown: 'Avatars' },
  { word: 'templates', shown: 'Templates' },
] as const;

/** The first tab: picks what makes a row's video, a look or a HeyGen template. */
export function AvatarPanel(panel: PanelProps) {
  const { state, controller, catalogue } = panel;
  const gallery = galleryOf(state);
  const above = (
    <Segments
      label="What makes the video"
      name="gallery"
      value={gallery}
      words={GALLERIES}
      onPick={(word) => controller.dispatch({ type: 'gallery', gallery: word })}
    />
  );
  if (gallery === 'templates') return <TemplatePicker {...panel} above={above} />;
  return (
    <Picker
      {...panel}
      above={above}
      name="looks"
      pages={state.looks}
      inRow={state.sheet?.row?.avatarId ?? ''}
      filters={['gender', 'type', 'engine', 'orientation']}
      none="Create an avatar in HeyGen that can be used for videos."
      width={7}
      height={11}
      draw={(look, itemState) => (
        <LookCard
          look={look}
          voice={catalogue.voice(look.defaultVoiceId)?.name ?? ''}
          itemState={itemState}
        />
      )}
    />
  );
}
