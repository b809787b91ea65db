import { describe, expect, it } from 'vitest';
import type { DocumentAccess } from '../../src/emulator/emulator-options.ts';
import { MINUTE, people, World } from './world.ts';

const HOUR = 60 * MINUTE;

/** Two spreadsheets of one user, in which she uses the published add-on. */
function two(addonTriggerDocument: DocumentAccess): [World, World] {
  const one = new World({}, { mode: 'addon', addonTriggerDocument });
  const other = one.another();
  one.prepare(people(3));
  other.prepare(people(2));
  return [one, other];
}

/** In how many documents a trigger stands. */
const followed = ({ emulator }: World): number =>
  new Set(emulator.triggers().map((one) => one.document)).size;

describe('two spreadsheets of one user, with the published add-on in both', () => {
  it('each get a trigger, and each get their videos from it', () => {
    const [one, other] = two('document');
    one.menu('renderSelectedRows');
    other.menu('renderSelectedRows');
    expect(one.emulator.triggers()).toHaveLength(2);
    expect(followed(one)).toBe(2);
    one.wait(3 * HOUR);
    expect([one.statuses(), other.statuses()]).toEqual([
      ['Done', 'Done', 'Done'],
      ['Done', 'Done'],
    ]);
    expect(one.simulator.videos()).toHaveLength(5);
    expect(one.emulator.triggers()).toEqual([]);
  });

  it('the one that is finished leaves the other its trigger', () => {
    const [one, other] = two('document');
    one.menu('renderSelectedRows');
    one.emulator.clock.moveTo(one.now + 30 * MINUTE);
    other.menu('renderSelectedRows');
    one.menu('checkForFinishedVideos');
    one.menu('checkForFinishedVideos');
    expect(one.statuses()).toEqual(['Done', 'Done', 'Done']);
    expect(one.emulator.triggers().map(({ document }) => document)).toEqual(['document 2']);
    other.wait(2 * HOUR);
    expect(other.statuses()).toEqual(['Done', 'Done']);
    expect(other.emulator.triggers()).toEqual([]);
  });

  it('switching automatic updates off in the one leaves the other its trigger', () => {
    const [one, other] = two('document');
    one.menu('renderSelectedRows');
    other.menu('renderSelectedRows');
    one.menu('toggleAutomaticUpdates');
    expect(one.emulator.triggers().map(({ document }) => document)).toEqual(['document 2']);
    other.wait(2 * HOUR);
    expect(other.statuses()).toEqual(['Done', 'Done']);
  });

  it.each(['null', 'exception'] as const)(
    'whose triggers get %s for their document: each ends itself only, and looking is enough',
    (addonTriggerDocument) => {
      const [one, other] = two(addonTriggerDocument);
      one.menu('renderSelectedRows');
      one.emulator.clock.moveTo(one.now + 30 * MINUTE);
      other.menu('renderSelectedRows');
      one.fire();
      expect(one.emulator.triggers().map(({ document }) => document)).toEqual(['document 2']);
      one.wait(2 * HOUR);
      for (const world of [one, other, one, other]) world.menu('checkForFinishedVideos');
      expect([...one.statuses(), ...other.statuses()]).toEqual(Array(5).fill('Done'));
      expect(one.simulator.videos()).toHaveLength(5);
    },
  );
});
