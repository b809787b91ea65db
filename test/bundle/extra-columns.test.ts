import { describe, expect, it } from 'vitest';
import { MINUTE, people, World } from './world.ts';

/** The texts of the column with this header in the first sheet, and its header's note. */
function column(world: World, header: string): { cells: string[]; note: string; at: number } {
  const [headers = [], ...rows] = world.hands.displayValues(world.sheet);
  const at = headers.indexOf(header);
  return {
    cells: rows.map((row) => row[at] ?? ''),
    note: world.hands.cell(world.sheet, 1, at + 1).note,
    at: at + 1,
  };
}

function addColumn(world: World, header: string, ...values: string[]): void {
  const at = (world.hands.displayValues(world.sheet)[0] ?? []).length + 1;
  world.hands.type(world.sheet, 1, at, header);
  values.forEach((value, index) => {
    world.hands.type(world.sheet, index + 2, at, value);
  });
}

const OWN = ['until Friday', 'until May', 'any time'];

describe('a column that only some sheets have', () => {
  it('is filled from the first video on, and says on its header whose it is', () => {
    const world = new World();
    world.prepare(people(2));
    addColumn(world, 'valid until');
    world.selectAll();
    world.menu('renderSelectedRows');
    expect(column(world, 'valid until').note).toBe('');
    world.follow();
    const { cells, note } = column(world, 'valid until');
    expect(cells.every((cell) => /^2026-03-08 09:0\d UTC$/.test(cell))).toBe(true);
    expect(note).toContain('Written by Reelmerge.');
  });

  it('that was made after the videos is filled by Check for finished videos', () => {
    const world = new World();
    world.prepare(people(2));
    world.menu('renderSelectedRows');
    world.follow();
    addColumn(world, 'GIF url');
    world.menu('checkForFinishedVideos');
    expect(column(world, 'GIF url').cells.every((cell) => cell.startsWith('https://'))).toBe(true);
  });

  it('is emptied again for a row that is rendered anew', () => {
    const world = new World();
    world.prepare(people(1));
    addColumn(world, 'valid_until');
    world.selectAll();
    world.menu('renderSelectedRows');
    world.follow();
    world.selectAll();
    world.menu('renderSelectedRowsAgain');
    expect(column(world, 'valid_until').cells).toEqual(['']);
  });

  it('and holds the user’s own values keeps them, whatever happens to its rows, and can be merged', () => {
    const world = new World({ failWhen: 'Person2,' });
    world.prepare([
      ['first_name', 'script', 'avatar_id', 'Valid until'],
      ...OWN.map((own, at) => [
        `Person${at + 1}`,
        'Hello <<first_name>>, it is yours <<valid until>>.',
        'Anna_Office_Front_public',
        own,
      ]),
    ]);
    world.menu('renderSelectedRows');
    world.follow();
    expect(world.statuses()).toEqual(['Done', 'Failed', 'Done']);
    expect(world.posts()[0]?.body).toContain('it is yours until Friday');
    world.simulator.set({ failWhen: '' });
    world.menu('retryFailedRows');
    world.follow();
    world.menu('checkForFinishedVideos');
    expect(world.statuses()).toEqual(['Done', 'Done', 'Done']);
    expect(column(world, 'Valid until')).toMatchObject({ cells: OWN, note: '' });
    expect(world.rows().every(({ video_url }) => video_url !== '')).toBe(true);
  });

  it('that the user makes of values of her own while videos are under way keeps them too', () => {
    const world = new World();
    world.prepare(people(3));
    world.menu('renderSelectedRows');
    addColumn(world, 'Valid until', ...OWN);
    world.wait(30 * MINUTE);
    expect(world.statuses()).toEqual(['Done', 'Done', 'Done']);
    expect(column(world, 'Valid until').cells).toEqual(OWN);
  });

  it('that becomes one by its new name keeps the values that its videos speak', () => {
    const world = new World();
    world.prepare([
      ['first_name', 'script', 'avatar_id', 'offer ends'],
      ['Ana', 'Hello <<first_name>>, until <<offer ends>>.', 'Anna_Office_Front_public', '1 May'],
    ]);
    world.menu('renderSelectedRows');
    world.follow();
    world.hands.type(world.sheet, 1, 4, 'valid until');
    world.menu('checkForFinishedVideos');
    // The script speaks of a column that is gone, so the row does not ask for this video any more.
    expect(world.rows()[0]).toMatchObject({ status: 'Changed', 'valid until': '1 May' });
    expect(world.rows()[0]?.video_url).not.toBe('');
  });

  it('of formulas that show nothing stays the user’s, is told, and keeps no other column from being filled', () => {
    const world = new World();
    world.prepare(people(2));
    addColumn(world, 'valid until', '=C9', '=C9&""');
    addColumn(world, 'gif_url');
    const { at } = column(world, 'valid until');
    world.selectAll();
    world.menu('renderSelectedRows');
    world.follow();
    expect(world.statuses()).toEqual(['Done', 'Done']);
    expect([2, 3].map((row) => world.hands.cell(world.sheet, row, at).formula)).toEqual(['=C9', '=C9&""']);
    expect(column(world, 'gif_url').cells.every((cell) => cell.startsWith('https://'))).toBe(true);
  });

  it('whose header is protected is left alone, and every result is shown all the same', () => {
    const world = new World();
    world.prepare(people(2));
    addColumn(world, 'gif_url');
    addColumn(world, 'later');
    world.selectAll();
    world.menu('renderSelectedRows');
    world.hands.protect(world.sheet, 'A1:Z1');
    world.follow();
    expect(world.rows().map(({ status, video_url = '' }) => `${status} ${video_url.slice(0, 5)}`)).toEqual([
      'Done https',
      'Done https',
    ]);
    expect(column(world, 'gif_url').cells).toEqual(['', '']);
    world.hands.unprotect(world.sheet);
    world.menu('checkForFinishedVideos');
    expect(column(world, 'gif_url').cells.every((cell) => cell.startsWith('https://'))).toBe(true);
  });

  it('keeps the user’s own note on its header', () => {
    const world = new World();
    world.prepare(people(1));
    addColumn(world, 'gif_url');
    const { at } = column(world, 'gif_url');
    world.hands.setNote(world.sheet, 1, at, 'for the newsletter');
    world.selectAll();
    world.menu('renderSelectedRows');
    world.follow();
    expect(column(world, 'gif_url').note).toMatch(/^for the newsletter\n.*Written by Reelmerge\.$/s);
  });

  it('shows the picture in the cell and the mail beside it, after Done, renewed, moved and rendered anew', () => {
    const world = new World();
    world.prepare(people(2));
    addColumn(world, 'Thumbnail image');
    addColumn(world, 'email_html');
    const { at } = column(world, 'Thumbnail image');
    const pictures = (): string[] => [2, 3].map((row) => world.hands.cell(world.sheet, row, at).formula);
    const expected = (): string[] => column(world, 'thumbnail').cells.map((url) => `=IMAGE("${url}")`);
    world.selectAll();
    world.menu('renderSelectedRows');
    world.follow();
    expect(column(world, 'thumbnail').cells.every((url) => url.startsWith('https://'))).toBe(true);
    expect(pictures()).toEqual(expected());
    expect(column(world, 'Thumbnail image')).toMatchObject({ cells: ['', ''] });
    expect(column(world, 'Thumbnail image').note).toContain('Written by Reelmerge.');
    const pages = column(world, 'video_page').cells;
    column(world, 'email_html').cells.forEach((html, row) => {
      expect(html).toContain(`href="${pages[row]}"`);
    });

    const first = pictures();
    world.wait(8 * 24 * 60 * MINUTE);
    world.selectAll();
    world.menu('renewLinksOfSelectedRows');
    expect(pictures()).toEqual(expected());
    expect(pictures()).not.toEqual(first);

    // What the add-on finds as it should be, it leaves alone.
    const { counts } = world.menu('checkForFinishedVideos');
    expect(counts.methods['sheets.setValues'] ?? 0).toBe(0);
    world.hands.type(world.sheet, 3, at, '');
    world.menu('checkForFinishedVideos');
    expect(pictures()).toEqual(expected());

    world.hands.select(world.sheet, ['A2:Z2']);
    world.menu('renderSelectedRowsAgain');
    expect(pictures()[0]).toBe('');
    expect(column(world, 'email_html').cells[0]).toBe('');
    expect(pictures()[1]).toBe(expected()[1]);
  });

  it('of the user’s own pictures stays hers', () => {
    const world = new World();
    world.prepare(people(1));
    addColumn(world, 'thumbnail_image', '=IMAGE("https://her.example/picture.png")');
    const { at } = column(world, 'thumbnail_image');
    world.selectAll();
    world.menu('renderSelectedRows');
    world.follow();
    expect(world.statuses()).toEqual(['Done']);
    expect(world.hands.cell(world.sheet, 2, at).formula).toBe('=IMAGE("https://her.example/picture.png")');
    expect(column(world, 'thumbnail_image').note).toBe('');
  });
});
