/*
 * Every column that Reelmerge writes has one entry here. `link` names the field of HeyGen's video that holds the link.
 * Such a column needs only one more thing: its place in the ledger, in core/jobs/ledger-line.ts. For what the other
 * columns show, see core/jobs/row-output.ts.
 */

/** The columns that Reelmerge writes, and creates when they are missing. */
export const OUTPUT_COLUMNS = [
  { name: 'status', note: "The state of this row's video. Written by Reelmerge." },
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
    note: 'Connects the row to its video, wherever the row moves. Do not edit it. Written by Reelmerge.',
  },
] as const;

/**
 * Optional columns: Reelmerge writes them only where the user has created them. A column of such a name may also hold
 * the user's own values. It becomes ours when it is found empty, and its header then gets the note.
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
  {
    name: 'email_html',
    note: 'The video for an e-mail, as HTML: a picture and a play button that lead to its page. Written by Reelmerge.',
  },
  {
    name: 'thumbnail_image',
    picture: true,
    note: 'A picture from the video, shown in the cell. It works for 7 days. Written by Reelmerge.',
  },
] as const;

/** All columns that Reelmerge ever writes. */
export const WRITTEN_COLUMNS = [...OUTPUT_COLUMNS, ...EXTRA_OUTPUT_COLUMNS] as const;

/** The notes of these columns end with these words. They show that a column is ours. */
export const WRITTEN_BY_US = 'Written by Reelmerge.';

type WrittenColumn = (typeof WRITTEN_COLUMNS)[number];

export type OutputName = WrittenColumn['name'];

/** A column that shows a link from HeyGen. */
export type LinkColumn = Extract<WrittenColumn, { readonly link: string }>;
