import { describe, expect, it } from 'vitest';
import { DELETE, deleted, finished, kept, questionOf, shown } from './deletion.ts';
import { ownCells } from './laws.ts';
import { KEY, MINUTE, people, World } from './world.ts';

describe('deleting the videos of selected rows', () => {
  it('asks first, deletes them in HeyGen, and says so in the row and in the ledger', () => {
    const world = finished(4);
    const before = ownCells(world);
    world.hands.select(world.sheet, ['A3:B4']);
    const question = questionOf(world);
    expect(question).toContain('Delete 2 videos?');
    expect(question).toContain('This cannot be undone, and nothing is refunded.');
    expect(world.told()).toContain('2 videos were deleted in HeyGen.');
    expect(kept(world)).toEqual(['Person1', 'Person4']);
    expect(shown(world)).toEqual({ links: ['Person1', 'Person4'], gone: ['Person2', 'Person3'] });
    expect(world.ledger().map(({ status, code, video_url }) => [status, code, video_url === ''])).toEqual([
      ['Done', '', false],
      ['Done', 'deleted', true],
      ['Done', 'deleted', true],
      ['Done', '', false],
    ]);
    expect(ownCells(world)).toEqual(before);
  });

  it('deletes nothing after a No', () => {
    const world = finished(2);
    world.selectAll();
    const sent = world.sent.length;
    world.answer = (dialog) => ({ button: dialog.buttons === 'OK' ? 'OK' : 'NO' });
    deleted(world);
    expect(world.told()).toContain('Nothing was deleted.');
    expect(world.sent).toHaveLength(sent);
    expect(kept(world)).toHaveLength(2);
  });

  it('holds no lock while HeyGen is asked', () => {
    const world = finished(2);
    world.selectAll();
    const { calls } = deleted(world);
    let held = false;
    for (const { service, method } of calls) {
      if (service === 'lock') held = method === 'take';
      if (service === 'fetch' || service === 'ui') expect(held).toBe(false);
    }
    expect(calls.some(({ service }) => service === 'fetch')).toBe(true);
  });

  it('has a row made again only after its job cell was cleared', () => {
    const world = finished(2);
    world.selectAll();
    deleted(world);
    const paid = world.posts().length;
    world.menu('renderSelectedRows');
    expect(world.posts()).toHaveLength(paid);
    const headers = world.hands.displayValues(world.sheet)[0] ?? [];
    world.hands.type(world.sheet, 2, headers.indexOf('job') + 1, '');
    world.menu('renderSelectedRows');
    world.wait(30 * MINUTE);
    expect(shown(world)).toEqual({ links: ['Person1'], gone: ['Person2'] });
    expect(kept(world)).toEqual(['Person1']);
  });

  it('keeps what Check for finished videos shows, and shows it in copies of the row too', () => {
    const world = finished(3);
    world.hands.duplicateRow(world.sheet, 2);
    world.hands.select(world.sheet, ['A2']);
    deleted(world);
    expect(shown(world)).toEqual({ links: ['Person2', 'Person3'], gone: ['Person1', 'Person1'] });
    world.menu('checkForFinishedVideos');
    expect(shown(world)).toEqual({ links: ['Person2', 'Person3'], gone: ['Person1', 'Person1'] });
  });

  it('leaves hidden rows, rows under way and rows without a video alone, and counts them', () => {
    const world = finished(3);
    world.hands.load(world.sheet, [...world.hands.displayValues(world.sheet), ...people(5).slice(4)]);
    world.hands.select(world.sheet, ['A5']);
    world.menu('renderSelectedRows');
    world.hands.hideRows(world.sheet, 3);
    world.selectAll();
    const question = questionOf(world);
    expect(question).toContain('2 videos of the selected rows');
    expect(question).toContain('1 row whose video is still being made.');
    expect(question).toContain('1 row hidden or filtered out.');
    expect(kept(world)).toEqual(['Person2', 'Person4']);
    world.hands.select(world.sheet, ['A9:B20']);
    deleted(world);
    expect(world.told()).toContain('No rows are selected.');
  });

  it('leaves a row alone that no longer holds the words of its video', () => {
    const world = finished(2);
    world.hands.type(world.sheet, 2, 1, 'Somebody else');
    world.selectAll();
    deleted(world);
    expect(kept(world)).toEqual(['Person1']);
    deleted(world);
    expect(world.told()).toContain('1 row changed since');
    expect(kept(world)).toEqual(['Person1']);
  });

  it('leaves the videos of another account alone', () => {
    const world = new World({ keys: { [KEY]: 'anna', other: 'bert' }, renderMs: [MINUTE, MINUTE] });
    world.prepare(people(2));
    world.menu('renderSelectedRows');
    world.wait(30 * MINUTE);
    world.connect('other', 'bert@example.com');
    world.selectAll();
    world.menu(DELETE, { user: 'bert@example.com' });
    expect(world.told()).toContain('2 rows whose video is in another HeyGen account.');
    expect(world.sent.filter(({ method }) => method === 'DELETE')).toEqual([]);
  });

  it('leaves the videos of the sheet alone that this one is a copy of, and names that sheet', () => {
    const world = finished(2);
    const first = world.sheet;
    const copy = world.hands.duplicateSheet(first);
    world.hands.activate(copy);
    world.hands.select(copy, ['A2:A3']);
    deleted(world);
    expect(world.told()).toContain('The selected rows have no video to delete.');
    expect(world.told()).toContain(`2 rows whose video belongs to the sheet “${first}”`);
    expect(kept(world)).toHaveLength(2);
    expect(world.sent.filter(({ method }) => method === 'DELETE')).toEqual([]);
  });

  it('deletes the videos of rows that were moved to another sheet, as no row is left behind', () => {
    const world = finished(2);
    const copy = world.hands.duplicateSheet(world.sheet);
    world.hands.deleteRows(world.sheet, 2, 1);
    world.hands.activate(copy);
    world.hands.select(copy, ['A2:A3']);
    const question = questionOf(world);
    expect(question).toContain('1 video of the selected rows');
    expect(question).toContain(`1 row whose video belongs to the sheet “${world.sheet}”`);
    expect(kept(world)).toEqual(['Person2']);
  });

  it('deletes nothing when the rows were moved while it looked', () => {
    const world = finished(3);
    world.hands.select(world.sheet, ['A2']);
    world.menu(DELETE, {
      beforeCall: ({ method }) => {
        if (method === 'isRowHiddenByUser') world.hands.sortRows(world.sheet, 1, false);
      },
    });
    expect(world.told()).toContain('The rows have just been moved, so nothing was deleted.');
    expect(kept(world)).toHaveLength(3);
  });
});
