import fc from 'fast-check';
import { expect, it } from 'vitest';
import { withoutNewer } from '../core/request/newer-fields.ts';
import { breaches, REQUESTS } from '../core/request/published-schema.ts';
import { ANY_ROW, type Cells } from '../core/request/random-rows.ts';
import { World } from './world.ts';

/** What the random rows name, as the simulated account has it. */
const NAMES: Readonly<Record<string, string>> = {
  Anna: 'Anna_Office_Front_public',
  Photo: 'Priya_Outdoor_Side_public',
  Twin: 'Marcus_Studio_Front_public',
  Marcus: 'Marcus_Studio_Front_public',
  sara: 'voice_en_sara',
  jonas: 'voice_de_jonas',
  welcome: 'c0cb5911c9c66904a25a43c84b00aa88',
  one: 'scene_1',
  two: 'scene_2',
  f: 'folder_spring_campaign',
  spring: 'folder_spring_campaign',
  names: 'glossary_products',
};

const here = (text: string): string =>
  text.replace(/\b[A-Za-z]+\b/g, (word) => (Object.hasOwn(NAMES, word) ? (NAMES[word] ?? word) : word));

const ROWS = fc.sample(ANY_ROW, { seed: 4, numRuns: 500 }).map(
  (cells): Cells => ({
    ...Object.fromEntries(Object.entries(cells).map(([name, text]) => [name, here(text)])),
    product: 'the plan',
  }),
);

it('of 500 random rows each is either asked for as HeyGen takes it, or Blocked with what to do, and never both', () => {
  const world = new World({ slots: 1_000 });
  const headers = [...new Set(ROWS.flatMap((row) => Object.keys(row)))];
  world.prepare([headers, ...ROWS.map((row) => headers.map((name) => row[name] ?? ''))]);
  world.menu('renderSelectedRows');
  world.follow();
  const ledger = new Map(world.ledger().map((line) => [line.job, line]));
  const kinds = new Map<string, number>();
  for (const row of world.rows()) {
    const line = ledger.get(row.job);
    kinds.set(row.status ?? '', (kinds.get(row.status ?? '') ?? 0) + 1);
    if (row.status === 'Blocked') {
      expect(line).toBeUndefined();
      expect(row.problem).toMatch(/^[A-Z<"“].{20,}\.$/s);
      continue;
    }
    const { test: _, ...body } = JSON.parse(line?.request ?? 'null');
    const schema = line?.template === '' ? (REQUESTS.video[body.type] ?? {}) : REQUESTS.template;
    expect(breaches(withoutNewer(body, body.type), schema, row.status ?? ''), line?.request).toEqual([]);
    // What HeyGen may still refuse are files and looks that it alone knows, never the shape of a request.
    expect(line?.code === 'invalid_parameter' ? `${row.problem} ${line?.request}` : '').toBe('');
  }
  expect(kinds.get('Done')).toBeGreaterThan(80);
  expect(kinds.get('Blocked')).toBeGreaterThan(100);
  expect(world.simulator.paidVideos().length).toBe(
    world
      .rows()
      .filter((row) => row.status === 'Done' && !ledger.get(row.job)?.request?.includes('"test":true'))
      .length,
  );
});
