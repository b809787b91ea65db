import { readBackground } from './background.ts';
import { readAspectRatio, readChoice } from './choice.ts';
import { readIdentifier } from './identifier.ts';
import type { Issue } from './issue.ts';
import { failure, type Result, success } from './result.ts';
import { checkScript } from './script.ts';
import { titleOf } from './title.ts';
import { RESOLUTIONS, type RequestPart } from './video-request.ts';

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

/** A column that says what to render. Everything that the add-on knows of it stands in its entry. */
interface InputColumn {
  readonly name: string;
  /** Plain help, put on the header cell as a note. */
  readonly note: string;
  /** Whether `<<Header>>` is merged in it. */
  readonly merged: boolean;
  /** The row cannot be sent without it; told when both the cell and the sheet's default are blank. */
  readonly missing?: Issue;
  /** Reads a cell that is neither blank nor an error, after merging. */
  readonly read: (text: string) => Result<RequestPart, readonly Issue[]>;
}

export const INPUT_COLUMNS = [
  {
    name: 'script',
    note: 'What the avatar says. Write <<Header>> to put in a value from the row, <<first_name|there>> to have a word ready for an empty cell, and <break time="1s"/> for a pause. At most 5,000 characters.',
    merged: true,
    missing: {
      code: 'script_missing',
      column: 'script',
      message:
        'There is no script. Write it in the column "script", or set one for the whole sheet in the sidebar.',
    },
    read: (script) => {
      const issues = checkScript(script);
      return issues.length === 0 ? success({ script }) : failure(issues);
    },
  },
  {
    name: 'avatar_id',
    note: 'Which look speaks. Pick one in the sidebar, or paste the id of a look. Blank: the look chosen for the whole sheet.',
    merged: false,
    missing: {
      code: 'avatar_missing',
      column: 'avatar_id',
      message: 'No avatar is chosen. Pick a look in the sidebar, or write its id in the column "avatar_id".',
    },
    read: (text) => part(readIdentifier('avatar_id', text), (avatar_id) => ({ avatar_id })),
  },
  {
    name: 'voice_id',
    note: "Which voice speaks. Blank: the voice chosen for the whole sheet, else the look's own.",
    merged: false,
    read: (text) => part(readIdentifier('voice_id', text), (voice_id) => ({ voice_id })),
  },
  {
    name: 'background',
    note: 'A colour (#1a2b3c or a name such as navy), the https:// address of a jpg, png or webp picture, asset:<id> of an upload, or transparent.',
    merged: true,
    read: (text) =>
      part(readBackground(text), (background): RequestPart => {
        if (background.kind === 'color') return { background: { type: 'color', value: background.value } };
        if (background.kind === 'image') return { background: { type: 'image', url: background.url } };
        if (background.kind === 'asset')
          return { background: { type: 'image', asset_id: background.assetId } };
        return { output_format: 'webm' };
      }),
  },
  {
    name: 'title',
    note: "The video's name in HeyGen; <<Header>> works here too. Blank: how the script begins.",
    merged: true,
    read: (text) => {
      const title = titleOf(text);
      return success(title === '' ? {} : { title });
    },
  },
  {
    name: 'aspect_ratio',
    note: '16:9, 9:16, 4:5, 5:4, 1:1 or auto. Blank: 16:9.',
    merged: false,
    read: (text) => part(readAspectRatio(text), (aspect_ratio) => ({ aspect_ratio })),
  },
  {
    name: 'resolution',
    note: "4k, 1080p or 720p. Blank: HeyGen's choice.",
    merged: false,
    read: (text) => part(readChoice('resolution', text, RESOLUTIONS), (resolution) => ({ resolution })),
  },
] as const satisfies readonly InputColumn[];

export type InputName = (typeof INPUT_COLUMNS)[number]['name'];

/** The only columns that are ever written. */
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

export type OutputName = (typeof OUTPUT_COLUMNS)[number]['name'];

export type ColumnName = InputName | OutputName;

function part<Value>(
  read: Result<Value, Issue>,
  toPart: (value: Value) => RequestPart,
): Result<RequestPart, readonly Issue[]> {
  return read.ok ? success(toPart(read.value)) : failure([read.failure]);
}
