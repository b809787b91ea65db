import { expect, it } from 'vitest';
import { World } from './world.ts';

it('a row of several scenes goes alone, because HeyGen takes no such video in a batch', () => {
  const world = new World();
  const look = 'Anna_Office_Front_public';
  world.prepare([
    ['name', 'script', 'avatar_id'],
    ['Ana', 'Hello <<name>>.', look],
    ['Ben', 'Hello <<name>>.\n---\nAnd goodbye, <<name>>.', look],
    ['Cem', 'Hello <<name>>.', look],
  ]);
  world.menu('renderSelectedRows');
  world.follow();
  expect(world.rows().map(({ status, problem }) => `${status} ${problem}`.trim())).toEqual([
    'Done',
    'Done',
    'Done',
  ]);
  const posts = world.sent
    .filter(({ method }) => method === 'POST')
    .map(({ path }) => path.replace(/.*\/v3/, ''));
  expect(posts.sort()).toEqual(['/videos', '/videos/batches']);
});
