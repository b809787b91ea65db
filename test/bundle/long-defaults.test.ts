import { expect, it } from 'vitest';
import { people, World } from './world.ts';

/** What the page sends and is answered. */
function ask(world: World, functionName: string, args: readonly unknown[]): Record<string, unknown> {
  const { reply } = world.emulator.serve({ functionName, args });
  if (!reply.ok) throw new Error(reply.error);
  return JSON.parse(String(reply.value)).value;
}

it.each([
  ['Latin', 'a'],
  ['Cyrillic', 'я'],
  ['Chinese', '視'],
  ['emoji', '🎬'],
  ['lines and quotes', '"\n'],
])('a default script of 5,000 characters is kept, also in %s', (_, sign) => {
  const world = new World();
  world.prepare(people(1));
  const script = sign.repeat(5_000 / sign.length);
  ask(world, 'sidebarDefaults', [{ script }, world.sheet]);
  expect(ask(world, 'sidebarRow', [0]).defaults).toEqual({ script });
  ask(world, 'sidebarDefaults', [{ script: 'short' }, world.sheet]);
  expect(ask(world, 'sidebarRow', [0]).defaults).toEqual({ script: 'short' });
});
