import type { RowFields } from '../columns/row-fields.ts';
import type { Draft } from '../draft.ts';
import type { AvatarRequest, ImageRequest, WireBackground } from '../heygen/video-request.ts';
import { excerpt } from '../issue.ts';
import { isUsable, SOUND_SOURCES } from '../row/row-cells.ts';
import type { RowCells } from '../row/written-cell.ts';
import type { MarkedText } from '../speech/marked-text.ts';
import { engineOf, motionOf, type RequestContext, soleLook, speechOf } from './speaker.ts';

/** The video of one speaking look or picture. Null when something is missing, which is an issue. */
export function speakingRequest(
  context: RequestContext,
  cells: RowCells,
  script: MarkedText | null,
): AvatarRequest | ImageRequest | null {
  const { fields, findings } = context;
  const ofImage = isUsable(cells, 'image');
  const speech = speechOf(context, script?.text ?? null, !ofImage);
  if (speech !== null && speech.script === undefined) reportUnheard(context, cells);
  if (speech === null && !SOUND_SOURCES.some((name) => cells.has(name))) {
    findings.issue(
      'script_missing',
      'script',
      'There is no script. Write it in the column "script", or set one for the whole sheet in the sidebar.',
    );
  }
  const glossary = speech?.script === undefined ? {} : glossaryOf(fields);
  const picture = pictureOf(context);
  if (ofImage) {
    const motion = motionOf(context, null);
    return speech === null || fields.image === undefined
      ? null
      : { type: 'image', image: fields.image, ...speech, ...motion, ...glossary, ...picture };
  }
  const avatar_id = soleLook(context, cells.has('avatar_id'));
  const engine = engineOf(context, avatar_id);
  const motion = motionOf(context, avatar_id);
  checkResolution(context, avatar_id);
  warnOfHiddenBackground(context, picture);
  if (speech === null || avatar_id === '') return null;
  return { type: 'avatar', avatar_id, ...speech, ...engine, ...motion, ...glossary, ...picture };
}

/** Columns that do not change a recording. */
const VOICE_COLUMNS = ['voice_id', 'speed', 'pitch', 'volume', 'locale', 'brand_glossary_id'] as const;

function reportUnheard({ fields, findings }: RequestContext, cells: RowCells): void {
  // A locale also decides how numbers in the title or in an address are written.
  const formatted = [...cells.values()].some(({ text }) => /<<[^<>]*:/u.test(text));
  for (const name of VOICE_COLUMNS) {
    const cell = cells.get(name);
    if (cell?.from !== 'row' || fields[name] === undefined || (name === 'locale' && formatted)) continue;
    findings.warning(
      'column_unused',
      name,
      `A recording plays as it is, so the ${name} "${excerpt(cell.text)}" has no effect. Clear the cell to dismiss this warning.`,
    );
  }
}

type Frame = Pick<AvatarRequest, 'aspect_ratio' | 'resolution' | 'caption' | 'title' | 'test'>;

/** The fields that every spoken video shares. */
export function frameOf({ title, aspect_ratio, resolution, caption, test_mode }: RowFields): Frame {
  const frame: Draft<Frame> = {};
  if (title !== undefined) frame.title = title;
  if (aspect_ratio !== undefined) frame.aspect_ratio = aspect_ratio;
  if (resolution !== undefined) frame.resolution = resolution;
  if (caption === 'file') frame.caption = { file_format: 'srt' };
  if (caption === 'burned in') frame.caption = { file_format: 'srt', style: 'default' };
  if (test_mode === true) frame.test = true;
  return frame;
}

/** How names are spoken, wherever a text is. */
export function glossaryOf({ brand_glossary_id }: RowFields): Pick<AvatarRequest, 'brand_glossary_id'> {
  return brand_glossary_id === undefined ? {} : { brand_glossary_id };
}

type Picture = Frame & Pick<AvatarRequest, 'background' | 'fit' | 'output_format' | 'remove_background'>;

function pictureOf(context: RequestContext): Picture {
  const { fields } = context;
  const { background, output_format } = backgroundAndFormat(context);
  const picture: Draft<Picture> = frameOf(fields);
  if (background !== undefined) picture.background = background;
  if (fields.fit !== undefined) picture.fit = fields.fit;
  if (output_format !== undefined) picture.output_format = output_format;
  // In a transparent video HeyGen removes the background anyway.
  if (fields.remove_background !== undefined && output_format !== 'webm') {
    picture.remove_background = fields.remove_background;
  }
  return picture;
}

/**
 * HeyGen has made videos in which the look's own background hides the one that was asked for, and no list tells which
 * looks can be cut out. With yes it refuses a look that cannot, for nothing; with no the user has decided.
 */
function warnOfHiddenBackground(
  { findings }: RequestContext,
  { background, remove_background }: Picture,
): void {
  if (background === undefined || remove_background !== undefined) return;
  findings.warning(
    'background_hidden',
    'background',
    'The avatar\'s own background may hide this one. If the avatar was trained to be cut out, write yes in the column "remove_background". If not, write no, and render one row first.',
  );
}

/** Background and file type depend on each other: only webm is transparent, and it takes no background. */
function backgroundAndFormat(context: RequestContext): Pick<AvatarRequest, 'background' | 'output_format'> {
  const { fields, isDefault, findings } = context;
  const { background, output_format } = fields;
  const transparent = background?.kind === 'transparent';
  const conflicts =
    background !== undefined && output_format !== undefined && transparent !== (output_format === 'webm');
  const formatYields = isDefault('output_format') && !isDefault('background');
  const backgroundYields = isDefault('background') && !isDefault('output_format');
  if (conflicts && !formatYields && !backgroundYields) {
    findings.issue(
      'webm_background',
      'background',
      transparent
        ? 'A transparent background needs the output_format webm. Write webm in the column "output_format", or another background.'
        : 'A webm is transparent and takes no background. Clear the cell "background", or write mp4 in the column "output_format".',
    );
  }
  const format = conflicts && formatYields ? undefined : output_format;
  const wire = conflicts && backgroundYields ? undefined : background;
  if (wire === undefined) return format === undefined ? {} : { output_format: format };
  const seen = wireBackground(wire);
  if (seen === null) return { output_format: 'webm' };
  return { background: seen, ...(format === undefined ? {} : { output_format: format }) };
}

function wireBackground(background: NonNullable<RowFields['background']>): WireBackground | null {
  switch (background.kind) {
    case 'color':
      return { type: 'color', value: background.value };
    case 'image':
      return { type: 'image', url: background.url };
    case 'asset':
      return { type: 'image', asset_id: background.assetId };
    case 'transparent':
      return null;
  }
}

function checkResolution({ fields, facts, findings }: RequestContext, lookId: string): void {
  const photo = facts.looks.get(lookId)?.type === 'photo_avatar';
  if (!photo || fields.engine !== 'avatar_iii' || fields.resolution !== '4k') return;
  findings.issue(
    'look_refuses',
    'resolution',
    'A photo avatar on the engine avatar_iii can have at most 1080p. Write 1080p, or use another engine.',
  );
}
