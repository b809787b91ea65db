import { mediaOf } from '../columns/asset.ts';
import { readChoice } from '../columns/choice.ts';
import type { AssetInput, CinematicRequest } from '../heygen/video-request.ts';
import type { RowCells } from '../row/written-cell.ts';
import type { RequestContext } from './speaker.ts';

const RATIOS = ['16:9', '9:16', '1:1'] as const;
const SIZES = ['720p', '1080p'] as const;

/** HeyGen's limits. Looks count as pictures. */
const MAX_LOOKS = 3;
const MAX_VIDEOS = 3;
const MAX_PICTURES = 9;

/**
 * A short film from a description and the looks that appear in it. Null when something is missing. `promptFaulty`: the
 * prompt's merge fields have issues, which are already reported.
 */
export function cinematicRequest(
  context: RequestContext,
  cells: RowCells,
  promptFaulty: boolean,
): CinematicRequest | null {
  const { fields, findings } = context;
  const { looks = [], prompt, references = [] } = fields;
  if (prompt === undefined && !promptFaulty) {
    findings.issue(
      'prompt_empty',
      'prompt',
      'The prompt is empty after merging. Describe the video to make.',
    );
  }
  if (looks.length === 0 && !cells.has('avatar_id')) {
    findings.issue(
      'avatar_missing',
      'avatar_id',
      'A prompt needs one to three avatars. Pick an avatar in the sidebar, or write up to three ids in the column "avatar_id".',
    );
  }
  if (looks.length > MAX_LOOKS) {
    findings.issue(
      'looks_too_many',
      'avatar_id',
      `A prompt takes up to ${MAX_LOOKS} avatars, but the row names ${looks.length}. Remove some of the ids.`,
    );
  }
  checkReferences(context, references, looks.length);
  const { aspect_ratio, resolution, duration, enhance_prompt, title, test_mode } = fields;
  const ratio = aspect_ratio === undefined ? null : readChoice('aspect_ratio', aspect_ratio, RATIOS);
  const size = resolution === undefined ? null : readChoice('resolution', resolution, SIZES);
  for (const read of [ratio, size]) if (read?.ok === false) findings.add([read.failure]);
  if (prompt === undefined || looks.length === 0 || looks.length > MAX_LOOKS) return null;
  return {
    type: 'cinematic_avatar',
    avatar_id: looks,
    prompt,
    ...(references.length === 0 ? {} : { references }),
    ...(title === undefined ? {} : { title }),
    ...(ratio?.ok === true ? { aspect_ratio: ratio.value } : {}),
    ...(size?.ok === true ? { resolution: size.value } : {}),
    ...(duration === undefined ? {} : duration === 'auto' ? { auto_duration: true } : { duration }),
    ...(enhance_prompt === undefined ? {} : { enhance_prompt }),
    ...(test_mode === true ? { test: true } : {}),
  };
}

function checkReferences(
  { findings }: RequestContext,
  references: readonly AssetInput[],
  looks: number,
): void {
  const kinds = references.map((file) => {
    if (file.type === 'base64') return 'image';
    return file.type === 'url' ? mediaOf(file.url) : null;
  });
  const videos = kinds.filter((kind) => kind === 'video').length;
  const pictures = kinds.filter((kind) => kind === 'image').length + looks;
  if (videos <= MAX_VIDEOS && pictures <= MAX_PICTURES && references.length <= MAX_VIDEOS + MAX_PICTURES)
    return;
  findings.issue(
    'references_too_many',
    'references',
    `A prompt takes up to ${MAX_VIDEOS} videos and ${MAX_PICTURES} pictures, including its avatars. Remove some of the references.`,
  );
}
