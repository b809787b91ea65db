import { expect, it } from 'vitest';
import { World } from './world.ts';

it('a script with a line separator or a next-line sign is asked for as it stands', () => {
  const world = new World();
  const script = 'One\u2028two\u2029three <<name>>.';
  world.prepare([
    ['name', 'script', 'avatar_id'],
    ['Ana', script, 'Anna_Office_Front_public'],
    ['Ben', script, 'Anna_Office_Front_public'],
  ]);
  world.menu('renderSelectedRows');
  world.follow();
  const bodies = JSON.parse(world.sent.find(({ method }) => method === 'POST')?.body ?? '{}');
  for (const video of bodies.videos) expect(video.script).toMatch(/^One\s*two\s*three (Ana|Ben)\.$/u);
  expect(world.rows().map(({ status }) => status)).toEqual(['Done', 'Done']);
});
