import { describe, expect, it } from 'vitest';
import { changedSheet } from '../../src/cli/changed-rows.ts';

const HEADER = ['name', 'script', 'avatar_id'];
const row = (name: string, script = 'Hello <<name>>'): string[] => [name, script, 'A'];
const kept = [
  [...HEADER, 'status', 'video_url', 'job'],
  [...row('Ana'), 'Done', 'https://a', 'rm-1'],
  [...row('Bo'), 'Done', 'https://b', 'rm-2'],
  [...row('Cy'), 'Rendering', '', 'rm-3'],
];

/** The output cells that each row is left with, by its name. */
function outputs(csv: string[][]): Record<string, string> {
  const changed = changedSheet(csv, kept);
  return Object.fromEntries(
    (changed?.grid ?? []).slice(1).map((cells) => [cells[0], cells.slice(-3).join(' ')]),
  );
}

describe('A CSV that was edited between two runs', () => {
  it('is loaded again only when a cell of the user differs', () => {
    expect(changedSheet([HEADER, row('Ana'), row('Bo'), row('Cy')], kept)).toBeNull();
    expect(changedSheet([HEADER, row('Ana'), row('Bo'), row('Cy'), ['', '', '']], kept)).toBeNull();
    const fedBack = kept.map((cells, at) => (at === 1 ? [...cells.slice(0, 3), '', '', ''] : cells));
    expect(changedSheet(fedBack, kept)).toBeNull();
  });

  it('leaves each video beside its row when rows are moved, added and removed', () => {
    expect(outputs([HEADER, row('Cy'), row('New'), row('Ana')])).toEqual({
      Cy: 'Rendering  rm-3',
      New: '  ',
      Ana: 'Done https://a rm-1',
    });
  });

  it('takes a Done row whose words have changed for a new one, and only that', () => {
    const csv = [HEADER, row('Ana'), row('Bo', 'Goodbye <<name>>'), row('Cy', 'Goodbye <<name>>')];
    expect(outputs(csv)).toEqual({
      Ana: 'Done https://a rm-1',
      Bo: '  ',
      // Under way: what comes of it is shown, whatever the row says now.
      Cy: 'Rendering  rm-3',
    });
    expect(changedSheet(csv, kept)).toMatchObject({ changed: 2, outdated: 1 });
  });

  it('keeps the videos when a column is added that no script uses', () => {
    const csv = [
      ['note', ...HEADER],
      ['x', ...row('Ana')],
      ['y', ...row('Bo')],
      ['z', ...row('Cy')],
    ];
    expect(changedSheet(csv, kept)?.grid.map((cells) => cells.at(-1))).toEqual([
      'job',
      'rm-1',
      'rm-2',
      'rm-3',
    ]);
  });

  it('knows a row that moved and whose other cells changed by the video that it asks for', () => {
    const dated = [
      ['date', ...(kept[0] ?? [])],
      ...kept.slice(1).map((cells, at) => [`${at + 1} March`, ...cells]),
    ];
    const csv = [
      ['date', ...HEADER],
      ['9 March', ...row('New')],
      ['8 March', ...row('Ana ')],
      ['7 March', ...row('Bo')],
      ['6 March', ...row('Cy')],
    ];
    const changed = changedSheet(csv, dated);
    expect(changed?.outdated).toBe(0);
    expect(changed?.grid.slice(1).map((cells) => cells.at(-1))).toEqual(['', 'rm-1', 'rm-2', 'rm-3']);
  });

  it('never gives a row another row’s video for its number alone', () => {
    expect(outputs([HEADER, row('Xe'), row('Yu'), row('Zo')])).toEqual({ Xe: '  ', Yu: '  ', Zo: '  ' });
  });
});
