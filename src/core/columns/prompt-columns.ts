import { failure, success } from '../result.ts';
import { readAsset } from './asset.ts';
import { readYesNo } from './choice.ts';
import { COPIED, readIdentifier } from './identifier.ts';
import { field, type InputColumn } from './input-column.ts';
import { readNumber } from './setting-number.ts';

/** Columns for a short film from a description, and the two that every kind of video has. */
export const PROMPT_COLUMNS = [
  {
    name: 'prompt',
    note: 'Describes a short cinematic video with one to three avatars of avatar_id in it, instead of a script. Costs several dollars a video.',
    merged: true,
    modes: ['cinematic'],
    content: true,
    read: (text) => success(text.trim() === '' ? {} : { prompt: text.trim() }),
  },
  {
    name: 'references',
    note: 'With a prompt: pictures, videos or sounds that guide it, as https:// addresses or asset:<id>, separated by commas.',
    merged: true,
    modes: ['cinematic'],
    content: true,
    picture: true,
    read: (text) => {
      const files = filesOf(text).map((entry) => readAsset('references', entry, 'any'));
      const issues = files.flatMap((file) => (file.ok ? [] : [file.failure]));
      if (issues.length > 0) return failure(issues);
      return success({ references: files.flatMap((file) => (file.ok ? [file.value] : [])) });
    },
  },
  {
    name: 'duration',
    note: 'With a prompt: the length in seconds, from 4 to 15, or auto. Blank: 10.',
    merged: false,
    modes: ['cinematic'],
    read: (text) =>
      text.trim().toLowerCase() === 'auto'
        ? success({ duration: 'auto' })
        : field(
            readNumber('duration', text, { least: 4, most: 15, whole: true, example: '10' }),
            (duration) => ({ duration }),
          ),
  },
  {
    name: 'enhance_prompt',
    note: 'With a prompt: whether HeyGen adds detail to it, yes or no. Blank: no.',
    merged: false,
    modes: ['cinematic'],
    read: (text) => field(readYesNo('enhance_prompt', text), (enhance_prompt) => ({ enhance_prompt })),
  },
  {
    name: 'folder_id',
    note: 'The id of the HeyGen folder for the video. The column template_folder comes before it. A new folder does not move a finished video.',
    merged: false,
    modes: ['avatar', 'image', 'studio', 'cinematic', 'template'],
    read: (text) => field(readIdentifier('folder_id', text, COPIED), (folder_id) => ({ folder_id })),
  },
  {
    name: 'test_mode',
    note: 'Whether to ask HeyGen for a free video with a watermark: yes or no. If HeyGen refuses, the row says so and you pay nothing. Blank: no.',
    merged: false,
    modes: ['avatar', 'image', 'studio', 'cinematic', 'template'],
    read: (text) => field(readYesNo('test_mode', text), (test_mode) => ({ test_mode })),
  },
] as const satisfies readonly InputColumn[];

/** Splits a list of files. A comma inside an address or inside a picture's data does not end it. */
function filesOf(text: string): readonly string[] {
  const entries = text.split(/[\n\r]+|[,;]\s+|[,;](?=https?:|asset:|data:|\s*$)/iu);
  return [...new Set(entries.map((entry) => entry.trim()).filter((entry) => entry !== ''))];
}
