import { describe, expect, it } from 'vitest';
import type { EmulatorOptions } from '../../src/emulator/emulator-options.ts';
import { breachesAtTheEnd } from './laws.ts';
import { called } from './page-calls.ts';
import { MINUTE, people, World } from './world.ts';

const SCOPE = 'https://www.googleapis.com/auth/';
const ALL = [
  'spreadsheets.currentonly',
  'script.container.ui',
  'script.external_request',
  'script.scriptapp',
];
const without = (...denied: readonly string[]): string[] =>
  ALL.filter((scope) => !denied.includes(scope)).map((scope) => SCOPE + scope);

function rendered(options: Partial<EmulatorOptions>, rows = 3): World {
  const world = new World({}, options);
  world.prepare(people(rows));
  world.menu('renderSelectedRows');
  return world;
}

/** What a user does where no trigger ever fires: looks now and then. */
function looksNowAndThen(world: World): void {
  for (let look = 0; look < 10 && !world.isFinished(); look++) {
    world.emulator.clock.moveTo(world.now + 2 * MINUTE);
    world.menu('checkForFinishedVideos');
  }
}

describe('the trigger', () => {
  it('lives from the first open job to the last', () => {
    const world = new World();
    world.prepare(people(2));
    expect(world.emulator.triggers()).toEqual([]);
    world.menu('renderSelectedRows');
    expect(world.emulator.triggers()).toHaveLength(1);
    expect(world.emulator.triggers()[0]?.periodMs).toBe(MINUTE);
    world.wait(30 * MINUTE);
    expect(world.emulator.triggers()).toEqual([]);
    expect(breachesAtTheEnd(world)).toEqual([]);
  });

  it('runs hourly where the platform allows add-ons no more, and brings every row to its end', () => {
    const world = rendered({ mode: 'addon', addonTriggerDocument: 'document' });
    expect(world.emulator.triggers().map(({ periodMs }) => periodMs)).toEqual([60 * MINUTE]);
    world.wait(3 * 60 * MINUTE);
    expect(breachesAtTheEnd(world)).toEqual([]);
    expect(world.emulator.triggers()).toEqual([]);
  });

  it('may be off: then looking is enough', () => {
    const world = new World();
    world.prepare(people(2));
    world.menu('toggleAutomaticUpdates');
    world.menu('renderSelectedRows');
    expect(world.emulator.triggers()).toEqual([]);
    looksNowAndThen(world);
    expect(breachesAtTheEnd(world)).toEqual([]);
  });

  it('may never fire, as in a test deployment: then looking is enough', () => {
    const world = rendered({ mode: 'addon-test' });
    expect(world.emulator.nextTriggerAt()).toBeNull();
    looksNowAndThen(world);
    expect(breachesAtTheEnd(world)).toEqual([]);
    expect(world.emulator.triggers()).toEqual([]);
  });

  it('may come without its document: it does no harm, and looking is enough', () => {
    const world = rendered({ mode: 'addon' });
    world.emulator.clock.moveTo(world.now + 61 * MINUTE);
    world.emulator.fireDueTriggers();
    looksNowAndThen(world);
    expect(breachesAtTheEnd(world)).toEqual([]);
  });

  it('stops when the day has no run time left, and looking is enough', () => {
    const world = rendered({});
    world.emulator.clock.moveTo(world.now + 90 * MINUTE);
    looksNowAndThen(world);
    expect(breachesAtTheEnd(world)).toEqual([]);
  });
});

describe('when the user denies a scope', () => {
  it('triggers are done without', () => {
    const world = rendered({ grantedScopes: without('script.scriptapp') });
    expect(world.statuses()).toEqual(['Rendering', 'Rendering', 'Rendering']);
    looksNowAndThen(world);
    expect(breachesAtTheEnd(world)).toEqual([]);
  });

  it('the sidebar and the menu say that updates stay off, and leave them off', () => {
    const world = new World({}, { grantedScopes: without('script.scriptapp') });
    world.prepare(people(1));
    const areOn = (): boolean => called(world, 'sidebarSettings').value.automaticUpdates;
    called(world, 'sidebarAutomaticUpdates', false);
    expect(() => called(world, 'sidebarAutomaticUpdates', true)).toThrow(
      'Google does not let Reelmerge look',
    );
    expect(areOn()).toBe(false);
    world.menu('toggleAutomaticUpdates');
    expect(world.told()).toMatch(/^Automatic updates are off\nGoogle does not let Reelmerge look/);
    expect(areOn()).toBe(false);
    world.emulator.grant(without());
    called(world, 'sidebarAutomaticUpdates', true);
    expect(areOn()).toBe(true);
  });

  it('a second press of Render says why the rows under way are not followed', () => {
    const world = rendered({ grantedScopes: without('script.scriptapp') });
    world.menu('renderSelectedRows');
    expect(world.told()).toContain('3 rows under way');
    expect(world.told()).toContain('Google does not let Reelmerge look');
  });

  it('nothing is sent or paid without the right to reach HeyGen, and it goes on when that is granted', () => {
    const world = rendered({ grantedScopes: without('script.external_request') });
    expect(world.sent).toEqual([]);
    world.emulator.grant(without());
    world.pressOn();
    expect(breachesAtTheEnd(world)).toEqual([]);
  });
});

describe('the menu', () => {
  it.each(['NONE', 'LIMITED', 'FULL'] as const)(
    'opens under AuthMode %s and touches nothing else',
    (authMode) => {
      const world = new World({}, authMode === 'NONE' ? { grantedScopes: [] } : {});
      const execution = world.emulator.open({ authMode });
      expect(execution.outcome).toBe('returned');
      expect(Object.keys(execution.counts.services)).toEqual(['ui']);
      const [menu] = world.emulator.ui.menus();
      expect(menu?.entries.filter(({ kind }) => kind === 'item').length).toBeGreaterThanOrEqual(7);
    },
  );
});

it.each(['null', 'exception'] as const)(
  'a trigger that gets %s for its document ends itself, and the videos come by the menu',
  (addonTriggerDocument) => {
    const world = new World({}, { mode: 'addon', addonTriggerDocument });
    world.prepare(people(2));
    world.menu('renderSelectedRows');
    expect(world.emulator.triggers()).toHaveLength(1);
    world.follow();
    expect(world.emulator.triggers()).toEqual([]);
    world.menu('checkForFinishedVideos');
    world.menu('checkForFinishedVideos');
    expect(world.statuses()).toEqual(['Done', 'Done']);
  },
);
