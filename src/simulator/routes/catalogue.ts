import type { Call } from '../call.ts';
import type { Look, Voice } from '../catalogue/look.ts';
import { invalid, jsonReply, type Reply, refusal, refusalReply } from '../exchange.ts';
import { plainUrl } from '../media-url.ts';
import { pageOf, pageReply } from '../paging.ts';
import type { World } from '../world.ts';

/** Unix seconds. The catalogue is older than everything else. */
const CREATED_AT = 1_735_689_600;
const SIZES = { landscape: [1920, 1080], portrait: [1080, 1920], square: [1080, 1080] } as const;

/** A parameter that must be one of a few words. '' if it is absent, undefined if it is another word. */
function word(call: Call, name: string, words: readonly string[]): string | undefined {
  const given = call.query.get(name) ?? '';
  return given === '' || words.includes(given) ? given : undefined;
}

function wordRefusal(name: string, words: readonly string[]): Reply {
  return refusalReply(invalid(name, `${name} must be one of ${words.join(', ')}.`));
}

const OWNERSHIPS = ['public', 'private'];
const AVATAR_TYPES = ['studio_avatar', 'digital_twin', 'photo_avatar'];

function mediaOf(world: World, kind: 'looks' | 'groups', id: string): object {
  const path = `/_media/${kind}/${encodeURIComponent(id)}`;
  return {
    preview_image_url: plainUrl(world, `${path}.svg`),
    preview_video_url: plainUrl(world, `${path}.mp4`),
  };
}

function lookResource(world: World, look: Look): object {
  const [width, height] = SIZES[look.orientation];
  return {
    id: look.id,
    name: look.name,
    avatar_type: look.type,
    group_id: look.groupId,
    gender: look.gender,
    default_voice_id: look.defaultVoiceId === '' ? null : look.defaultVoiceId,
    preferred_orientation: look.orientation,
    image_width: width,
    image_height: height,
    supported_api_engines: look.engines,
    tags: look.tags,
    ...mediaOf(world, 'looks', look.id),
    status: look.ownership === 'private' ? look.status : null,
    error:
      look.status === 'failed' ? { code: 'training_failed', message: 'The footage was too short.' } : null,
  };
}

/** GET /v3/avatars/looks */
export function listLooks(call: Call): Reply {
  const ownership = word(call, 'ownership', OWNERSHIPS);
  if (ownership === undefined) return wordRefusal('ownership', OWNERSHIPS);
  const type = word(call, 'avatar_type', AVATAR_TYPES);
  if (type === undefined) return wordRefusal('avatar_type', AVATAR_TYPES);
  const group = call.query.get('group_id') ?? '';
  const looks = [...call.world.catalogue.looks.values()].filter(
    (look) =>
      (ownership === '' || look.ownership === ownership) &&
      (type === '' || look.type === type) &&
      (group === '' || look.groupId === group),
  );
  return pageReply(call, pageOf(call, looks, 50, 20), (look) => lookResource(call.world, look));
}

/** GET /v3/avatars/looks/{look_id} */
export function getLook(call: Call): Reply {
  const [id = ''] = call.params;
  const look = call.world.catalogue.looks.get(id);
  return look === undefined
    ? refusalReply(refusal(404, 'avatar_not_found', `There is no avatar look "${id}".`))
    : jsonReply(200, { data: lookResource(call.world, look) });
}

function groupResource(world: World, looks: readonly Look[]): object {
  const [first] = looks;
  if (first === undefined) return {};
  return {
    id: first.groupId,
    name: first.groupName,
    gender: first.gender,
    looks_count: looks.length,
    default_voice_id: first.defaultVoiceId === '' ? null : first.defaultVoiceId,
    ...mediaOf(world, 'groups', first.groupId),
    created_at: CREATED_AT,
    consent_status: null,
    status: first.ownership === 'private' ? 'completed' : null,
    error: null,
  };
}

function groupsOf(world: World, ownership: string): Map<string, Look[]> {
  const groups = new Map<string, Look[]>();
  for (const look of world.catalogue.looks.values()) {
    if (ownership !== '' && look.ownership !== ownership) continue;
    const group = groups.get(look.groupId);
    if (group === undefined) groups.set(look.groupId, [look]);
    else group.push(look);
  }
  return groups;
}

/** GET /v3/avatars */
export function listGroups(call: Call): Reply {
  const ownership = word(call, 'ownership', OWNERSHIPS);
  if (ownership === undefined) return wordRefusal('ownership', OWNERSHIPS);
  const groups = [...groupsOf(call.world, ownership).values()];
  return pageReply(call, pageOf(call, groups, 50, 20), (group) => groupResource(call.world, group));
}

/** GET /v3/avatars/{group_id} */
export function getGroup(call: Call): Reply {
  const [id = ''] = call.params;
  const group = groupsOf(call.world, '').get(id);
  return group === undefined
    ? refusalReply(refusal(404, 'avatar_not_found', `There is no avatar "${id}".`))
    : jsonReply(200, { data: groupResource(call.world, group) });
}

function previewAudioUrl(world: World, voice: Voice): string {
  return plainUrl(world, `/_media/voices/${voice.id}.wav`);
}

function voiceResource(world: World, voice: Voice): object {
  return {
    voice_id: voice.id,
    name: voice.name,
    language: voice.language,
    gender: voice.gender,
    type: voice.type,
    support_pause: voice.supportsPause,
    support_locale: voice.supportsLocale,
    preview_audio_url: previewAudioUrl(world, voice),
  };
}

/** GET /v3/voices: the public voices, unless `type` asks for the private ones. */
export function listVoices(call: Call): Reply {
  const type = word(call, 'type', OWNERSHIPS);
  if (type === undefined) return wordRefusal('type', OWNERSHIPS);
  const wanted = (name: string): string => (call.query.get(name) ?? '').toLowerCase();
  const [language, gender, engine] = [wanted('language'), wanted('gender'), wanted('engine')];
  const voices = [...call.world.catalogue.voices.values()].filter(
    (voice) =>
      voice.type === (type === '' ? 'public' : type) &&
      (language === '' || voice.language.toLowerCase() === language) &&
      (gender === '' || voice.gender === gender) &&
      (engine === '' || voice.engines.includes(engine)),
  );
  return pageReply(call, pageOf(call, voices, 100, 20), (voice) => voiceResource(call.world, voice));
}

/** GET /v3/voices/{voice_id} */
export function getVoice(call: Call): Reply {
  const [id = ''] = call.params;
  const voice = call.world.catalogue.voices.get(id);
  if (voice === undefined) {
    return refusalReply(refusal(404, 'voice_not_found', `There is no voice "${id}".`));
  }
  return jsonReply(200, {
    data: {
      voice_id: voice.id,
      name: voice.name,
      language: voice.language,
      gender: voice.gender,
      support_pause: voice.supportsPause,
      preview_audio_url: previewAudioUrl(call.world, voice),
      support_interactive_avatar: false,
      created_at: CREATED_AT,
      status: voice.type === 'private' ? 'complete' : null,
      failure_message: null,
    },
  });
}
