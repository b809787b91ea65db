import { expect, it } from 'vitest';
import { breachesAtTheEnd } from './laws.ts';
import { MINUTE, people, World } from './world.ts';

/** The dialog stays open for so long before the user says Yes. */
function answeredAfter(ms: number, rows: number): World {
  const world = new World();
  world.prepare(people(rows));
  world.answer = (dialog) => (dialog.buttons === 'YES_NO' ? { button: 'YES', tookMs: ms } : { button: 'OK' });
  world.menu('renderSelectedRows');
  return world;
}

it('a Yes after five minutes is kept: the trigger sends the rows and brings every video', () => {
  const world = answeredAfter(5 * MINUTE, 3);
  expect(world.statuses()).toEqual(['Queued', 'Queued', 'Queued']);
  expect(world.emulator.triggers()).toHaveLength(1);
  world.wait(30 * MINUTE);
  expect(breachesAtTheEnd(world)).toEqual([]);
});

it('a Yes after five minutes is told as what it is: queued, not nothing', () => {
  const world = answeredAfter(5 * MINUTE, 3);
  expect(world.emulator.ui.toasts().map(({ message }) => message)).toEqual(['Videos: 3 queued.']);
});
