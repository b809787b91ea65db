import { expect, it } from 'vitest';
import type { Plain } from '../../src/emulator/service.ts';
import { people, World } from './world.ts';

/** The user's "Make a copy": the same sheets, ledger and all, under another id; triggers stay behind. */
function copyOf(original: World): World {
  const copy = new World();
  const snapshot = JSON.parse(JSON.stringify(original.emulator.snapshot()));
  snapshot.services.sheets.id = 'a-copy-of-the-spreadsheet';
  snapshot.services.triggers = JSON.parse(JSON.stringify(copy.emulator.snapshot())).services.triggers;
  copy.emulator.restore(snapshot as Plain);
  return copy;
}

it('a copied spreadsheet neither sends nor follows the jobs of the original', () => {
  const original = new World();
  original.simulator.set({ faults: [{ when: { method: 'POST', pathStartsWith: '/v3/videos' }, do: '402' }] });
  original.prepare(people(3));
  original.menu('renderSelectedRows');
  expect(original.rows().map(({ status }) => status)).toEqual(['Queued', 'Queued', 'Queued']);
  const copy = copyOf(original);
  copy.menu('checkForFinishedVideos');
  expect(copy.follow()).toBe(0);
  expect(copy.simulator.paidVideos()).toEqual([]);
});

it('rows of a copy can be rendered anew, as jobs of its own', () => {
  const original = new World();
  original.prepare(people(3));
  original.menu('renderSelectedRows');
  const copy = copyOf(original);
  copy.hands.select(copy.sheet, ['A2:Z4']);
  copy.menu('renderSelectedRows');
  copy.follow();
  const theirs = new Set(original.rows().map(({ job }) => job));
  for (const row of copy.rows()) {
    expect(row.status).toBe('Done');
    expect(theirs.has(row.job ?? '')).toBe(false);
  }
});

it('rows that were done in the original stay done in the copy', () => {
  const original = new World();
  original.prepare(people(2));
  original.menu('renderSelectedRows');
  original.follow();
  const copy = copyOf(original);
  copy.hands.select(copy.sheet, ['A2:Z3']);
  copy.menu('renderSelectedRows');
  copy.menu('checkForFinishedVideos');
  expect(copy.rows().map(({ status }) => status)).toEqual(['Done', 'Done']);
  expect(copy.simulator.paidVideos()).toEqual([]);
});
