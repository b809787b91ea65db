import { expect, it } from 'vitest';
import { MINUTE, people, World } from './world.ts';

it('rows that came from another spreadsheet with their videos are paid for again only on an explicit word', () => {
  const elsewhere = new World();
  elsewhere.prepare(people(2));
  elsewhere.menu('renderSelectedRows');
  elsewhere.wait(30 * MINUTE);
  const done = elsewhere.hands.displayValues(elsewhere.sheet).map((row) => [...row]);
  const here = new World();
  here.prepare(done);
  here.menu('renderSelectedRows');
  expect(here.told()).toContain('Render selected rows again…');
  expect(here.posts()).toEqual([]);
  here.hands.select(here.sheet, ['A2:Z2']);
  here.menu('renderSelectedRowsAgain');
  here.wait(30 * MINUTE);
  expect(here.simulator.paidVideos().map(({ script }) => script)).toEqual([
    'Hello Person1, this one is for you.',
  ]);
  expect(here.statuses()).toEqual(['Done', 'Done']);
});
