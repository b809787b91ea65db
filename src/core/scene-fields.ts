import { readAddress, readAsset, readAssetId } from './asset.ts';
import type { InputColumn } from './input-column.ts';
import { excerpt, type Issue, listed } from './issue.ts';
import { FRAME_COLUMNS, PICTURE_COLUMNS } from './picture-columns.ts';
import { failure, type Result, success } from './result.ts';
import type { RowFields } from './row-fields.ts';
import { SCENE_OPTIONS, type SceneOption, type WrittenScene } from './scene-script.ts';
import { readNumber } from './setting-number.ts';
import type { Wanted } from './speaker.ts';
import { SPOKEN_COLUMNS } from './spoken-columns.ts';
import type { AssetInput } from './video-request.ts';

/** What the options of one scene come to, on top of what its row says. */
export interface SceneFields {
  readonly fields: RowFields;
  readonly named: ReadonlySet<SceneOption>;
  readonly still?: { readonly source: AssetInput; readonly duration?: number };
  readonly clip?: { readonly source: AssetInput; readonly volume?: number; readonly mute?: true };
}

const COLUMNS: readonly InputColumn[] = [...SPOKEN_COLUMNS, ...FRAME_COLUMNS, ...PICTURE_COLUMNS];

/** Options that are a column for one scene only. */
const COLUMN_OF: Readonly<Partial<Record<SceneOption, string>>> = {
  avatar: 'avatar_id',
  photo: 'image',
  background: 'background',
  voice: 'voice_id',
  engine: 'engine',
  motion: 'motion_prompt',
  expressiveness: 'expressiveness',
};

/** The seconds that a still is held when nobody speaks over it. */
const STILL_SECONDS = { least: 0.1, most: 300, example: '5' };

/** Reads the options of a scene. What cannot be read has been told, and is left out. */
export function sceneFields(scene: WrittenScene, { findings }: Wanted): SceneFields {
  let read: SceneFields = { fields: {}, named: new Set() };
  const named = new Set<SceneOption>();
  for (const word of scene.unknown) {
    findings.issue(
      'scene_option_unknown',
      'script',
      `[${excerpt(word)}: …] is no option of a scene. Write ${listed(SCENE_OPTIONS, 'or')}, or no bracket at its beginning.`,
    );
  }
  for (const { name, value } of scene.options) {
    if (named.has(name)) {
      findings.issue('scene_options_clash', 'script', `[${name}: …] stands there twice. Leave one of them.`);
    }
    named.add(name);
    const option = readOption(name, value);
    if (option.ok) {
      read = { ...read, ...option.value, fields: { ...read.fields, ...option.value.fields } };
    } else {
      findings.add(option.failure.map((issue) => ({ ...issue, column: 'script' })));
    }
  }
  return { ...read, named };
}

function readOption(name: SceneOption, value: string): Result<Partial<SceneFields>, readonly Issue[]> {
  const column = COLUMNS.find((known) => known.name === COLUMN_OF[name]);
  if (column !== undefined) {
    const read = column.read(value);
    return read.ok ? success({ fields: read.value }) : read;
  }
  if (name === 'image') return readStill(value);
  return name === 'video' ? readClip(value) : readSound(value);
}

function readSound(value: string): Result<Partial<SceneFields>, readonly Issue[]> {
  const isAsset = /^asset:/iu.test(value);
  const read = isAsset ? readAssetId('audio', value) : readAddress('audio', value, 'audio');
  if (!read.ok) return failure([read.failure]);
  return success({ fields: isAsset ? { audio_asset_id: read.value } : { audio_url: read.value } });
}

/** `https://example.com/office.jpg 5s`: the picture, and how long it is held when nobody speaks. */
function readStill(value: string): Result<Partial<SceneFields>, readonly Issue[]> {
  const { file, rest } = firstWord(value);
  const source = readAsset('image', file, 'image');
  if (!source.ok) return failure([source.failure]);
  if (rest === '') return success({ still: { source: source.value } });
  const seconds = rest.replace(/\s*(?:s|sec|secs|seconds?)\.?$/iu, '');
  const duration = readNumber('image', seconds, STILL_SECONDS);
  if (!duration.ok) return failure([duration.failure]);
  return success({ still: { source: source.value, duration: duration.value } });
}

/** `https://example.com/clip.mp4 muted`, or with a volume such as `30%`. */
function readClip(value: string): Result<Partial<SceneFields>, readonly Issue[]> {
  const { file, rest } = firstWord(value);
  const source = readAsset('video', file, 'video');
  if (!source.ok) return failure([source.failure]);
  if (rest === '') return success({ clip: { source: source.value } });
  if (/^muted?$/iu.test(rest)) return success({ clip: { source: source.value, mute: true } });
  const volume = readNumber('video', rest, { least: 0, most: 1, percent: true, example: '30%' });
  if (!volume.ok) return failure([volume.failure]);
  return success({ clip: { source: source.value, volume: volume.value } });
}

function firstWord(value: string): { readonly file: string; readonly rest: string } {
  const [file = ''] = value.split(/\s/u);
  return { file, rest: value.slice(file.length).trim() };
}
