import type { AssetInput } from '../heygen/video-request.ts';
import { excerpt, type Issue, type IssueCode, listed } from '../issue.ts';
import { failure, type Result, success } from '../result.ts';
import { addressFault, pageRemedy } from './web-address.ts';

/** The kind of file that a column needs. `any`: a reference for a cinematic video may be a picture, clip or sound. */
export type Media = 'image' | 'audio' | 'video' | 'any';

const IMAGES = ['jpg', 'jpeg', 'png', 'webp'];
const SOUNDS = ['mp3', 'wav', 'm4a', 'aac', 'ogg'];
const CLIPS = ['mp4', 'webm', 'mov'];

const ENDINGS: Readonly<Record<Media, readonly string[]>> = {
  image: IMAGES,
  audio: SOUNDS,
  video: CLIPS,
  any: [...IMAGES, ...SOUNDS, ...CLIPS],
};

const NOUNS: Readonly<Record<Media, string>> = {
  image: 'a picture',
  audio: 'a sound file',
  video: 'a video',
  any: 'a picture, video or sound file',
};

/** The ledger keeps a whole request in one cell, which holds 50,000 characters. */
const MAX_INLINE_CHARACTERS = 40_000;

/** The kind of file by the address's ending. Null when the ending does not say. */
export function mediaOf(url: string): 'image' | 'audio' | 'video' | null {
  const ending = /\.([a-z0-9]{2,5})(?:[?#]|$)/iu.exec(url)?.[1]?.toLowerCase() ?? '';
  if (IMAGES.includes(ending)) return 'image';
  if (SOUNDS.includes(ending)) return 'audio';
  return CLIPS.includes(ending) ? 'video' : null;
}

/** Reads a file as users write it: an https address, `asset:<id>` of an upload, or a picture's data. */
export function readAsset(column: string, written: string, media: Media): Result<AssetInput, Issue> {
  const text = written.trim();
  const word = text.slice(0, 8).toLowerCase();
  if (word.startsWith('asset:')) {
    const id = readAssetId(column, text);
    return id.ok ? success({ type: 'asset_id', asset_id: id.value }) : id;
  }
  if (word.startsWith('data:')) return readInline(column, text, media);
  const url = readAddress(column, text, media);
  return url.ok ? success({ type: 'url', url: url.value }) : url;
}

/** The id of an upload, with or without `asset:` in front. */
export function readAssetId(column: string, written: string): Result<string, Issue> {
  const id = written.trim().replace(/^asset:\s*/iu, '');
  if (/^[\w.-]{1,200}$/u.test(id)) return success(id);
  if (/^https?:/iu.test(id)) {
    const message = `The ${column} "${excerpt(id)}" is a web address. Write it in the column "audio_url" instead.`;
    return refused('asset_malformed', column, message);
  }
  return refused(
    'asset_malformed',
    column,
    `The ${column} "${excerpt(written)}" is not an asset id. Write asset: and the id that HeyGen gave the upload, without spaces.`,
  );
}

/** The https address of a file. */
export function readAddress(column: string, written: string, media: Media): Result<string, Issue> {
  const url = written.trim();
  const shown = excerpt(url);
  if (/^http:\/\//iu.test(url)) {
    return refused(
      'address_insecure',
      column,
      `The ${column} ${shown} begins with http://, and HeyGen accepts only https:// addresses. Put the file at an https:// address.`,
    );
  }
  if (!/^https:\/\//iu.test(url)) {
    const upload =
      column === 'audio_url'
        ? 'the id of an upload in the column "audio_asset_id"'
        : 'asset:<id> of an upload';
    return refused(
      'address_unknown',
      column,
      `The ${column} "${shown}" is not a web address. Write the https:// address of ${NOUNS[media]}, or ${upload}.`,
    );
  }
  const fault = addressFault(url, ENDINGS[media]);
  if (fault === null) return success(url);
  if (fault.kind === 'ending') {
    return refused(
      'address_other_media',
      column,
      `The ${column} ${shown} ends in .${fault.ending}. It must be ${NOUNS[media]}: ${listed(ENDINGS[media], 'or')}.`,
    );
  }
  if (fault.kind === 'page') {
    const message = `The ${column} ${shown} is a page on ${fault.site}, not the file itself. ${pageRemedy(fault.site)}`;
    return refused('address_malformed', column, message);
  }
  return refused(
    'address_malformed',
    column,
    fault.kind === 'space'
      ? `The ${column} ${shown} has a space in it. Write %20 for each space, or rename the file.`
      : `The ${column} ${shown} is not a usable web address. Copy the file's own address, such as https://example.com/file.${ENDINGS[media][0]}.`,
  );
}

/** A picture as a `data:` address, which goes into the request as it is. */
function readInline(column: string, text: string, media: Media): Result<AssetInput, Issue> {
  const remedy = 'Upload the picture in the sidebar and write asset:<id>, or give its https:// address.';
  if (text.length > MAX_INLINE_CHARACTERS) {
    const message = `The ${column} contains the picture itself, and it is too large: Reelmerge must keep the whole request in one cell. ${remedy}`;
    return refused('inline_too_long', column, message);
  }
  const parts = /^data:(image\/(?:png|jpeg|webp));base64,([a-z0-9+/]+={0,2})$/iu.exec(text);
  const [, type = '', data = ''] = parts ?? [];
  if (parts === null || (media !== 'image' && media !== 'any') || data.length % 4 === 1) {
    const message = `The ${column} "${excerpt(text)}" is not a picture that a cell can hold. ${remedy}`;
    return refused('inline_malformed', column, message);
  }
  return success({ type: 'base64', media_type: type.toLowerCase(), data });
}

function refused<Value>(code: IssueCode, column: string, message: string): Result<Value, Issue> {
  return failure({ code, column, message });
}
