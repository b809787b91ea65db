import { describe, expect, it } from 'vitest';
import { MINUTE, World } from './world.ts';

const SPEAKER = 'Anna_Office_Front_public';
const HEADERS = ['name', 'script', 'avatar_id'];

/** A sheet with these headers and rows; `change` is what the user does in it before she renders. */
function rendered(
  headers: readonly string[],
  rows: readonly (readonly string[])[],
  change: (world: World) => void = () => undefined,
  locale: 'en_US' | 'de_DE' | 'fr_FR' | 'ja_JP' = 'en_US',
): World {
  const world = new World({ renderMs: [20_000, 60_000] }, { spreadsheet: { locale } });
  world.hands.load(world.sheet, [[...headers], ...rows]);
  change(world);
  world.menu('setHeyGenKey');
  world.selectAll();
  world.menu('renderSelectedRows');
  world.wait(20 * MINUTE);
  return world;
}

/** What was spoken for money. */
const spoken = (world: World): string[] => world.simulator.paidVideos().map(({ script }) => script ?? '');

const problems = (world: World): string[] => world.rows().map(({ problem }) => problem ?? '');

describe('a cell that shows a text is merged as it shows', () => {
  it.each([
    ['=HYPERLINK("https://example.com","Anna")', 'Anna'],
    ['=ARRAYFORMULA(HYPERLINK("https://example.com",D2:D2))', 'Ann of D'],
  ])('%s', (formula, shown) => {
    const world = rendered([...HEADERS, 'other'], [['', 'Hi <<name>>.', SPEAKER, 'Ann of D']], (it) =>
      it.hands.type(it.sheet, 2, 1, formula),
    );
    expect(spoken(world)).toEqual([`Hi ${shown}.`]);
  });

  it('each row of an ARRAYFORMULA', () => {
    const world = rendered(
      [...HEADERS, 'other'],
      [
        ['', 'Hi <<name>>.', SPEAKER, 'Ann'],
        ['', 'Hi <<name>>.', SPEAKER, 'Bob'],
      ],
      (it) => it.hands.type(it.sheet, 2, 1, '=ARRAYFORMULA(HYPERLINK("https://example.com",D2:D3))'),
    );
    expect(spoken(world)).toEqual(['Hi Ann.', 'Hi Bob.']);
  });

  it('the label of a chip', () => {
    const world = rendered(HEADERS, [['', 'Hi <<name>>.', SPEAKER]], (it) =>
      it.hands.putChip(it.sheet, 2, 1, 'Anna Example'),
    );
    expect(spoken(world)).toEqual(['Hi Anna Example.']);
  });

  it.each([
    ['de_DE', '1.234,50', '31.12.2026'],
    ['fr_FR', '1234,5', '31/12/2026'],
    ['ja_JP', '1,234.50', '2026/12/31'],
  ] as const)('amounts and dates of a sheet in %s', (locale, amount, date) => {
    const world = rendered(
      [...HEADERS, 'amount', 'day'],
      [['Ann', 'Hi <<amount>> on <<day>>.', SPEAKER, amount, date]],
      undefined,
      locale,
    );
    const [said = problems(world)[0]] = spoken(world);
    expect(said).toMatch(
      new RegExp(`^Hi ${amount.replace(/[.]/g, '\\.')} on ${date.replace(/[.]/g, '\\.')}\\.$`),
    );
  });
});

describe('a cell that has no text blocks its row with a sentence, and nothing is paid', () => {
  const blocked = (world: World, says: RegExp): void => {
    expect(world.statuses()).toEqual(['Blocked']);
    expect(problems(world)[0]).toMatch(says);
    expect(world.posts()).toEqual([]);
  };

  it.each([
    ['de_DE', '#NV'],
    ['fr_FR', '#N/A'],
    ['ja_JP', '#N/A'],
    ['en_US', '#N/A'],
  ] as const)('a formula that failed, in %s', (locale, shown) => {
    const world = rendered(
      HEADERS,
      [['', 'Hi <<name>>.', SPEAKER]],
      (it) => it.hands.type(it.sheet, 2, 1, '=NA()'),
      locale,
    );
    expect(world.rows()[0]?.name).toBe(shown);
    blocked(world, new RegExp(`shows ${shown}`));
  });

  it.each(['IMAGE', 'picture'])('a field whose cell holds a picture (%s)', (kind) => {
    const world = rendered(HEADERS, [['', 'Hi <<name>>.', SPEAKER]], (it) =>
      kind === 'IMAGE'
        ? it.hands.type(it.sheet, 2, 1, '=IMAGE("https://example.com/a.png")')
        : it.hands.putPicture(it.sheet, 2, 1),
    );
    blocked(world, /name/);
  });

  it.each([
    ['image', 'IMAGE'],
    ['image', 'picture'],
    ['image', 'formula'],
    ['background', 'IMAGE'],
    ['background', 'picture'],
  ])('the column %s with a picture in its cell, for which a look would be paid (%s)', (column, kind) => {
    const world = rendered([...HEADERS, column], [['Ann', 'Hi <<name>>.', SPEAKER, '']], (it) => {
      if (kind === 'picture') it.hands.putPicture(it.sheet, 2, 4);
      else it.hands.type(it.sheet, 2, 4, kind === 'IMAGE' ? '=IMAGE("https://example.com/a.png")' : '=""');
    });
    blocked(
      world,
      new RegExp(`The cell in the column "${column}" holds a formula or a picture and shows no text`),
    );
  });

  it('beside rows whose picture cells are really empty, which are rendered', () => {
    const world = rendered(
      [...HEADERS, 'image'],
      [
        ['Ann', 'Hi <<name>>.', SPEAKER, ''],
        ['Bob', 'Hi <<name>>.', SPEAKER, ''],
      ],
      (it) => it.hands.putPicture(it.sheet, 2, 4),
    );
    expect([world.statuses(), spoken(world)]).toEqual([['Blocked', 'Done'], ['Hi Bob.']]);
  });

  it('the lower rows of merged cells, which are blank', () => {
    const world = rendered(
      HEADERS,
      [
        ['Ann', 'Hi <<name>>.', SPEAKER],
        ['', 'Hi <<name>>.', SPEAKER],
      ],
      (it) => it.hands.mergeCells(it.sheet, 'A2:A3'),
    );
    expect([world.statuses(), spoken(world)]).toEqual([['Done', 'Blocked'], ['Hi Ann.']]);
  });
});

describe.each(['en_US', 'de_DE', 'fr_FR', 'ja_JP'] as const)('check boxes in a sheet in %s', (locale) => {
  const withBoxes = (header: string, ticked: boolean): World =>
    rendered(
      [...HEADERS, header],
      [['Ann', 'Hi <<name>>.', SPEAKER, '']],
      (it) => {
        it.hands.insertCheckboxes(it.sheet, 'D2:D300');
        if (ticked)
          it.hands.type(
            it.sheet,
            2,
            4,
            { en_US: 'TRUE', de_DE: 'WAHR', fr_FR: 'VRAI', ja_JP: 'TRUE' }[locale],
          );
      },
      locale,
    );

  it('that are not ticked make no rows, and nothing in a row', () => {
    const world = withBoxes('agreed', false);
    expect(spoken(world)).toEqual(['Hi Ann.']);
    expect(world.rows().filter(({ status }) => status !== '')).toHaveLength(1);
  });

  it('that are ticked say yes', () => {
    const world = withBoxes('remove_background', true);
    expect(JSON.parse(world.posts()[0]?.body ?? '{}')).toMatchObject({ remove_background: true });
  });
});
