import type { InputName } from '../columns/columns.ts';
import type { Scene, Speaker, StudioRequest } from '../heygen/video-request.ts';
import { isUsable, type RowCells } from '../row/row-cells.ts';
import { saysTwoThings } from '../row/scene-clash.ts';
import { optionFor, type SceneFields, sceneFields } from '../row/scene-fields.ts';
import type { SceneOption, WrittenScene } from '../row/scene-script.ts';
import { MAX_SCRIPT_CHARACTERS } from '../speech/script.ts';
import { engineOf, motionOf, type RequestContext, soleLook, speechOf } from './speaker.ts';
import { frameOf } from './speaking-request.ts';

/** HeyGen's limit for one video. */
const MAX_SCENES = 50;

/**
 * One video of several scenes; null when one of them cannot be made, which was told. In a `faulty` script some
 * merge fields stand as they were written.
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
      `The script has ${scenes.length} scenes, and HeyGen takes ${MAX_SCENES}. Remove some of the lines of ---.`,
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
      `The scenes have ${grouped(characters)} characters together once they are merged, and HeyGen takes ${grouped(MAX_SCRIPT_CHARACTERS)}. Shorten them by ${grouped(characters - MAX_SCRIPT_CHARACTERS)}.`,
    );
  }
  const built = scenes.slice(0, MAX_SCENES).map((scene, index) => {
    if (faulty && scene.options.some(({ value }) => value.includes('<<'))) return null;
    const alone = scenes.length === 1;
    const within = alone ? findings : findings.within(`Scene ${index + 1}: `);
    return sceneOf({ ...context, findings: within }, cells, scene, alone);
  });
  const whole = built.filter((scene) => scene !== null);
  return whole.length < built.length ? null : { type: 'studio', scenes: whole, ...frameOf(context.fields) };
}

function grouped(count: number): string {
  return count.toLocaleString('en');
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
  // What was meant as a bracket could be anything: what stands beside it is not judged.
  if (!own.clear || saysTwoThings(own, scene, context.findings)) return null;
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
      'Nobody speaks over this picture. Write how long it is shown, such as [image: https://example.com/office.jpg 5s], or what is said.',
    );
    return null;
  }
  // Options that were named and could not be read have been told already.
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
        ? 'Nothing is said behind the brackets. Write there what is said.'
        : 'Nothing is said in it. Write what is said, or remove the line of --- beside it.',
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
    'Behind a look in a scene HeyGen takes colours only. Write a colour in the column "background", or [background: navy] in the scene.',
  );
  return {};
}
