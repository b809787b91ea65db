import * as z from 'zod';
import { invalid, type Refusal } from '../exchange.ts';

/** The closed bodies of POST /v3/videos as published. Rules that span several fields are in `check-video.ts`. */
const text = z.string().nullish();
const assetInput = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('url'), url: z.string() }),
  z.strictObject({ type: z.literal('asset_id'), asset_id: z.string() }),
  z.strictObject({ type: z.literal('base64'), data: z.string(), media_type: z.string() }),
]);

const audio = { script: text, audio_url: text, audio_asset_id: text };

const voiceEngine = z.discriminatedUnion('engine_type', [
  z.strictObject({
    engine_type: z.literal('elevenlabs'),
    model: z
      .enum(['eleven_multilingual_v2', 'eleven_turbo_v2_5', 'eleven_flash_v2_5', 'eleven_v3'])
      .nullish(),
    similarity_boost: z.number().nullish(),
    stability: z.number().nullish(),
    style: z.number().nullish(),
    use_speaker_boost: z.boolean().nullish(),
  }),
  z.strictObject({
    engine_type: z.literal('fish'),
    model: z.enum(['s1', 's2-pro']).nullish(),
    similarity: z.number().nullish(),
    stability: z.number().nullish(),
  }),
  z.strictObject({ engine_type: z.literal('starfish') }),
]);

const voice = {
  voice_id: text,
  voice_settings: z
    .strictObject({
      speed: z.number().min(0.5).max(1.5).optional(),
      pitch: z.number().min(-50).max(50).optional(),
      volume: z.number().min(0).max(1).optional(),
      locale: text,
      engine_settings: voiceEngine.nullish(),
    })
    .nullish(),
};

const background = z
  .strictObject({ type: z.enum(['color', 'image']), value: text, url: text, asset_id: text })
  .nullish();

/** Any name, because HeyGen adds engines. `check-look.ts` checks that the look supports it. */
const engine = z
  .strictObject({ type: z.string(), reference_look_id: text })
  .refine(({ type, reference_look_id }) => type === 'avatar_v' || reference_look_id === undefined, {
    error: 'Only avatar_v takes reference_look_id',
    path: ['reference_look_id'],
  })
  .nullish();

const motion = {
  expressiveness: z.enum(['high', 'medium', 'low']).nullish(),
  motion_prompt: text,
};

const fraction = z.number().min(0).max(1);
const watermark = z
  .strictObject({
    image: assetInput,
    opacity: fraction.optional(),
    scale: z.number().positive().optional(),
    placement: z
      .strictObject({
        position: z.enum(['top_left', 'top_right', 'bottom_left', 'bottom_right']).optional(),
        offset_x: z.number().nullish(),
        offset_y: z.number().nullish(),
      })
      .nullish(),
  })
  .nullish();

const canvas = {
  title: text,
  folder_id: text,
  brand_glossary_id: text,
  aspect_ratio: z.enum(['16:9', '9:16', '4:5', '5:4', '1:1', 'auto']).nullish(),
  resolution: z.enum(['4k', '1080p', '720p']).nullish(),
  callback_id: text,
  callback_url: text,
  caption: z
    .strictObject({ file_format: z.enum(['srt']).optional(), style: z.enum(['default']).nullish() })
    .nullish(),
  watermark,
};

const output = {
  background,
  fit: z.enum(['contain', 'cover']).nullish(),
  output_format: z.enum(['mp4', 'webm']).optional(),
  remove_background: z.boolean().nullish(),
};

const avatarVideo = z.strictObject({
  type: z.literal('avatar'),
  avatar_id: z.string(),
  engine,
  ...audio,
  ...voice,
  ...motion,
  ...canvas,
  ...output,
});

const imageVideo = z.strictObject({
  type: z.literal('image'),
  image: assetInput,
  ...audio,
  ...voice,
  ...motion,
  ...canvas,
  ...output,
});

const cinematicVideo = z.strictObject({
  type: z.literal('cinematic_avatar'),
  avatar_id: z.array(z.string()).min(1).max(3),
  prompt: z.string().min(1),
  aspect_ratio: z.enum(['16:9', '9:16', '1:1']).optional(),
  auto_duration: z.boolean().optional(),
  duration: z.int().min(4).max(15).nullish(),
  enhance_prompt: z.boolean().optional(),
  references: z.array(assetInput).max(12).nullish(),
  resolution: z.enum(['720p', '1080p']).optional(),
  title: text,
  folder_id: text,
});

const sceneColour = z.strictObject({ type: z.literal('color'), color: z.string() }).nullish();
const speakingScene = z.strictObject({
  type: z.literal('avatar_video'),
  input: z.discriminatedUnion('type', [
    z.strictObject({
      type: z.literal('avatar'),
      avatar_id: z.string(),
      background: sceneColour,
      engine,
      ...audio,
      ...voice,
      ...motion,
    }),
    z.strictObject({ type: z.literal('image'), image: assetInput, ...audio, ...voice, ...motion }),
  ]),
});
const imageScene = z.strictObject({
  type: z.literal('image'),
  source: assetInput,
  duration: z.number().positive().max(300).nullish(),
  ...audio,
  ...voice,
});
const clipScene = z.strictObject({
  type: z.literal('video'),
  source: assetInput,
  playback: z.strictObject({ volume: fraction.optional(), mute: z.boolean().optional() }).nullish(),
});
const studioVideo = z.strictObject({
  type: z.literal('studio'),
  scenes: z
    .array(z.discriminatedUnion('type', [speakingScene, imageScene, clipScene]))
    .min(1)
    .max(50),
  ...canvas,
});

export const videoSchema = z.discriminatedUnion('type', [
  avatarVideo,
  imageVideo,
  cinematicVideo,
  studioVideo,
]);

export type AvatarBody = z.infer<typeof avatarVideo>;
export type ImageBody = z.infer<typeof imageVideo>;
export type CinematicBody = z.infer<typeof cinematicVideo>;
export type StudioBody = z.infer<typeof studioVideo>;
export type AssetInput = z.infer<typeof assetInput>;

/** The first thing wrong with a body. `place` stands before the names of its fields: '' or `avatar`. */
export function refusalOf(error: z.ZodError, place = ''): Refusal {
  const issue = error.issues[0];
  const path = [place, ...(issue?.path.map(String) ?? [])].filter((part) => part !== '');
  if (issue?.code === 'unrecognized_keys') {
    return invalid([...path, issue.keys[0] ?? ''].join('.'), 'Extra inputs are not permitted');
  }
  const field = path.join('.');
  return invalid(field, `${field === '' ? 'The body' : field}: ${issue?.message ?? 'not valid'}.`);
}
