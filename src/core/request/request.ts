import type { InputName } from '../columns/columns.ts';
import { defaultTitle, fileTitle, titleOf } from '../columns/title.ts';
import { counted } from '../count-words.ts';
import type { Draft } from '../draft.ts';
import { type Endpoint, VIDEO_ENDPOINT, type VideoRequest } from '../heygen/video-request.ts';
import type { Issue } from '../issue.ts';
import { failure, type Result, success } from '../result.ts';
import { type AccountFacts, NO_FACTS } from '../row/account-facts.ts';
import { inOrderOfColumns } from '../row/read-columns.ts';
import type { Defaults } from '../row/row-cells.ts';
import { type RowReading, readRow } from '../row/row-reading.ts';
import { writtenWords } from '../row/row-script.ts';
import type { Row, Table } from '../sheet/table.ts';
import type { MarkedText } from '../speech/marked-text.ts';
import { cinematicRequest } from './cinematic-request.ts';
import type { RequestContext } from './speaker.ts';
import { speakingRequest } from './speaking-request.ts';
import { spokenTexts } from './spoken-texts.ts';
import { studioRequest } from './studio-request.ts';
import { type FilledTemplate, templateRequest } from './template-request.ts';

const CAPTION_SPOKEN =
  'The subtitles will show the spoken forms, those of columns named “… (say)” and of the sheet “Reelmerge names”, because HeyGen makes subtitles from the spoken text. To avoid that, write off in the column "caption".';

/** What a row asks for, and what ties the spoken words to that row. */
export interface RowRequest {
  readonly request: VideoRequest;
  /** The endpoint for the request. */
  readonly endpoint: Endpoint;
  /**
   * The row's own texts that the video was made from. A row that still shows all of them is the row whose words the
   * video speaks, even if columns were renamed or rows moved. They are, in order and each once:
   *
   * - the cells that were merged into the script or read by its conditions, then the script cell itself, unless it is
   *   the sheet's default;
   * - in the same way the recording's cell or the prompt's;
   * - for a HeyGen template, the cells of its variables and of its id.
   *
   * Empty when nothing in the video comes from this row.
   */
  readonly sources: readonly string[];
  /** What was put into the variables of a HeyGen template, by name. Left out for every other video. */
  readonly filled?: FilledTemplate['filled'];
  /**
   * The HeyGen folder for the video, null for none. It stands beside the request and not in it: a batch names it once for
   * all of its videos, and another folder makes no other video.
   */
  readonly folder: string | null;
  /** The headers of the columns whose fallback its words have. */
  readonly fallbacks: readonly string[];
  /** The scenes of its script, merged; empty where the words are not a script's. They know what came from the row. */
  readonly scenes: readonly MarkedText[];
  /** The script template that its words come from. '' where they are the row's own, without merge fields. */
  readonly scriptTemplate: string;
  /** What has no effect, or another one than it seems. They stop nothing. What would sound wrong is found apart. */
  readonly warnings: readonly Issue[];
}

/**
 * Makes a row's request, or lists every reason why it cannot be sent, in the order of the columns. A cell beats the
 * sheet's default. The caller checks the table's own issues: with those nothing may be sent at all.
 */
export function requestOf(
  table: Table,
  row: Row,
  defaults: Defaults,
  facts: AccountFacts = NO_FACTS,
): Result<RowRequest, readonly Issue[]> {
  return requestFrom(readRow(table, row, defaults, facts), table, row, facts);
}

/** The same for a row that was read already. The reading's findings grow by those of the request. */
export function requestFrom(
  reading: RowReading,
  table: Table,
  row: Row,
  facts: AccountFacts,
): Result<RowRequest, readonly Issue[]> {
  const { mode, cells, fields, script, scenes, issues, findings, merge } = reading;
  const built = builtFrom(reading, table, row, facts);
  const all = inOrderOfColumns(issues, findings.issues);
  if (built === null || all.length > 0) return failure(all);
  // HeyGen makes the subtitles from the spoken text. The title is ours, so it can use the written forms.
  const hasSpokenForms = script?.spoken === true;
  if (hasSpokenForms && fields.caption !== undefined && fields.caption !== 'off') {
    findings.warning('caption_spoken', 'caption', CAPTION_SPOKEN);
  }
  const title = fields.title ?? titleFor(built, hasSpokenForms ? writtenWords(cells, row, table) : '');
  const words = mode === 'cinematic' ? merge('prompt') : script;
  const written = words === null ? '' : (cells.get(mode === 'cinematic' ? 'prompt' : 'script')?.text ?? '');
  const { request, endpoint, sources, filled } = built;
  const asked: Draft<RowRequest> = {
    request: titled(request, title),
    endpoint,
    sources,
    folder: fields.template?.folder_id === undefined ? (fields.folder_id ?? null) : null,
    fallbacks: words?.fallbacks ?? [],
    scenes,
    scriptTemplate: written.includes('<<') ? written : '',
    warnings: findings.warnings,
  };
  if (filled !== undefined) asked.filled = filled;
  return success(asked);
}

type Built = Pick<RowRequest, 'request' | 'endpoint' | 'sources' | 'filled'>;

/** The request without a title of ours. Null when something is missing, which is an issue. */
function builtFrom(reading: RowReading, table: Table, row: Row, facts: AccountFacts): Built | null {
  const { mode, cells, fields, script, scenes, findings, merge } = reading;
  const isDefault = (name: InputName): boolean => cells.get(name)?.from === 'sheet';
  const context: RequestContext = { fields, isDefault, facts, findings };
  if (mode === 'template') {
    const filled = templateRequest(context, table, row);
    const templateId = fields.template_id ?? '';
    if (filled === null) return null;
    // A template without variables has only its id to tie the video to the row.
    const own = isDefault('template_id') ? [] : [cells.get('template_id')?.text ?? ''];
    const sources = [...new Set([...filled.sources, ...own])];
    return { ...filled, sources, endpoint: { kind: 'template', templateId } };
  }
  if (mode === 'cinematic') {
    const prompt = merge('prompt');
    const request = cinematicRequest(context, cells, prompt?.faulty === true);
    return request === null ? null : { request, endpoint: VIDEO_ENDPOINT, sources: prompt?.sources ?? [] };
  }
  const faulty = script?.faulty !== false;
  const request =
    mode === 'studio'
      ? studioRequest(context, cells, scenes, faulty)
      : speakingRequest(context, cells, faulty ? null : (scenes[0] ?? null));
  const source = script ?? merge('audio_url') ?? merge('audio_asset_id');
  return request === null ? null : { request, endpoint: VIDEO_ENDPOINT, sources: source?.sources ?? [] };
}

/** The request with its title: the last of its fields, unless the row has a title of its own. */
function titled(request: Draft<VideoRequest>, title: string): VideoRequest {
  request.title = title;
  return request;
}

/** The title of a video without one: the beginning of its words, or else what it is made from. */
function titleFor({ request, endpoint }: Pick<RowRequest, 'request' | 'endpoint'>, written: string): string {
  if ('type' in request && request.type === 'cinematic_avatar') return defaultTitle(request.prompt);
  const words = spokenTexts(request)
    .map(defaultTitle)
    .find((text) => text !== '');
  if (words !== undefined) return defaultTitle(written) || words;
  if (endpoint.kind === 'template') return titleOf(`Template ${endpoint.templateId}`);
  if ('scenes' in request) return `Video of ${counted(request.scenes.length, 'scene')}`;
  if ('audio_asset_id' in request) return titleOf(`Recording ${request.audio_asset_id}`);
  return ('audio_url' in request && fileTitle(request.audio_url ?? '')) || 'Recording';
}
