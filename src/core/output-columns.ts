/*
 * Every column that Reelmerge writes: one entry each. `link` names the field of HeyGen's video from which a link
 * comes; such a column needs nothing else but its place in the ledger, in core/jobs/ledger-line.ts. What any other
 * column shows stands in core/jobs/row-output.ts.
 */

/** The columns that are written, and made where they are missing. */
export const OUTPUT_COLUMNS = [
  { name: 'status', note: 'Where the video of this row stands. Written by Reelmerge.' },
  { name: 'problem', note: 'What went wrong and what to do about it. Written by Reelmerge.' },
  {
    name: 'video_url',
    link: 'video_url',
    note: 'The finished video. The link works for 7 days. Written by Reelmerge.',
  },
  {
    name: 'video_page',
    link: 'video_page_url',
    note: "The video's page in HeyGen, which does not expire. Written by Reelmerge.",
  },
  {
    name: 'thumbnail',
    link: 'thumbnail_url',
    note: 'A picture from the video. The link works for 7 days. Written by Reelmerge.',
  },
  { name: 'seconds', number: true, note: 'How long the video is, in seconds. Written by Reelmerge.' },
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
    link: 'gif_url',
    note: 'A short moving picture of the video, which does not expire. Written by Reelmerge.',
  },
  {
    name: 'captioned_video_url',
    link: 'captioned_video_url',
    note: 'The video with its subtitles burned in. The link works for 7 days. Written by Reelmerge.',
  },
  {
    name: 'subtitle_url',
    link: 'subtitle_url',
    note: 'The subtitles as an SRT file. Written by Reelmerge.',
  },
  { name: 'valid_until', note: 'Until when the link in video_url works. Written by Reelmerge.' },
] as const;

/** The only columns that are ever written. */
export const WRITTEN_COLUMNS = [...OUTPUT_COLUMNS, ...EXTRA_OUTPUT_COLUMNS] as const;

/** The note of every column that is written ends with these words. */
export const WRITTEN_BY_US = 'Written by Reelmerge.';

type WrittenColumn = (typeof WRITTEN_COLUMNS)[number];

export type OutputName = WrittenColumn['name'];

/** A column that shows a link of HeyGen's. */
export type LinkColumn = Extract<WrittenColumn, { readonly link: string }>;
