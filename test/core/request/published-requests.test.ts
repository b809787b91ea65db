import fc from 'fast-check';
import { expect, test } from 'vitest';
import { INPUT_COLUMNS } from '../../../src/core/columns/columns.ts';
import { requestOf } from '../../../src/core/request/request.ts';
import { readTable } from '../../../src/core/sheet/table.ts';
import { cases } from '../../cases.ts';
import { LEFT_OUT, whyLeftOut } from './left-out.ts';
import { NEWER_FIELDS, withoutNewer } from './newer-fields.ts';
import { breaches, fieldsOf, filledFields, publishedRequests, REQUESTS } from './published-schema.ts';
import { ANY_ROW, type Cells, KNOWN } from './random-rows.ts';

function read(cells: Cells, defaults: Cells = {}) {
  const table = readTable([Object.keys(cells), Object.values(cells)]);
  const [row] = table.rows;
  if (row === undefined) throw new Error('the table has no row');
  return requestOf(table, row, defaults, KNOWN);
}

/** 2,000 rows, always the same. */
const ROWS = fc.sample(ANY_ROW, cases(2000, 20260711)).map((cells) => ({ cells, result: read(cells) }));
const REQUESTED = ROWS.flatMap(({ result }) => (result.ok ? [result.value] : []));

const ARMS = [...Object.keys(REQUESTS.video), 'template'];
const armOf = (request: object): string => ('type' in request ? String(request.type) : 'template');
const schemaOf = (arm: string) => (arm === 'template' ? REQUESTS.template : (REQUESTS.video[arm] ?? {}));

test('most random rows can be sent, and every kind of video is among them', () => {
  expect(REQUESTED.length).toBeGreaterThan(700);
  const kinds = new Map<string, number>();
  for (const { request } of REQUESTED) kinds.set(armOf(request), (kinds.get(armOf(request)) ?? 0) + 1);
  expect([...kinds.keys()].sort()).toEqual([...ARMS].sort());
  for (const count of kinds.values()) expect(count).toBeGreaterThan(50);
});

test('every request that random rows come to passes the published schema', () => {
  for (const { request, endpoint } of REQUESTED) {
    const { test: asksForTest, ...known } = request;
    expect(asksForTest ?? true).toBe(true);
    const arm = armOf(known);
    expect(breaches(withoutNewer(known, arm), schemaOf(arm), arm)).toEqual([]);
    expect(endpoint.kind).toBe(arm === 'template' ? 'template' : 'video');
    expect(JSON.parse(JSON.stringify(request))).toEqual(request);
  }
});

test('every request has one source of sound at each place where somebody is heard', () => {
  const sources = (speech: object): number =>
    ['script', 'audio_url', 'audio_asset_id'].filter((name) => name in speech).length;
  for (const { request } of REQUESTED) {
    if ('variables' in request || request.type === 'cinematic_avatar') continue;
    if (request.type !== 'studio') {
      expect(sources(request)).toBe(1);
      if (request.type === 'image' && request.script !== undefined) expect(request.voice_id).toBeDefined();
      continue;
    }
    for (const scene of request.scenes) {
      if (scene.type === 'avatar_video') expect(sources(scene.input)).toBe(1);
      else if (scene.type === 'image') expect(sources(scene) + ('duration' in scene ? 1 : 0)).toBe(1);
    }
  }
});

test('a row that cannot be sent is told why, in sentences that name a column', () => {
  for (const { result } of ROWS) {
    if (result.ok) continue;
    expect(result.failure.length).toBeGreaterThan(0);
    for (const { message, column } of result.failure) {
      expect(message).toMatch(/[.!?]$/u);
      expect(column).not.toBe('');
    }
  }
});

test('no row is blocked without an issue, wherever its cells and the defaults come to nothing', () => {
  const emptied = fc
    .subarray([...INPUT_COLUMNS.map(({ name }) => name)], { maxLength: 6 })
    .map((names) => Object.fromEntries(names.map((name) => [name, '<<none|>>'])));
  fc.assert(
    fc.property(ANY_ROW, emptied, emptied, (cells, own, defaults) => {
      const result = read({ ...cells, ...own, none: '' }, defaults);
      if (!result.ok) expect(result.failure).not.toEqual([]);
    }),
    cases(2000, 20260712),
  );
});

test.each(ARMS)(
  'every published field of a video of type %s is filled by some row, or left out for a reason',
  (arm) => {
    const reached = new Set(
      REQUESTED.filter(({ request }) => armOf(request) === arm).flatMap(({ request }) =>
        filledFields(request),
      ),
    );
    const missing = fieldsOf(schemaOf(arm)).filter(
      (field) => !reached.has(field) && whyLeftOut(field) === '',
    );
    expect(missing).toEqual([]);
    expect([...reached].filter((field) => whyLeftOut(field) !== '')).toEqual([]);
  },
);

test('what is newer than the published schema is filled by some row, and is not in the schema yet', () => {
  for (const [name, arms] of Object.entries(NEWER_FIELDS)) {
    for (const arm of arms) {
      expect(fieldsOf(schemaOf(arm))).not.toContain(name);
      expect(REQUESTED.some(({ request }) => armOf(request) === arm && name in request)).toBe(true);
    }
  }
});

test('nothing is left out that HeyGen does not offer', () => {
  const offered = ARMS.flatMap((arm) => fieldsOf(schemaOf(arm)));
  expect(Object.keys(LEFT_OUT).filter((name) => !offered.includes(name))).toEqual([]);
});

const published = publishedRequests();

// The publication itself lies beside the project only where it is developed; the fixture is made of it.
if (published !== null) {
  test('the fields that are checked against are the ones that HeyGen published', () => {
    const fields = (published.video.oneOf ?? []).map((arm) => fieldsOf(arm).sort().join('\n'));
    expect(Object.values(REQUESTS.video).map((arm) => fieldsOf(arm).sort().join('\n'))).toEqual(fields);
    expect(fieldsOf(REQUESTS.template).sort()).toEqual(fieldsOf(published.template).sort());
  });
}
