import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { loadBundle } from '../../src/emulator/bundle.ts';
import type { EmulatorOptions } from '../../src/emulator/emulator-options.ts';
import { called } from './page-calls.ts';
import { World } from './world.ts';

const TEMPLATE_ROW = [
  ['script', 'template_id', 'avatar_id', 'engine'],
  ['Hello.', '', 'Anna_Office_Front_public', 'avatar_v'],
  ['', 'tpl_welcome', '', ''],
];

/** Everything that the sidebar keeps: the account, looks, voices, templates, one template, one look. */
function lookAtEverything(world: World): { readonly fetches: number; readonly shown: unknown } {
  world.hands.select(world.sheet, ['A2']);
  const start = called(world, 'sidebarStart');
  const voices = called(world, 'sidebarVoices', null);
  const templates = called(world, 'sidebarTemplates', null);
  world.hands.select(world.sheet, ['A3']);
  const row = called(world, 'sidebarRow', 0);
  const calls = [start, voices, templates, row];
  return {
    fetches: calls.reduce((sum, { fetches }) => sum + fetches, 0),
    shown: [start.value.account, start.value.looks, voices.value, templates.value, row.value],
  };
}

/** The same spreadsheet and user, under another build. */
function updated(world: World, choices: Partial<EmulatorOptions>): World {
  const next = new World({}, choices);
  next.emulator.clock.moveTo(world.now);
  next.emulator.restore(world.emulator.snapshot());
  return next;
}

/** Replaces the text of everything that is kept. Returns how much that was. */
function overwriteCache(world: World, text: string): number {
  const snapshot = JSON.parse(JSON.stringify(world.emulator.snapshot()));
  let count = 0;
  for (const cache of Object.values(snapshot.services.cache)) {
    for (const [name, item] of Object.entries(Object(cache))) {
      if (!name.endsWith('/0')) continue;
      Object(item).value = gzipSync(text).toString('base64');
      count += 1;
    }
  }
  world.emulator.restore(snapshot);
  return count;
}

function prepared(): World {
  const world = new World();
  world.prepare(TEMPLATE_ROW);
  return world;
}

describe('after an update of the add-on', () => {
  it('nothing that the earlier build kept is shown: HeyGen is asked for all of it again', () => {
    const world = prepared();
    const first = lookAtEverything(world);
    // Setting the key has asked for the account and the first looks.
    expect(first.fetches).toBe(4);
    expect(lookAtEverything(world).fetches).toBe(0);

    const same = updated(world, {});
    expect(lookAtEverything(same).fetches).toBe(0);

    const { build } = called(world, 'sidebarSettings').value;
    const bundle = loadBundle('dist');
    const code = bundle.code.replaceAll(`"${build}"`, '"2099-12-31"');
    const next = updated(world, { bundle: { ...bundle, code } });
    expect(called(next, 'sidebarSettings').value.build).toBe('2099-12-31');
    expect(lookAtEverything(next)).toEqual({ ...first, fetches: 6 });
  });

  it.each(['', '{', 'null', '[]', '{"items":[{"id":1}],"next":null}', '{"ok":true}', '{"at":9e15}'])(
    'what is kept as %j is no answer: HeyGen is asked',
    (text) => {
      const world = prepared();
      const first = lookAtEverything(world);
      expect(overwriteCache(world, text)).toBeGreaterThanOrEqual(6);
      expect(lookAtEverything(world)).toEqual({ ...first, fetches: 6 });
    },
  );
});
