import { hearingOf } from '../../core/hear/hearing.ts';
import { isRowStatus } from '../../core/jobs/status.ts';
import { checkReading } from '../../core/oddities/check-row.ts';
import { estimatedSeconds } from '../../core/request/spoken-texts.ts';
import { languageIn } from '../../core/row/language-choice.ts';
import type { Defaults } from '../../core/row/row-cells.ts';
import { type RowReading, readRow } from '../../core/row/row-reading.ts';
import { cellOf, type Row, type Table } from '../../core/sheet/table.ts';
import { languageNamed } from '../../core/speech/languages.ts';
import { speechSeconds } from '../../core/speech/script.ts';
import { speakableText } from '../../core/speech/speakable-text.ts';
import { type LookupPolicy, lookUpAccount } from '../account/look-up-account.ts';
import type { Platform } from '../ports/ports.ts';
import type { IssueView, RowView } from './contract.ts';
import { assetText, audioOf, sceneView } from './scene-view.ts';
import { templateView } from './template-view.ts';

/** As little as possible, because the preview is made again every few seconds. */
const FOR_PREVIEW: LookupPolicy = { everyLook: false, newLooks: true, freshTemplates: false };

/** The row as it would be sent. A row with issues is shown as far as it can be read. */
export function rowPreview(
  platform: Platform,
  table: Table,
  row: Row,
  defaults: Defaults,
): Omit<RowView, 'hasPrevious' | 'hasNext'> {
  const facts = lookUpAccount(platform, table, [row], defaults, FOR_PREVIEW);
  const reading = readRow(table, row, defaults, facts);
  const { mode, cells, fields } = reading;
  const { asked, warnings } = checkReading(reading, table, row, facts);
  const spoken = reading.script?.faulty === false ? reading.script : null;
  const { text: script, marks } = spoken === null ? NOTHING_SPOKEN : speakableText(spoken);
  const issueView = ({
    column,
    message,
  }: {
    readonly column: string;
    readonly message: string;
  }): IssueView => ({
    row: row.number,
    column,
    message,
  });
  const scenes = spoken === null ? [] : reading.scenes;
  return {
    number: row.number,
    mode,
    script,
    marks,
    characters: scenes.reduce((sum, { text }) => sum + text.length, 0),
    seconds: asked.ok ? estimatedSeconds(asked.value.request, facts) : guessedSeconds(reading, script),
    hearing: asked.ok ? hearingOf(asked.value.request, facts) : null,
    scenes: mode === 'studio' ? scenes.map((scene) => sceneView(scene, reading)) : [],
    audio: audioOf(fields),
    image: fields.image === undefined ? '' : assetText(fields.image),
    prompt: fields.prompt ?? '',
    looks: mode === 'cinematic' ? (fields.looks ?? []) : [],
    references: (fields.references ?? []).map(assetText),
    template: mode === 'template' ? templateView(platform, table, row, reading) : null,
    test: fields.test_mode === true,
    issues: asked.ok ? [] : asked.failure.map(issueView),
    warnings: asked.ok ? warnings.map(issueView) : [],
    avatarId: cells.get('avatar_id')?.text.trim() ?? '',
    voiceId: cells.get('voice_id')?.text.trim() ?? '',
    language: languageNamed(languageIn(cells) ?? '')?.name ?? '',
    status: statusOf(cellOf(row, table.columnOf('status'))),
    video_url: cellOf(row, table.columnOf('video_url')),
  };
}

const NOTHING_SPOKEN = { text: '', marks: [] };

/** Even with issues a row has a length where somebody speaks. */
function guessedSeconds({ mode, fields }: RowReading, script: string): number | null {
  const speaks = mode === 'avatar' || mode === 'image';
  return speaks && script !== '' ? speechSeconds(script, fields.speed) : null;
}

/** A user may have typed something else into the cell. */
function statusOf(cell: string): RowView['status'] {
  const word = cell.trim();
  return isRowStatus(word) ? word : '';
}
