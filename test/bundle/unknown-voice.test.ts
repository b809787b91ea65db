import { expect, it } from 'vitest';
import { called } from './page-calls.ts';
import { people, World } from './world.ts';

/** A sheet with these voices, one row each. */
function voices(...ids: string[]): string[][] {
  const [headers = [], ...rows] = people(ids.length);
  return [[...headers, 'voice_id'], ...rows.map((row, at) => [...row, ids[at] ?? ''])];
}

const asked = (world: World): string[] =>
  world.sent.filter(({ path }) => path.startsWith('/v3/voices/')).map(({ path }) => path);

it('a voice that HeyGen does not have blocks its row before anything is sent, and no other row', () => {
  const world = new World();
  world.prepare(voices('voice_en_sara', 'voice_of_nobody', 'voice_of_nobody'));
  world.menu('renderSelectedRows');
  expect(world.statuses()).toEqual(['Rendering', 'Blocked', 'Blocked']);
  expect(world.rows()[1]?.problem).toContain('HeyGen has no voice');
  expect(asked(world)).toEqual(['/v3/voices/voice_en_sara', '/v3/voices/voice_of_nobody']);
  world.menu('renderSelectedRows');
  expect(asked(world)).toHaveLength(2);
});

it('is found in the sidebar too, where voices that were listed are asked about no more', () => {
  const world = new World();
  world.prepare(voices('voice_en_sara', 'voice_of_nobody'));
  for (let next: string | null | undefined; next !== null; ) {
    next = called(world, 'sidebarVoices', next ?? null).value.next;
  }
  expect(called(world, 'sidebarPlan').value).toMatchObject({ videos: 1, blockedRows: 1 });
  expect(asked(world)).not.toContain('/v3/voices/voice_en_sara');
});

it.each([
  { when: { pathStartsWith: '/v3/voices/' }, do: '503' },
  { when: { pathStartsWith: '/v3/voices/' }, do: 'refuse', status: 404, code: 'not_found' },
  { when: { pathStartsWith: '/v3/voices/' }, do: '403' },
] as const)('where HeyGen does not clearly say so, the row is sent and HeyGen decides: %j', (fault) => {
  const world = new World({ faults: [fault] });
  world.prepare(voices('voice_en_sara'));
  world.menu('renderSelectedRows');
  expect(world.statuses()).toEqual(['Rendering']);
});
