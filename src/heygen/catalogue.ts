import type { Catalogue, Look, Ownership, Template, Voice } from '../app/ports/catalogue.ts';
import type { Asked } from '../app/ports/heygen.ts';
import { oneOffProblemWords } from '../core/heygen/one-off-problems.ts';
import { failure, success } from '../core/result.ts';
import { type Ask, connect, type HeyGenOptions } from './connection.ts';
import { pageOf } from './from-wire.ts';
import { encoded, withQuery } from './query.ts';
import {
  lookReply,
  looksReply,
  reader,
  templateReply,
  templatesReply,
  voiceReply,
  voicesReply,
  type WireLook,
  type WireTemplate,
  type WireVoice,
} from './schemas.ts';
import { templateVariables } from './template-variables.ts';

/** The catalogue port over HTTP, a page a call. */
export function createCatalogue(options: HeyGenOptions): Catalogue {
  const ask = forTheUser(connect(options).ask);
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
          return { looks: items, nextToken: furtherToken(nextToken, token) };
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
          return { voices: items, nextToken: furtherToken(nextToken, token) };
        }),
      }),

    look: (id) =>
      unlessMissing(
        ask({
          operation: 'look',
          method: 'GET',
          path: `avatars/looks/${encoded(id)}`,
          read: reader(lookReply, ({ data }) => ({
            type: data.avatar_type,
            engines: data.supported_api_engines,
            ...(data.default_voice_id === '' ? {} : { voiceId: data.default_voice_id }),
            ...(data.name === '' ? {} : { name: data.name }),
          })),
        }),
      ),

    isVoice(id) {
      const asked = ask({
        operation: 'voice',
        method: 'GET',
        path: `voices/${encoded(id)}`,
        read: reader(voiceReply, () => true),
      });
      // Any other 404 may be about the address and not about the voice.
      const isMissing = !asked.ok && asked.failure.code === 'voice_not_found';
      return isMissing ? success(false) : asked;
    },

    templates: (token) =>
      ask({
        operation: 'templates',
        method: 'GET',
        path: withQuery('templates', [
          ['limit', '100'],
          ['token', token ?? ''],
        ]),
        read: reader(templatesReply, (reply) => {
          const { items, nextToken } = pageOf(reply.data, reply, templateOf);
          return { templates: items, nextToken: furtherToken(nextToken, token) };
        }),
      }),

    template: (id) =>
      unlessMissing(
        ask({
          operation: 'template',
          method: 'GET',
          path: `templates/${encoded(id)}`,
          read: reader(templateReply, ({ data }) => ({
            ...templateOf(data),
            variables: templateVariables(data),
            sceneIds: data.scene_ids.filter((sceneId) => sceneId !== ''),
          })),
        }),
      ),
  };
}

/** Only the user can repeat these questions, so the sentences say so. */
function forTheUser(ask: Ask): Ask {
  return (call) => {
    const asked = ask(call);
    if (asked.ok) return asked;
    return failure({ ...asked.failure, message: oneOffProblemWords(asked.failure) });
  };
}

/** A 404 is an answer: the account has no such thing. */
function unlessMissing<Value>(asked: Asked<Value>): Asked<Value | null> {
  const isMissing = !asked.ok && asked.failure.kind === 'row' && asked.failure.httpStatus === 404;
  return isMissing ? success(null) : asked;
}

/** A token of the page that was just read would never lead to the end. */
function furtherToken(nextToken: string, token: string | null): string | null {
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

function templateOf(wire: WireTemplate): Template {
  return {
    id: wire.id,
    name: wire.name,
    thumbnailUrl: wire.thumbnail_url,
    aspectRatio: wire.aspect_ratio,
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
