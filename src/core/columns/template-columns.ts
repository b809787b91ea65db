import { excerpt, type Issue } from '../issue.ts';
import { failure, type Result, success } from '../result.ts';
import { readChoice, readYesNo } from './choice.ts';
import { COPIED, readIdentifier } from './identifier.ts';
import { field, type InputColumn, sequenceOf } from './input-column.ts';
import type { RowFields } from './row-fields.ts';

/** Columns for a video from a HeyGen template. */
export const TEMPLATE_COLUMNS = [
  {
    name: 'template_id',
    note: "A template of your HeyGen account that makes this row's video. Its variables are filled from the columns of the same names.",
    merged: false,
    modes: ['template'],
    content: true,
    read: (text) => field(readIdentifier('template_id', text), (template_id) => ({ template_id })),
  },
  {
    name: 'template_scenes',
    note: "Ids of the template's scenes to render, in this order, separated by commas. A scene may appear twice. Blank: all.",
    merged: false,
    modes: ['template'],
    read: (text) => {
      const scene_ids = sequenceOf(text);
      return templateField(scene_ids.length === 0 ? {} : { scene_ids });
    },
  },
  {
    name: 'template_subtitles',
    note: "Name of one of HeyGen's subtitle styles, such as classic or bold. Blank: none.",
    merged: false,
    modes: ['template'],
    read: (text) => templateField({ subtitles: { preset_name: text.trim() } }),
  },
  {
    name: 'template_size',
    note: "Width and height in pixels, such as 1280x720: even numbers from 128 to 4096, in the template's proportions. Blank: the template's.",
    merged: false,
    modes: ['template'],
    read: (text) => {
      const [, width, height] = /^(\d{3,4})\s*[x×*]\s*(\d{3,4})$/iu.exec(text.trim()) ?? [];
      const sides = [Number(width), Number(height)];
      if (sides.every((side) => side >= 128 && side <= 4096 && side % 2 === 0)) {
        return templateField({ dimension: { width: Number(width), height: Number(height) } });
      }
      return failure([sizeIssue(text)]);
    },
  },
  {
    name: 'template_fps',
    note: 'Frames per second: 25, 30 or 60. Blank: 25.',
    merged: false,
    modes: ['template'],
    read: (text) =>
      nested(readChoice('template_fps', text, ['25', '30', '60']), (fps) => ({ fps: Number(fps) })),
  },
  {
    name: 'template_brand_voice',
    note: 'The id of a brand voice, which knows how your names are pronounced.',
    merged: false,
    modes: ['template'],
    read: (text) =>
      nested(readIdentifier('template_brand_voice', text, COPIED), (brand_voice_id) => ({ brand_voice_id })),
  },
  {
    name: 'template_folder',
    note: 'The id of the HeyGen folder for the video.',
    merged: false,
    modes: ['template'],
    read: (text) => nested(readIdentifier('template_folder', text, COPIED), (folder_id) => ({ folder_id })),
  },
  {
    name: 'template_sharing',
    note: "Whether everyone with the link can see the video's page: yes or no. Blank: no.",
    merged: false,
    modes: ['template'],
    read: (text) => nested(readYesNo('template_sharing', text), (enable_sharing) => ({ enable_sharing })),
  },
] as const satisfies readonly InputColumn[];

type TemplateFields = NonNullable<RowFields['template']>;

function templateField(template: TemplateFields): Result<RowFields, readonly Issue[]> {
  return success({ template });
}

function nested<Value>(
  read: Result<Value, Issue>,
  toFields: (value: Value) => TemplateFields,
): Result<RowFields, readonly Issue[]> {
  return field(read, (value) => ({ template: toFields(value) }));
}

function sizeIssue(text: string): Issue {
  return {
    code: 'size_malformed',
    column: 'template_size',
    message: `The template_size "${excerpt(text)}" is not understood. Write width x height in even numbers from 128 to 4096, such as 1280x720.`,
  };
}
