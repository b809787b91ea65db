import * as z from 'zod';
import type { Call } from '../call.ts';
import type { FileVariable, Template, TemplateVariable } from '../catalogue/look.ts';
import { refusalOf } from '../check/body-schemas.ts';
import { lookOf } from '../check/check-look.ts';
import { assetRefusal, urlRefusal } from '../check/check-parts.ts';
import { folderRefusal } from '../check/check-place.ts';
import { videoCost } from '../check/price.ts';
import { scriptRefusal, speechSeconds } from '../check/speech.ts';
import { withoutTest } from '../check/without-test.ts';
import { invalid, jsonReply, type Refusal, type Reply, refusal, refusalReply } from '../exchange.ts';
import { onceByKey } from '../idempotency.ts';
import { creditRefusal, slotRefusal } from '../limits.ts';
import { plainUrl } from '../media-url.ts';
import { pageOf, pageReply } from '../paging.ts';
import { readJson } from '../read-json.ts';
import { failure, type Result, success } from '../result.ts';
import { videoResource } from '../video-resource.ts';
import type { World } from '../world.ts';

const CREATED_AT = 1_735_689_600;
const even = z.int().min(128).max(4096).multipleOf(2);

const generateSchema = z.strictObject({
  variables: z.record(z.string(), z.unknown()),
  title: z.string().nullish(),
  scene_ids: z.array(z.string()).min(1).nullish(),
  folder_id: z.string().nullish(),
  brand_voice_id: z.string().nullish(),
  callback_id: z.string().nullish(),
  callback_url: z.string().nullish(),
  caption: z.boolean().optional(),
  dimension: z.strictObject({ width: even, height: even }).nullish(),
  enable_sharing: z.boolean().optional(),
  fps: z.union([z.literal(25), z.literal(30), z.literal(60)]).optional(),
  include_gif: z.boolean().optional(),
  keep_text_vertically_centered: z.boolean().optional(),
  reorder_music: z.boolean().optional(),
  subtitles: z
    .strictObject({
      preset_name: z.string(),
      alignment: z.int().nullish(),
      disable_highlight: z.boolean().nullish(),
      font_size: z.int().nullish(),
      position: z.strictObject({ x: z.number().optional(), y: z.number().optional() }).nullish(),
    })
    .nullish(),
});

const fileVariable = <Type extends FileVariable['type']>(type: Type) =>
  z
    .strictObject({ type: z.literal(type), url: z.string().optional(), asset_id: z.string().optional() })
    .refine(({ url, asset_id }) => (url === undefined) !== (asset_id === undefined), {
      error: 'Exactly one of url and asset_id must be given',
    });

const variableSchemas: Readonly<Record<TemplateVariable['type'], z.ZodType<TemplateVariable>>> = {
  text: z.strictObject({ type: z.literal('text'), content: z.string() }),
  image: fileVariable('image'),
  video: fileVariable('video'),
  audio: fileVariable('audio'),
  character: z.strictObject({ type: z.literal('character'), character_id: z.string() }),
  voice: z.strictObject({ type: z.literal('voice'), voice_id: z.string() }),
};

function summary(world: World, template: Template): object {
  return {
    id: template.id,
    name: template.name,
    aspect_ratio: template.aspectRatio,
    thumbnail_url: plainUrl(world, `/_media/templates/${template.id}.svg`),
    created_at: CREATED_AT,
    updated_at: CREATED_AT,
  };
}

/** GET /v3/templates */
export function listTemplates(call: Call): Reply {
  const page = pageOf(call, [...call.world.catalogue.templates.values()], 100, 10);
  return pageReply(call, page, (template) => summary(call.world, template));
}

function notFound(id: string): Reply {
  return refusalReply(refusal(404, 'template_not_found', `There is no template "${id}".`));
}

/** GET /v3/templates/{template_id} */
export function getTemplate(call: Call): Reply {
  const [id = ''] = call.params;
  const template = call.world.catalogue.templates.get(id);
  if (template === undefined) return notFound(id);
  const scenes = template.scenes.map((scene) => ({
    scene_id: scene.id,
    script: scene.script,
    variables: Object.entries(template.variables)
      .filter(([name, { type }]) => type !== 'text' || scene.script.includes(`{{${name}}}`))
      .map(([name, { type }]) => ({ name, variable_type: type })),
  }));
  const scene_ids = template.scenes.map((scene) => scene.id);
  const { variables } = template;
  return jsonReply(200, { data: { ...summary(call.world, template), variables, scene_ids, scenes } });
}

/** POST /v3/templates/{template_id}: the reply is the whole new video. */
export function generateFromTemplate(call: Call): Reply {
  const { world, account } = call;
  const [id = ''] = call.params;
  const template = world.catalogue.templates.get(id);
  if (template === undefined) return notFound(id);
  return onceByKey(call, (key) => {
    const json = readJson(call.body);
    if (!json.ok) return refusalReply(json.failure);
    const { rest, free } = withoutTest(json.value, world.options.acceptTest);
    const body = generateSchema.safeParse(rest);
    if (!body.success) return refusalReply(refusalOf(body.error));
    const { title, caption, subtitles, folder_id, scene_ids } = body.data;
    const spoken = fillTemplate(call, template, body.data.variables, scene_ids ?? null);
    if (!spoken.ok) return refusalReply(spoken.failure);
    const misplaced = folderRefusal(folder_id, world.checkView(account));
    if (misplaced !== null) return refusalReply(misplaced);
    const { script, look } = spoken.value;
    const seconds = speechSeconds(script, 1);
    const price = videoCost(seconds, 'avatar_iv', 'studio_avatar', world.options.costPerSecond);
    const cost = free ? 0 : price;
    const refused = creditRefusal(world, account, cost) ?? slotRefusal(world, account);
    if (refused !== null) return refusalReply(refused);
    const video = world.acceptVideo(
      {
        type: 'template',
        title: title ?? template.name,
        script,
        looks: [look],
        engine: 'avatar_iv',
        format: 'mp4',
        captions: caption === true || subtitles != null ? 'burned' : 'none',
        folder: folder_id || null,
        callbackId: body.data.callback_id ?? null,
        background: '',
        seconds,
        cost,
      },
      { account, key, batch: '', item: -1 },
    );
    return jsonReply(200, { data: videoResource(world, video) });
  });
}

function fillTemplate(
  call: Call,
  template: Template,
  given: Readonly<Record<string, unknown>>,
  sceneIds: readonly string[] | null,
): Result<{ script: string; look: string }, Refusal> {
  const values = new Map(Object.entries(template.variables));
  for (const [name, value] of Object.entries(given)) {
    const kind = values.get(name)?.type;
    if (kind === undefined) {
      return failure(invalid(`variables.${name}`, `The template has no variable "${name}".`));
    }
    const parsed = variableSchemas[kind].safeParse(value);
    if (!parsed.success) {
      const { param, message } = refusalOf(parsed.error);
      return failure(invalid(`variables.${name}${param === '' ? '' : `.${param}`}`, message));
    }
    const refused = variableRefusal(call, name, parsed.data);
    if (refused !== null) return failure(refused);
    values.set(name, parsed.data);
  }
  const scripts: string[] = [];
  for (const sceneId of sceneIds ?? template.scenes.map((scene) => scene.id)) {
    const scene = template.scenes.find((candidate) => candidate.id === sceneId);
    if (scene === undefined) return failure(invalid('scene_ids', `There is no scene "${sceneId}".`));
    scripts.push(
      scene.script.replace(/\{\{(.+?)\}\}/gs, (whole, name: string) => {
        const value = values.get(name);
        return value?.type === 'text' ? value.content : whole;
      }),
    );
  }
  const script = scripts.join('\n');
  const refused = scriptRefusal(script, 'variables');
  if (refused !== null) return failure(refused);
  const character = [...values.values()].find((value) => value.type === 'character');
  return success({ script, look: character?.character_id ?? 'Anna_Office_Front_public' });
}

function variableRefusal(call: Call, name: string, value: TemplateVariable): Refusal | null {
  const view = call.world.checkView(call.account);
  const param = `variables.${name}`;
  if (value.type === 'image' || value.type === 'video' || value.type === 'audio') {
    if (value.url !== undefined) return urlRefusal(value.url, value.type, `${param}.url`);
    return assetRefusal(value.asset_id ?? '', `${param}.asset_id`, view);
  }
  if (value.type === 'character') {
    const look = lookOf(value.character_id, 'avatar_iv', `${param}.character_id`, view);
    return look.ok ? null : look.failure;
  }
  if (value.type === 'voice' && !view.catalogue.voices.has(value.voice_id)) {
    return refusal(404, 'voice_not_found', `There is no voice "${value.voice_id}".`, param);
  }
  return null;
}
