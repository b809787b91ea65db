import { EXPRESSIVENESS, FITS, OUTPUT_FORMATS } from '../heygen/video-request.ts';
import { success } from '../result.ts';
import { readAsset } from './asset.ts';
import { readBackground } from './background.ts';
import {
  readAspectRatio,
  readCaptions,
  readChoice,
  readEngine,
  readResolution,
  readYesNo,
} from './choice.ts';
import { COPIED, readIdentifier } from './identifier.ts';
import { field, type InputColumn } from './input-column.ts';
import { titleOf } from './title.ts';

/** Columns for the picture that nearly every sheet has. */
export const FRAME_COLUMNS = [
  {
    name: 'background',
    note: 'A colour (#1a2b3c or a name such as navy or light blue), the https:// address of a jpg, png or webp picture, asset:<id> of an upload, or transparent.',
    merged: true,
    modes: ['avatar', 'image', 'studio'],
    content: true,
    picture: true,
    basic: true,
    read: (text) => field(readBackground(text), (background) => ({ background })),
  },
  {
    name: 'title',
    note: "The video's name in HeyGen; <<Header>> works here too. Blank: the beginning of the script.",
    merged: true,
    modes: ['avatar', 'image', 'studio', 'cinematic', 'template'],
    basic: true,
    read: (text) => {
      const title = titleOf(text);
      return success(title === '' ? {} : { title });
    },
  },
  {
    name: 'aspect_ratio',
    note: '16:9, 9:16, 4:5, 5:4, 1:1 or auto. Blank: 16:9. With a prompt 16:9, 9:16 or 1:1.',
    merged: false,
    modes: ['avatar', 'image', 'studio', 'cinematic'],
    basic: true,
    read: (text) => field(readAspectRatio(text), (aspect_ratio) => ({ aspect_ratio })),
  },
  {
    name: 'resolution',
    note: "4k, 1080p or 720p. Blank: HeyGen's choice. With a prompt 1080p or 720p.",
    merged: false,
    modes: ['avatar', 'image', 'studio', 'cinematic'],
    basic: true,
    read: (text) => field(readResolution(text), (resolution) => ({ resolution })),
  },
] as const satisfies readonly InputColumn[];

/** The other columns for what is seen. */
export const PICTURE_COLUMNS = [
  {
    name: 'image',
    note: 'A picture that speaks, instead of an avatar: its https:// address, asset:<id> of an upload, or data:image/png;base64,… for a small one.',
    merged: true,
    modes: ['image', 'studio'],
    content: true,
    picture: true,
    read: (text) => field(readAsset('image', text, 'image'), (image) => ({ image })),
  },
  {
    name: 'fit',
    note: 'How the speaker fills the picture: cover (may cut edges off) or contain (may show background). Blank: whatever suits.',
    merged: false,
    modes: ['avatar', 'image'],
    read: (text) => field(readChoice('fit', text, FITS), (fit) => ({ fit })),
  },
  {
    name: 'caption',
    note: 'Subtitles: off, file (beside the video) or burned in. Blank: off.',
    merged: false,
    modes: ['avatar', 'image', 'studio', 'template'],
    read: (text) => field(readCaptions(text), (caption) => ({ caption })),
  },
  {
    name: 'output_format',
    note: 'The kind of file: mp4, or webm for a transparent background. Blank: mp4.',
    merged: false,
    modes: ['avatar', 'image'],
    read: (text) =>
      field(readChoice('output_format', text, OUTPUT_FORMATS), (output_format) => ({ output_format })),
  },
  {
    name: 'remove_background',
    note: "Whether to remove the avatar's own background: yes or no. Needs an avatar that was trained for it. Blank: no.",
    merged: false,
    modes: ['avatar', 'image'],
    read: (text) =>
      field(readYesNo('remove_background', text), (remove_background) => ({ remove_background })),
  },
  {
    name: 'motion_prompt',
    note: 'How the body and the hands move, in your own words. For photo avatars and pictures, and for every avatar with engine avatar_v.',
    merged: true,
    modes: ['avatar', 'image', 'studio'],
    read: (text) => success(text.trim() === '' ? {} : { motion_prompt: text.trim() }),
  },
  {
    name: 'expressiveness',
    note: 'How lively the face is: high, medium or low. For photo avatars and pictures on engine avatar_iv. Blank: low.',
    merged: false,
    modes: ['avatar', 'image', 'studio'],
    read: (text) =>
      field(readChoice('expressiveness', text, EXPRESSIVENESS), (expressiveness) => ({ expressiveness })),
  },
  {
    name: 'engine',
    note: 'The engine that animates the avatar: avatar_iii, avatar_iv, avatar_v or a newer one, if the avatar supports it. Each has its own price. Blank: avatar_iv.',
    merged: false,
    modes: ['avatar', 'studio'],
    read: (text) => field(readEngine(text), (engine) => ({ engine })),
  },
  {
    name: 'reference_look_id',
    note: 'With engine avatar_v: another video look of the same avatar, whose movements are copied.',
    merged: false,
    modes: ['avatar', 'studio'],
    read: (text) =>
      field(readIdentifier('reference_look_id', text, COPIED), (reference_look_id) => ({
        reference_look_id,
      })),
  },
] as const satisfies readonly InputColumn[];
