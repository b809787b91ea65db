import type { Catalogue, Look, Ownership, Voice } from '../app/catalogue.ts';
import { connect, type HeyGenOptions } from './connection.ts';
import { withQuery } from './query.ts';
import { looksReply, reader, voicesReply, type WireLook, type WireVoice } from './schemas.ts';
import { pageOf } from './values.ts';

/** The catalogue port over HTTP, a page a call. */
export function createCatalogue(options: HeyGenOptions): Catalogue {
  const { ask } = connect(options);
  return {
    looks: (token, ownership) =>
      ask({
        operation: 'looks',
        method: 'GET',
        path: withQuery('avatars/looks', [
          ['ownership', ownership ?? ''],
          ['limit', '50'],
          ['token', token ?? ''],
        ]),
        read: reader(looksReply, (reply) => {
          const { items, nextToken } = pageOf(reply.data, reply, (look) => lookOf(look, ownership ?? null));
          return { looks: items, nextToken: onward(nextToken, token) };
        }),
      }),

    voices: (type, token) =>
      ask({
        operation: 'voices',
        method: 'GET',
        path: withQuery('voices', [
          ['type', type],
          ['limit', '100'],
          ['token', token ?? ''],
        ]),
        read: reader(voicesReply, (reply) => {
          const { items, nextToken } = pageOf(reply.data, reply, (voice) => voiceOf(voice, type));
          return { voices: items, nextToken: onward(nextToken, token) };
        }),
      }),
  };
}

/** A token that names the page just read would page for ever. */
function onward(nextToken: string, token: string | null): string | null {
  return nextToken === '' || nextToken === token ? null : nextToken;
}

function lookOf(wire: WireLook, ownership: Ownership | null): Look {
  return {
    id: wire.id,
    name: wire.name,
    type: wire.avatar_type,
    gender: wire.gender,
    groupId: wire.group_id,
    previewImageUrl: wire.preview_image_url,
    previewVideoUrl: wire.preview_video_url,
    defaultVoiceId: wire.default_voice_id,
    orientation: wire.preferred_orientation,
    engines: wire.supported_api_engines,
    tags: wire.tags,
    ownership,
    status: wire.status,
  };
}

function voiceOf(wire: WireVoice, type: Ownership): Voice {
  return {
    id: wire.voice_id,
    name: wire.name,
    language: wire.language,
    gender: wire.gender,
    type,
    previewAudioUrl: wire.preview_audio_url,
    supportsPause: wire.support_pause,
    supportsLocale: wire.support_locale,
  };
}
