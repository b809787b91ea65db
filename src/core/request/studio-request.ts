import type { InputName } from '../columns/columns.ts';
import { grouped } from '../count-words.ts';
import type { Scene, Speaker, StudioRequest } from '../heygen/video-request.ts';
import { isUsable } from '../row/row-cells.ts';
import { hasClash } from '../row/scene-clash.ts';
import { optionFor, type SceneFields, sceneFields } from '../row/scene-fields.ts';
import type { SceneOption, WrittenScene } from '../row/scene-script.ts';
import type { RowCells } from '../row/written-cell.ts';
import { MAX_SCRIPT_CHARACTERS } from '../speech/script.ts';
import { engineOf, motionOf, type RequestContext, soleLook, speechOf } from './speaker.ts';
import { frameOf, glossaryOf } from './speaking-request.ts';

/** HeyGen's limit for a video. */
const MAX_SCENES = 50;

/**
 * A video with scenes. Null when one of them cannot be made, which is an issue. `faulty`: the script's merge fields
 * have issues, and some of them are still in it.
 */
export function studioRequest(
  context: RequestContext,
  cells: RowCells,
  scenes: readonly WrittenScene[],
  faulty: boolean,
): StudioRequest | null {
  const { findings } = context;
  if (scenes.length > MAX_SCENES) {
    findings.issue(
      'scenes_too_many',
      'script',
      `The script has ${scenes.length} scenes, but HeyGen allows ${MAX_SCENES}. Remove some lines of ---.`,
    );
  }
  const characters = scenes.reduce((sum, { text }) => sum + text.length, 0);
  if (
    characters > MAX_SCRIPT_CHARACTERS &&
    scenes.every(({ text }) => text.length <= MAX_SCRIPT_CHARACTERS)
  ) {
    findings.issue(
      'script_too_long',
      'script',
      `Together the scenes have ${grouped(characters)} characters after merging, but HeyGen allows ${grouped(MAX_SCRIPT_CHARACTERS)}. Shorten them by ${grouped(characters - MAX_SCRIPT_CHARACTERS)}.`,
    );
  }
  const built = scenes.slice(0, MAX_SCENES).map((scene, index) => {
    if (faulty && scene.options.some(({ value }) => value.includes('<<'))) return null;
    const alone = scenes.length === 1;
    const within = alone ? findings : findings.within(`Scene ${index + 1}: `);
    return sceneOf({ ...context, findings: within }, cells, scene, alone);
  });
  const whole = built.filter((scene) => scene !== null);
  if (whole.length < built.length) return null;
  return { type: 'studio', scenes: whole, ...glossaryOf(context.fields), ...frameOf(context.fields) };
}

function sceneOf(row: RequestContext, cells: RowCells, scene: WrittenScene, alone: boolean): Scene | null {
  const own = sceneFields(scene, row.findings);
  const optionOf = (name: InputName): SceneOption | undefined => {
    const option = optionFor(name);
    return option !== undefined && own.named.has(option) ? option : undefined;
  };
  const context: RequestContext = {
    ...row,
    fields: { ...row.fields, ...own.fields },
    isDefault: (name) => row.isDefault(name) && optionOf(name) === undefined,
    optionOf,
  };
  // A misread bracket could have meant anything, so the rest of the scene is not checked.
  if (!own.understood || hasClash(own, scene, context.findings)) return null;
  const text = scene.text === '' ? null : scene.text;
  if (own.clip !== undefined) {
    const { source, volume, mute } = own.clip;
    if (volume === undefined && mute === undefined) return { type: 'video', source };
    return {
      type: 'video',
      source,
      playback: { ...(volume === undefined ? {} : { volume }), ...(mute === undefined ? {} : { mute }) },
    };
  }
  if (own.still !== undefined) {
    const { source, duration } = own.still;
    const speech = speechOf(context, text, false);
    if (speech !== null) return { type: 'image', source, ...speech };
    if (duration !== undefined) return { type: 'image', source, duration };
    row.findings.issue(
      'scene_seconds_missing',
      'script',
      'Nobody speaks over this picture. Write how long to show it, such as [image: https://example.com/office.jpg 5s], or write what to say.',
    );
    return null;
  }
  // The option is there but could not be read, which is already reported.
  if (own.named.has('image') || own.named.has('video')) return null;
  return speakingScene(context, own, cells, text, alone);
}

function speakingScene(
  context: RequestContext,
  own: SceneFields,
  cells: RowCells,
  text: string | null,
  alone: boolean,
): Scene | null {
  const { fields, findings } = context;
  const ofImage = own.named.has('photo') || (isUsable(cells, 'image') && !own.named.has('avatar'));
  const lookId = ofImage ? '' : soleLook(context, cells.has('avatar_id') || own.named.has('avatar'));
  const speech = speechOf(context, text, !ofImage);
  if (speech === null && !own.named.has('audio')) {
    findings.issue(
      'script_empty',
      'script',
      alone
        ? 'Nothing is said after the brackets. Write there what to say.'
        : 'Nothing is said. Write what to say, or remove the line of --- beside it.',
    );
  }
  const motion = motionOf(context, ofImage ? null : lookId);
  let input: Speaker | null = null;
  if (ofImage) {
    const { image } = fields;
    if (image !== undefined && speech !== null) input = { type: 'image', image, ...speech, ...motion };
  } else {
    const engine = engineOf(context, lookId);
    const background = sceneBackground(context);
    if (lookId !== '' && speech !== null) {
      input = { type: 'avatar', avatar_id: lookId, ...speech, ...engine, ...motion, ...background };
    }
  }
  return input === null ? null : { type: 'avatar_video', input };
}

function sceneBackground({
  fields,
  findings,
  optionOf,
}: RequestContext): Pick<Extract<Speaker, { type: 'avatar' }>, 'background'> {
  const { background } = fields;
  if (background === undefined) return {};
  if (background.kind === 'color') return { background: { type: 'color', color: background.value } };
  findings.issue(
    'scene_background',
    optionOf?.('background') === undefined ? 'background' : 'script',
    'In a scene, HeyGen accepts only colours behind an avatar. Write a colour in the column "background", or [background: navy] in the scene.',
  );
  return {};
}
