import { readAddress, readAsset, readAssetId } from '../columns/asset.ts';
import { type NumberRange, readNumber } from '../columns/setting-number.ts';
import type { AssetInput } from '../heygen/video-request.ts';
import { excerpt, type Issue } from '../issue.ts';
import { failure, type Result, success } from '../result.ts';

/** A still picture. `duration` in seconds when nobody speaks over it. */
export interface Still {
  readonly source: AssetInput;
  readonly duration?: number;
}

/** A clip with its own sound; `volume` from 0 to 1. */
export interface Clip {
  readonly source: AssetInput;
  readonly volume?: number;
  readonly mute?: true;
}

/** How long a still can be shown when nobody speaks over it. */
const STILL_SECONDS = { least: 0.1, most: 300, example: '5' };
const CLIP_VOLUME = { least: 0, most: 1, percent: true, example: '30%' } as const;

/** A recording, as a field of the scene. */
export function readSound(
  value: string,
): Result<{ readonly audio_asset_id: string } | { readonly audio_url: string }, Issue> {
  const isAsset = /^asset:/iu.test(value);
  const read = isAsset ? readAssetId('audio', value) : readAddress('audio', value, 'audio');
  if (!read.ok) return read;
  return success(isAsset ? { audio_asset_id: read.value } : { audio_url: read.value });
}

/** `https://example.com/office.jpg 5s`: a picture, and how long it is shown when nobody speaks. */
export function readStill(value: string): Result<Still, Issue> {
  const { file, rest } = fileAndRest(value);
  const source = readAsset('image', file, 'image');
  if (!source.ok) return source;
  if (rest === '') return success({ source: source.value });
  const seconds = rest.replace(/\s*(?:s|sec|secs|seconds?)\.?$/iu, '');
  const duration = readSetting('image', rest, seconds, STILL_SECONDS, 'seconds from 0.1 to 300, such as 5s');
  return duration.ok ? success({ source: source.value, duration: duration.value }) : duration;
}

/** `https://example.com/clip.mp4 muted`, or with a volume such as `30%`. */
export function readClip(value: string): Result<Clip, Issue> {
  const { file, rest } = fileAndRest(value);
  const source = readAsset('video', file, 'video');
  if (!source.ok) return source;
  if (rest === '') return success({ source: source.value });
  if (/^muted?$/iu.test(rest)) return success({ source: source.value, mute: true });
  const volume = readSetting(
    'video',
    rest,
    rest,
    CLIP_VOLUME,
    'muted, or a volume from 0% to 100% such as 30%',
  );
  return volume.ok ? success({ source: source.value, volume: volume.value }) : volume;
}

function readSetting(
  option: string,
  written: string,
  number: string,
  range: NumberRange,
  remedy: string,
): Result<number, Issue> {
  const read = readNumber(option, number, range);
  if (read.ok) return read;
  return failure({
    ...read.failure,
    message: `"${excerpt(written)}" after the file in [${option}: …] is not valid. Write ${remedy}, and %20 for each space in an address.`,
  });
}

/** Splits a value into the file and the text after it. A space separates them, or a comma as in a list. */
function fileAndRest(value: string): { readonly file: string; readonly rest: string } {
  const [first = ''] = value.split(/\s/u);
  const [, file = first.replace(/(?<![,;])[,;]+$/u, '')] =
    /^(\S*?\.[a-z]\w{1,4})[,;](?:\d\S*|muted?)$/iu.exec(first) ?? [];
  return { file, rest: value.slice(file.length).replace(/^[,;\s]+/u, '') };
}
