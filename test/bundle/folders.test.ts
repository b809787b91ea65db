import { describe, expect, it } from 'vitest';
import type { Fault } from '../../src/simulator/faults.ts';
import type { SimulatorChoices } from '../../src/simulator/options.ts';
import { breachesAtTheEnd } from './laws.ts';
import { called } from './page-calls.ts';
import { MINUTE, people, World } from './world.ts';

const FOLDER = 'folder_spring_campaign';
const NO_BATCHES: Fault = { when: { method: 'POST', path: '/v3/videos/batches' }, do: 'refuse', status: 405 };

/** Rows with more columns, one text for each row, that were just rendered. */
function rendered(
  columns: Readonly<Record<string, readonly string[]>>,
  heygen: SimulatorChoices = {},
): World {
  const world = new World(heygen);
  const names = Object.keys(columns);
  const [headers = [], ...rows] = people(Math.max(...Object.values(columns).map(({ length }) => length)));
  world.prepare([
    [...headers, ...names],
    ...rows.map((row, at) => [...row, ...names.map((name) => columns[name]?.[at] ?? '')]),
  ]);
  world.menu('renderSelectedRows');
  return world;
}

function bodies(world: World): Record<string, unknown>[] {
  return world.posts().map(({ body }) => JSON.parse(body));
}

describe('the column folder_id', () => {
  it('parts the rows into one batch for each folder, none of whose videos names it', () => {
    const world = rendered({ folder_id: [FOLDER, '', FOLDER, ''] });
    const posts = bodies(world);
    expect(posts.map(({ folder_id }) => folder_id)).toEqual([FOLDER, undefined]);
    for (const { videos } of posts) expect(JSON.stringify(videos)).not.toContain('folder_id');
    world.wait(60 * MINUTE);
    expect(breachesAtTheEnd(world)).toEqual([]);
    expect(world.ledger().map(({ folder_id }) => folder_id)).toEqual([FOLDER, '', FOLDER, '']);
  });

  it('goes with each video where batches are refused', () => {
    const world = rendered({ folder_id: [FOLDER, FOLDER] }, { faults: [NO_BATCHES] });
    expect(bodies(world).map(({ folder_id }) => folder_id)).toEqual([FOLDER, FOLDER, FOLDER]);
    world.wait(60 * MINUTE);
    expect(breachesAtTheEnd(world)).toEqual([]);
  });

  it('that HeyGen does not have fails its rows in HeyGen’s words, and batches stay in use', () => {
    const world = rendered({ folder_id: ['elsewhere', 'elsewhere', FOLDER, FOLDER] });
    world.wait(60 * MINUTE);
    expect(world.statuses()).toEqual(['Failed', 'Failed', 'Done', 'Done']);
    expect(world.rows()[0]?.problem).toContain('There is no folder');
    expect(world.simulator.paidVideos()).toHaveLength(2);
    world.hands.load(world.sheet, people(3));
    world.selectAll();
    world.menu('renderSelectedRows');
    expect(world.posts().at(-1)?.path).toBe('/v3/videos/batches');
  });

  it('changed later leaves a finished video as it is', () => {
    const world = rendered({ folder_id: [FOLDER] });
    world.wait(60 * MINUTE);
    world.hands.type(world.sheet, 2, 4, '');
    world.menu('checkForFinishedVideos');
    expect(world.statuses()).toEqual(['Done']);
  });
});

describe('the column brand_glossary_id', () => {
  it('is in each video, and a glossary that HeyGen does not have fails its row', () => {
    const world = rendered({ brand_glossary_id: ['glossary_people', 'nobody'] });
    world.wait(60 * MINUTE);
    expect(world.statuses()).toEqual(['Done', 'Failed']);
    expect(world.rows()[1]?.problem).toContain('There is no brand glossary');
  });
});

it('both have a default for the whole sheet', () => {
  const world = new World();
  world.prepare(people(2));
  called(world, 'sidebarDefaults', { folder_id: FOLDER, brand_glossary_id: 'glossary_people' }, world.sheet);
  world.menu('renderSelectedRows');
  const [post] = bodies(world);
  expect(post?.folder_id).toBe(FOLDER);
  expect(JSON.stringify(post?.videos).split('glossary_people')).toHaveLength(3);
  world.wait(60 * MINUTE);
  expect(breachesAtTheEnd(world)).toEqual([]);
});
