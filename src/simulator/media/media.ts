import { decodeSegment } from '../call.ts';
import type { Look } from '../catalogue/look.ts';
import type { Reply } from '../exchange.ts';
import { isSignedNow } from '../media-url.ts';
import type { VideoRecord } from '../records.ts';
import type { World } from '../world.ts';
import { rangeOf } from './byte-range.ts';
import { filmFile } from './film.ts';
import { lookPicture, type PortraitSubject, posterPicture } from './portrait.ts';
import { PHRASE_SECONDS, toneFile } from './tone.ts';
import { notePage, subtitleFile, videoPage } from './video-page.ts';

/** Titles and names are hostile text: nothing that is served may run a script or pass for another type. */
const GUARD = {
  'Content-Security-Policy':
    "default-src 'none'; style-src 'unsafe-inline'; img-src 'self'; media-src 'self'",
  'X-Content-Type-Options': 'nosniff',
  'Cache-Control': 'no-store',
};

function file(type: string, body: string | Uint8Array, status = 200): Reply {
  return { kind: 'reply', status, headers: { 'Content-Type': type, ...GUARD }, body, tookMs: 0 };
}

const PREVIEW_SECONDS = 4;

const page = (body: string, status = 200): Reply => file('text/html; charset=utf-8', body, status);
const svg = (body: string): Reply => file('image/svg+xml', body);

const gone = (): Reply => page(notePage('Nothing here', 'There is no such file.'), 404);

/** Whether the simulator's own URLs point to this path. */
export function isMediaPath(path: string): boolean {
  return path.startsWith('/_media/') || path.startsWith('/videos/');
}

/** Serves everything that the URLs in replies point to. `range` is the header of that name, '' without one. */
export function serveMedia(
  world: World,
  path: string,
  query: ReadonlyMap<string, string>,
  range: string,
): Reply {
  return rangeOf(findMedia(world, path, query), range);
}

function findMedia(world: World, path: string, query: ReadonlyMap<string, string>): Reply {
  const match = /^\/(?:_media\/)?([a-z]+)\/([^/]+?)(\.[a-z0-9]+)?$/.exec(path);
  if (match === null) return gone();
  const [, kind = '', encoded = '', extension = ''] = match;
  const id = decodeSegment(encoded);
  if (path.startsWith('/videos/')) return servePage(world, id);
  if (kind === 'looks') return serveLook(world.catalogue.looks.get(id), extension);
  if (kind === 'groups') {
    return serveLook(
      [...world.catalogue.looks.values()].find((look) => look.groupId === id),
      extension,
    );
  }
  if (kind === 'voices') {
    const voice = world.catalogue.voices.get(id);
    return voice === undefined ? gone() : file('audio/wav', toneFile(voice.id, voice.gender, PHRASE_SECONDS));
  }
  if (kind === 'speech') {
    const speech = world.speeches.get(id);
    return speech === undefined
      ? gone()
      : file('audio/wav', toneFile(speech.voice, 'female', speech.seconds));
  }
  if (kind === 'templates') return serveTemplate(world, id);
  if (kind === 'assets') return serveAsset(world, id);
  return serveVideoFile(world, kind, id, isSignedNow(world, path, query));
}

function speakerOf(world: World, video: VideoRecord): PortraitSubject {
  const look = world.catalogue.looks.get(video.looks[0] ?? '');
  return look ?? { id: video.id, name: 'Picture', gender: 'male' };
}

function completed(world: World, id: string): VideoRecord | null {
  const video = world.videos.get(id);
  return video === undefined || video.deletedAt !== 0 || video.state !== 'completed' ? null : video;
}

function film(format: VideoRecord['format'], seconds: number): Reply {
  return file(`video/${format}`, filmFile(format, seconds));
}

/** `video_page_url`: the page is there before the video is. It shows the words, which the film does not hold. */
function servePage(world: World, id: string): Reply {
  const video = world.videos.get(id);
  if (video === undefined || video.deletedAt !== 0) return gone();
  if (video.state === 'completed') {
    const speaker = speakerOf(world, video);
    const about = `${speaker.name} · ${video.seconds} s · a simulated video, rendered by nobody`;
    return page(videoPage({ ...video, about }, speaker));
  }
  const sentence =
    video.state === 'failed' ? 'This video failed; nothing was charged.' : 'This video is being rendered.';
  return page(notePage(video.title === '' ? 'Untitled video' : video.title, sentence));
}

function serveVideoFile(world: World, kind: string, id: string, signed: boolean): Reply {
  const video = completed(world, id);
  if (video === null) return gone();
  if (kind === 'gifs') return svg(posterPicture(speakerOf(world, video), video.title, true));
  if (!signed) {
    return page(notePage('Access denied', 'This link has expired. Read the video again for a new one.'), 403);
  }
  if (kind === 'videos' || (kind === 'captioned' && video.captions === 'burned')) {
    return film(video.format, video.seconds);
  }
  if (kind === 'thumbnails') return svg(posterPicture(speakerOf(world, video), video.title, false));
  if (kind === 'subtitles' && video.captions !== 'none') {
    return file('application/x-subrip; charset=utf-8', subtitleFile(video.script, video.seconds));
  }
  return gone();
}

function serveLook(look: Look | undefined, extension: string): Reply {
  if (look === undefined) return gone();
  return extension === '.svg' ? svg(lookPicture(look, look.orientation)) : film('mp4', PREVIEW_SECONDS);
}

function serveTemplate(world: World, id: string): Reply {
  const template = world.catalogue.templates.get(id);
  if (template === undefined) return gone();
  return svg(posterPicture({ id, name: template.name, gender: 'female' }, template.name, false));
}

function serveAsset(world: World, id: string): Reply {
  const asset = world.assets.get(id);
  if (asset === undefined) return gone();
  if (asset.content === '') {
    return svg(posterPicture({ id, name: asset.name, gender: 'male' }, asset.name, false));
  }
  return file(asset.mime, Buffer.from(asset.content, 'base64'));
}
