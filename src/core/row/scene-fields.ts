import { readAsset } from '../columns/asset.ts';
import type { InputName } from '../columns/columns.ts';
import type { InputColumn } from '../columns/input-column.ts';
import { FRAME_COLUMNS, PICTURE_COLUMNS } from '../columns/picture-columns.ts';
import type { RowFields } from '../columns/row-fields.ts';
import { SPOKEN_COLUMNS } from '../columns/spoken-columns.ts';
import { excerpt, type Issue, listed } from '../issue.ts';
import { failure, type Result, success } from '../result.ts';
import type { Findings } from './findings.ts';
import { type Clip, readClip, readSound, readStill, type Still } from './scene-files.ts';
import { SCENE_OPTIONS, type SceneOption, type StrayOption, type WrittenScene } from './scene-script.ts';

/** What the options of a scene say. They come before what its row says. */
export interface SceneFields {
  readonly fields: RowFields;
  readonly named: ReadonlySet<SceneOption>;
  readonly still?: Still;
  readonly clip?: Clip;
  /** Everything in brackets is a known option with a value. */
  readonly understood: boolean;
}

const COLUMNS: readonly InputColumn[] = [...SPOKEN_COLUMNS, ...FRAME_COLUMNS, ...PICTURE_COLUMNS];

/** Options that do for one scene what a column does for the row. */
const COLUMN_OF = {
  avatar: 'avatar_id',
  photo: 'image',
  background: 'background',
  voice: 'voice_id',
  engine: 'engine',
  motion: 'motion_prompt',
  expressiveness: 'expressiveness',
} as const satisfies Partial<Record<SceneOption, InputName>>;

/** The scene option that corresponds to a column. Undefined when none does. */
export function optionFor(column: InputName): SceneOption | undefined {
  return SCENE_OPTIONS.find((option) => columnOf(option) === column);
}

function columnOf(option: SceneOption): InputName | undefined {
  const names: Readonly<Partial<Record<SceneOption, InputName>>> = COLUMN_OF;
  return names[option];
}

/** Reads the options of a scene. Options that cannot be read are reported and left out. */
export function sceneFields(scene: WrittenScene, findings: Findings): SceneFields {
  let read: Omit<SceneFields, 'named' | 'understood'> = { fields: {} };
  const named = new Set<SceneOption>();
  for (const word of scene.unknown) {
    findings.issue(
      'scene_option_unknown',
      'script',
      `[${excerpt(word)}: …] is not a scene option. Write ${listed(SCENE_OPTIONS, 'or')}, or remove the bracket.`,
    );
  }
  for (const stray of scene.strays) findings.issue('scene_option_misread', 'script', strayWords(stray));
  for (const { name, value } of scene.options) {
    if (named.has(name)) {
      findings.issue('scene_options_clash', 'script', `[${name}: …] appears twice. Keep one of them.`);
    }
    named.add(name);
    const option = value === '' ? failure([emptyOption(name)]) : readOption(name, value);
    if (option.ok) {
      read = { ...read, ...option.value, fields: { ...read.fields, ...option.value.fields } };
    } else {
      findings.add(option.failure.map((issue) => ({ ...issue, column: 'script' })));
    }
  }
  const clear = scene.unknown.length === 0 && scene.strays.length === 0;
  return { ...read, named, understood: clear && scene.options.every(({ value }) => value !== '') };
}

function strayWords({ name, fault }: StrayOption): string {
  switch (fault) {
    case 'late':
      return `[${name}: …] comes after words, so it would be spoken. Put it at the beginning, before the first word.`;
    case 'colon':
      return `[${name} …] has no colon, so it would be spoken. Write [${name}: …] at the beginning, or remove the brackets.`;
    case 'open':
      return `[${name}: …] is not closed, so it would be spoken. Write ] after its value, on the same line and with no other bracket between.`;
  }
}

function emptyOption(name: SceneOption): Issue {
  return {
    code: 'scene_option_misread',
    column: 'script',
    message: `[${name}: …] has no value in this row. Write one, or use the option only where there is one: <<if ${name} is not empty>>[${name}: <<${name}>>]<<end>>.`,
  };
}

type Read = Result<Partial<SceneFields>, readonly Issue[]>;

function readOption(name: SceneOption, value: string): Read {
  switch (name) {
    case 'photo':
      return read(readAsset('photo', value, 'image'), (image) => ({ fields: { image } }));
    case 'image':
      return read(readStill(value), (still) => ({ still }));
    case 'video':
      return read(readClip(value), (clip) => ({ clip }));
    case 'audio':
      return read(readSound(value), (fields) => ({ fields }));
    default: {
      const own = columnOf(name);
      const fields = COLUMNS.find((column) => column.name === own)?.read(value) ?? success({});
      return fields.ok ? success({ fields: fields.value }) : fields;
    }
  }
}

function read<Value>(found: Result<Value, Issue>, toFields: (value: Value) => Partial<SceneFields>): Read {
  return found.ok ? success(toFields(found.value)) : failure([found.failure]);
}
