import type { InputColumn } from './input-column.ts';
import { FRAME_COLUMNS, PICTURE_COLUMNS } from './picture-columns.ts';
import { PROMPT_COLUMNS } from './prompt-columns.ts';
import { SOUND_COLUMNS, SPOKEN_COLUMNS } from './spoken-columns.ts';
import { TEMPLATE_COLUMNS } from './template-columns.ts';

/**
 * What makes two headers the same column: letters and signs, not case, spaces, underscores, width
 * or invisible characters. "Avatar ID" and `avatar_id` share a key.
 */
export function headerKey(text: string): string {
  return (
    text
      .normalize('NFKC')
      .replace(/[\s_\u00ad\u200b-\u200d\u2060]+/gu, '')
      // Upper case first: it alone makes "ß" and "SS", "ς" and "Σ" equal.
      .toUpperCase()
      .toLowerCase()
      .normalize('NFKC')
  );
}

/** Every column that says what to render, in the order in which they are read, shown and told about. */
export const INPUT_COLUMNS = [
  ...SPOKEN_COLUMNS,
  ...FRAME_COLUMNS,
  ...SOUND_COLUMNS,
  ...PICTURE_COLUMNS,
  ...PROMPT_COLUMNS,
  ...TEMPLATE_COLUMNS,
] as const satisfies readonly InputColumn[];

export type InputName = (typeof INPUT_COLUMNS)[number]['name'];

/** The columns that are written, and made where they are missing. */
export const OUTPUT_COLUMNS = [
  { name: 'status', note: 'Where the video of this row stands. Written by Reelmerge.' },
  { name: 'problem', note: 'What went wrong and what to do about it. Written by Reelmerge.' },
  { name: 'video_url', note: 'The finished video. The link works for 7 days. Written by Reelmerge.' },
  { name: 'video_page', note: "The video's page in HeyGen, which does not expire. Written by Reelmerge." },
  { name: 'thumbnail', note: 'A picture from the video. The link works for 7 days. Written by Reelmerge.' },
  { name: 'seconds', note: 'How long the video is, in seconds. Written by Reelmerge.' },
  {
    name: 'job',
    note: 'Ties the row to its video, wherever the row is moved. Written by Reelmerge: leave it as it is.',
  },
] as const;

/**
 * Columns that are written only where the user has made them. A column of such a name may as well be the user's
 * own: it is ours from the day on which it was found empty, and its header then carries the note.
 */
export const EXTRA_OUTPUT_COLUMNS = [
  {
    name: 'gif_url',
    note: 'A short moving picture of the video, which does not expire. Written by Reelmerge.',
  },
  {
    name: 'captioned_video_url',
    note: 'The video with its subtitles burned in. The link works for 7 days. Written by Reelmerge.',
  },
  { name: 'subtitle_url', note: 'The subtitles as an SRT file. Written by Reelmerge.' },
  { name: 'valid_until', note: 'Until when the link in video_url works. Written by Reelmerge.' },
] as const;

/** The only columns that are ever written. */
export const WRITTEN_COLUMNS = [...OUTPUT_COLUMNS, ...EXTRA_OUTPUT_COLUMNS] as const;

/** With these words ends the note of every column that is written. */
export const WRITTEN_BY_US = 'Written by Reelmerge.';

export type OutputName = (typeof WRITTEN_COLUMNS)[number]['name'];

export type ColumnName = InputName | OutputName;
