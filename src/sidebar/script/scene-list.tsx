import type { RowView, SceneView } from '../../app/sidebar/contract.ts';
import { ThumbnailLine } from '../catalogue/thumbnail-line.tsx';
import { OutsideLink } from '../page/outside-link.tsx';
import type { KnownCatalogue } from '../page/panel.ts';
import { fileWords } from './file-words.ts';
import { MarkedScript } from './marked-script.tsx';
import { Recording } from './recording.tsx';

const KINDS = { look: 'Avatar', photo: 'Photo', image: 'Picture', video: 'Clip' } as const;

/** The scenes of a row: what each shows and says, and what differs from the row. */
export function SceneList(props: { readonly row: RowView; readonly catalogue: KnownCatalogue }) {
  return (
    <ol class="scenes" aria-label="Scenes">
      {props.row.scenes.map((scene, index) => (
        <Scene key={index} {...props} scene={scene} number={index + 1} />
      ))}
    </ol>
  );
}

function Scene(props: {
  readonly row: RowView;
  readonly catalogue: KnownCatalogue;
  readonly scene: SceneView;
  readonly number: number;
}) {
  const { row, catalogue, scene, number } = props;
  const { kind, source, script, audio } = scene;
  const lookId = scene.look || row.avatarId;
  const look = catalogue.look(lookId);
  const seen = kind === 'look' ? look?.name || lookId || 'No avatar yet' : KINDS[kind];
  const voice = scene.voice && `Voice: ${catalogue.voice(scene.voice)?.name || scene.voice}`;
  const facts = [
    scene.seconds !== null && `${scene.seconds} s`,
    voice,
    scene.background && `Background: ${scene.background}`,
  ].filter(Boolean);
  return (
    <li>
      <ThumbnailLine
        name={seen}
        number={number}
        imageUrl={kind === 'look' ? (look?.previewImageUrl ?? '') : kind === 'video' ? '' : source}
        shape={kind === 'look' ? undefined : kind === 'video' ? 'play' : 'picture'}
        fine={
          <>
            {source !== '' && <OutsideLink address={source}>{fileWords(source)}</OutsideLink>}
            {source !== '' && facts.length > 0 && ' · '}
            {facts.join(' · ')}
          </>
        }
      />
      {script !== '' && <MarkedScript text={scene} />}
      {audio !== '' && <Recording source={audio} />}
    </li>
  );
}
