import type { InputName } from '../columns/columns.ts';
import { defaultTitle, fileTitle, titleOf } from '../columns/title.ts';
import { type Endpoint, VIDEO_ENDPOINT, type VideoRequest } from '../heygen/video-request.ts';
import type { Issue } from '../issue.ts';
import { failure, type Result, success } from '../result.ts';
import { type AccountFacts, NO_FACTS } from '../row/account-facts.ts';
import { inOrderOfColumns } from '../row/read-columns.ts';
import type { Defaults } from '../row/row-cells.ts';
import { readRow } from '../row/row-reading.ts';
import { writtenWords } from '../row/row-script.ts';
import type { Row, Table } from '../sheet/table.ts';
import { braceWarnings } from '../speech/brace-warnings.ts';
import { addressWarnings } from '../speech/text-warnings.ts';
import { cinematicRequest } from './cinematic-request.ts';
import type { RequestContext } from './speaker.ts';
import { speakingRequest } from './speaking-request.ts';
import { spokenTexts } from './spoken-texts.ts';
import { studioRequest } from './studio-request.ts';
import { type FilledTemplate, templateRequest } from './template-request.ts';

const CAPTION_SPOKEN =
  'The subtitles will show the spoken forms of the columns named “… (say)”, because HeyGen makes subtitles of what is heard. Write off in the column "caption", if that is not what you want.';

/** What one row asks for, and what ties the spoken words to that row. */
export interface RowRequest {
  readonly request: VideoRequest;
  /** Which POST takes it. */
  readonly endpoint: Endpoint;
  /**
   * The row's own texts that the spoken words were made of: the values merged into them or looked at by their
   * conditions, in order and each once, then the cell they were written in unless it is the sheet's default. A
   * row with a recording has the recording's cell, a row with a prompt the prompt's, a row with a template the
   * cells of its variables and of the template's id. A row that still shows them is the row whose text the
   * video speaks, whatever was renamed or moved. Empty when nothing of this row is spoken.
   */
  readonly sources: readonly string[];
  /** What was put into the variables of a template, by name; left out for every other video. */
  readonly filled?: FilledTemplate['filled'];
  /** Worth telling before money is spent; they stop nothing. */
  readonly warnings: readonly Issue[];
}

/**
 * What a row asks for, or every reason why it cannot be sent, in the order of the columns. A cell beats the
 * sheet's default. The table's own issues are not looked at: with those nothing may be sent at all.
 */
export function requestOf(
  table: Table,
  row: Row,
  defaults: Defaults,
  facts: AccountFacts = NO_FACTS,
): Result<RowRequest, readonly Issue[]> {
  const reading = readRow(table, row, defaults, facts);
  const { mode, cells, fields, script, scenes, issues, findings, merge } = reading;
  const isDefault = (name: InputName): boolean => cells.get(name)?.from === 'sheet';
  const context: RequestContext = { fields, isDefault, facts, findings };

  const built = build();
  const all = inOrderOfColumns(issues, findings.issues);
  if (built === null || all.length > 0) return failure(all);
  // Subtitles are made by HeyGen of what is heard; a title is ours.
  const heardAs = script?.spoken === true;
  if (heardAs && fields.caption !== undefined && fields.caption !== 'off') {
    findings.warning('caption_spoken', 'caption', CAPTION_SPOKEN);
  }
  const heard = spokenTexts(built.request);
  const title = fields.title ?? titleFor(built, heardAs ? writtenWords(cells, row, table) : '');
  return success({
    ...built,
    request: { ...built.request, title },
    warnings: [
      ...findings.warnings,
      ...addressWarnings(heard),
      ...(mode === 'template' ? [] : braceWarnings(heard)),
    ],
  });

  function build(): Omit<RowRequest, 'warnings'> | null {
    if (mode === 'template') {
      const filled = templateRequest(context, table, row);
      const templateId = fields.template_id ?? '';
      if (filled === null) return null;
      // Without any variable the template alone tells whose video it is.
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
}

/** The name of a video that was given none: how its words begin, else what it is made of. */
function titleFor({ request, endpoint }: Pick<RowRequest, 'request' | 'endpoint'>, written: string): string {
  if ('type' in request && request.type === 'cinematic_avatar') return defaultTitle(request.prompt);
  const words = spokenTexts(request)
    .map(defaultTitle)
    .find((text) => text !== '');
  if (words !== undefined) return defaultTitle(written) || words;
  if (endpoint.kind === 'template') return titleOf(`Template ${endpoint.templateId}`);
  if ('scenes' in request)
    return `Video of ${request.scenes.length} scene${request.scenes.length === 1 ? '' : 's'}`;
  if ('audio_asset_id' in request) return titleOf(`Recording ${request.audio_asset_id}`);
  return ('audio_url' in request && fileTitle(request.audio_url ?? '')) || 'Recording';
}
