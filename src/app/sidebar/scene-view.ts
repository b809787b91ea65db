import type { AssetInput } from '../../core/heygen/video-request.ts';
import { Findings } from '../../core/row/findings.ts';
import type { RowReading } from '../../core/row/row-reading.ts';
import { sceneFields } from '../../core/row/scene-fields.ts';
import type { SceneOption, WrittenScene } from '../../core/row/scene-script.ts';
import type { SceneView } from './contract.ts';

/** A scene as the sidebar shows it. An option that cannot be read is '' here, and an issue of the row. */
export function sceneView(scene: WrittenScene, row: RowReading): SceneView {
  const own = sceneFields(scene, new Findings());
  const written = (name: SceneOption): string =>
    scene.options.find((option) => option.name === name)?.value ?? '';
  const kind = kindOf(own.named, row);
  const sources: Readonly<Record<SceneView['kind'], AssetInput | undefined>> = {
    look: undefined,
    photo: own.fields.image ?? (own.named.has('photo') ? undefined : row.fields.image),
    image: own.still?.source,
    video: own.clip?.source,
  };
  const source = sources[kind];
  return {
    kind,
    source: source === undefined ? '' : assetText(source),
    script: scene.text,
    marks: scene.marks,
    look: own.fields.looks?.[0] ?? '',
    voice: own.fields.voice_id ?? '',
    background: written('background'),
    audio: audioOf(own.fields),
    seconds: own.still?.duration ?? null,
  };
}

function kindOf(named: ReadonlySet<SceneOption>, row: RowReading): SceneView['kind'] {
  if (named.has('video')) return 'video';
  if (named.has('image')) return 'image';
  if (named.has('photo')) return 'photo';
  return row.cells.has('image') && !named.has('avatar') ? 'photo' : 'look';
}

/** A file by its name in the cell. The data of an inline file is left out: it may be large. */
export function assetText(asset: AssetInput): string {
  if (asset.type === 'url') return asset.url;
  return asset.type === 'asset_id' ? `asset:${asset.asset_id}` : 'data:';
}

/** The address of the recording, or `asset:<id>`; '' for none. */
export function audioOf(fields: { readonly audio_url?: string; readonly audio_asset_id?: string }): string {
  if (fields.audio_url !== undefined) return fields.audio_url;
  return fields.audio_asset_id === undefined ? '' : `asset:${fields.audio_asset_id}`;
}
