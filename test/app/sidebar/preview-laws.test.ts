import fc from 'fast-check';
import { expect, test } from 'vitest';
import { assetText, sceneView } from '../../../src/app/sidebar/scene-view.ts';
import { INPUT_COLUMNS } from '../../../src/core/columns/columns.ts';
import type { Scene, VideoRequest } from '../../../src/core/heygen/video-request.ts';
import { requestOf } from '../../../src/core/request/request.ts';
import { type RowReading, readRow } from '../../../src/core/row/row-reading.ts';
import { type Row, readTable, type Table } from '../../../src/core/sheet/table.ts';
import { cases } from '../../cases.ts';
import { ANY_ROW, type Cells, KNOWN } from '../../core/request/random-rows.ts';

const SEED = 20260711;

function rowOf(cells: Cells): { readonly table: Table; readonly row: Row } {
  const table = readTable([Object.keys(cells), Object.values(cells)]);
  const [row] = table.rows;
  if (row === undefined) throw new Error('the table has no row');
  return { table, row };
}

const MODES = { avatar: 'avatar', image: 'image', studio: 'studio', cinematic_avatar: 'cinematic' } as const;

function modeOfRequest(request: VideoRequest): RowReading['mode'] {
  return 'variables' in request ? 'template' : MODES[request.type];
}

/** Who is seen and what is said in a scene that is sent. */
function sent(scene: Scene): object {
  if (scene.type === 'video') return { kind: 'video', source: assetText(scene.source), script: '' };
  if (scene.type === 'image') {
    return { kind: 'image', source: assetText(scene.source), script: scene.script ?? '' };
  }
  const { input } = scene;
  const seen =
    input.type === 'image' ? { kind: 'photo', source: assetText(input.image) } : { kind: 'look', source: '' };
  return { ...seen, script: input.script ?? '' };
}

test('what the preview shows is what is sent', () => {
  let compared = 0;
  const check = (cells: Cells): void => {
    const { table, row } = rowOf(cells);
    const asked = requestOf(table, row, {}, KNOWN);
    if (!asked.ok) return;
    compared += 1;
    const { request } = asked.value;
    const reading = readRow(table, row, {}, KNOWN);
    expect(reading.mode).toBe(modeOfRequest(request));
    expect(reading.fields.test_mode === true).toBe(request.test === true);
    if ('variables' in request) return;
    if (request.type === 'avatar') expect(reading.fields.looks).toEqual([request.avatar_id]);
    if (request.type === 'image') expect(reading.fields.image).toEqual(request.image);
    if (request.type === 'cinematic_avatar') expect(reading.fields.prompt).toBe(request.prompt);
    if (request.type === 'studio') {
      const shown = reading.scenes.map((scene) => sceneView(scene, reading));
      expect(shown.map(({ kind, source, script }) => ({ kind, source, script }))).toEqual(
        request.scenes.map(sent),
      );
    }
  };
  fc.assert(fc.property(ANY_ROW, check), cases(700, SEED));
  expect(compared).toBeGreaterThan(175);
});

test('a row of anything at all can be looked at', () => {
  const piece = fc.constantFrom(
    '<<a>>',
    '<<',
    '\n---\n',
    '[image: ',
    ']',
    'asset:',
    '[avatar: x]',
    '#N/A',
    ' ',
  );
  const text = fc.array(fc.oneof(piece, fc.string({ unit: 'binary', maxLength: 12 })), { maxLength: 8 });
  const columns = [...INPUT_COLUMNS.map(({ name }) => name), 'a'];
  const row = fc.dictionary(
    fc.constantFrom(...columns),
    text.map((pieces) => pieces.join('')),
  );
  fc.assert(
    fc.property(row, (cells) => {
      const { table, row: read } = rowOf({ script: 'x', ...cells });
      const reading = readRow(table, read, {}, KNOWN);
      for (const scene of reading.scenes) sceneView(scene, reading);
    }),
    cases(400, SEED),
  );
});
