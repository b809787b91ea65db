import { describe, expect, it } from 'vitest';
import { TEXT_LIST_HEADERS } from '../../src/core/check/text-list.ts';
import { headerKey, INPUT_COLUMNS } from '../../src/core/columns/columns.ts';
import { OUTPUT_COLUMNS } from '../../src/core/output-columns.ts';
import { called } from './page-calls.ts';
import { World } from './world.ts';

const PREVIEW = 'Reelmerge preview';

const HEADERS = ['first_name', 'city', 'script', 'avatar_id', 'voice_id'];
const LOOK = ['Anna_Office_Front_public', ''];

function worldWith(...rows: readonly (readonly string[])[]): World {
  const world = new World();
  world.prepare([HEADERS, ...rows.map((row) => [...row, ...LOOK])]);
  return world;
}

const SCENES = 'Hi <<first_name>>!\n---\nHow is <<city|your town>>?';

function preview(world: World): readonly (readonly string[])[] {
  return world.hands.displayValues(PREVIEW).filter((line) => line.some((cell) => cell !== ''));
}

describe('Read all', () => {
  it('shows which words came from the row, in scenes too, and where a fallback is said', () => {
    const world = worldWith(
      ['Ana', 'Lima', 'Hi <<first_name>> from <<city>>!'],
      ['Bo', '', SCENES],
      ['', 'Oslo', 'Hi <<first_name>>!'],
    );
    const texts = called(world, 'sidebarTexts').value;
    const merged = texts.map(({ text, marks }) =>
      marks.map(({ start, end, field }) => [field, text.slice(start, end)]),
    );
    expect(merged).toEqual([
      [
        ['first_name', 'Ana'],
        ['city', 'Lima'],
      ],
      [
        ['first_name', 'Bo'],
        ['city', 'your town'],
      ],
      [],
    ]);
    expect(texts.map(({ fallbacks }) => fallbacks)).toEqual([[], ['city'], []]);
    expect(texts.map(({ state }) => state)).toEqual(['ready', 'ready', 'blocked']);
  });
});

describe('the sheet “Reelmerge preview”', () => {
  it('holds what each selected row will say, with what is worth a look, and the user stays at their rows', () => {
    const world = worldWith(
      ['Ana', 'Lima', 'Hi <<first_name>>!'],
      ['Bo', '', SCENES],
      ['', '', 'Hi <<first_name>>!'],
    );
    const sent = world.sent.length;
    expect(called(world, 'sidebarListTexts').value).toBe(`3 texts are in the sheet “${PREVIEW}”.`);
    const [headers, ...lines] = preview(world);
    expect(headers).toEqual([...TEXT_LIST_HEADERS]);
    expect(lines.map(([sheet, row, text, , state]) => [sheet, row, text, state])).toEqual([
      [world.sheet, '2', 'Hi Ana!', 'ready'],
      [world.sheet, '3', 'Hi Bo!\n\nHow is your town?', 'ready'],
      [world.sheet, '4', '', 'blocked'],
    ]);
    expect(lines[1]?.[5]).toContain('“city” is empty, so its fallback is said.');
    expect(lines[2]?.[5]).toContain('first_name');
    expect(Number(lines[0]?.[3])).toBeGreaterThan(0);
    expect(world.hands.sheets().find(({ active }) => active)?.name).toBe(world.sheet);
    expect(world.posts()).toEqual([]);
    expect(world.sent.slice(sent).every(({ method }) => method === 'GET')).toBe(true);
  });

  it('is made anew each time, and a shorter one leaves no line of the longer', () => {
    const world = worldWith(['Ana', '', 'Hi <<first_name>>!'], ['Bo', '', 'Hi <<first_name>>!']);
    called(world, 'sidebarListTexts');
    world.hands.select(world.sheet, ['A3']);
    called(world, 'sidebarListTexts');
    expect(
      preview(world)
        .slice(1)
        .map(([, row, text]) => [row, text]),
    ).toEqual([['3', 'Hi Bo!']]);
  });

  it('takes no row to render, and none of its columns is one of Reelmerge’s', () => {
    const world = worldWith(['Ana', '', 'Hi <<first_name>>!']);
    called(world, 'sidebarListTexts');
    const before = world.hands.displayValues(PREVIEW);
    world.hands.select(PREVIEW, ['A2:F2']);
    world.menu('renderSelectedRows');
    expect(world.told()).toContain('Open the sheet with your rows');
    expect(() => called(world, 'sidebarListTexts')).toThrow('Open the sheet with your rows');
    expect(world.hands.displayValues(PREVIEW)).toEqual(before);
    expect(world.posts()).toEqual([]);
    const own = [...INPUT_COLUMNS, ...OUTPUT_COLUMNS].map(({ name }) => headerKey(name));
    expect(TEXT_LIST_HEADERS.map(headerKey).filter((key) => own.includes(key))).toEqual([]);
  });

  it('leaves a sheet of the user’s that has its name alone, and notes of colleagues beside the list', () => {
    const world = worldWith(['Ana', '', 'Hi <<first_name>>!']);
    called(world, 'sidebarListTexts');
    world.hands.type(PREVIEW, 2, TEXT_LIST_HEADERS.length + 1, 'rather: Hello');
    const noted = world.hands.displayValues(PREVIEW);
    expect(() => called(world, 'sidebarListTexts')).toThrow('has cells beside the list');
    expect(world.hands.displayValues(PREVIEW)).toEqual(noted);
    world.hands.renameSheet(PREVIEW, 'Read by Kim');
    world.hands.addSheet(PREVIEW);
    world.hands.load(PREVIEW, [['script'], ['mine']]);
    world.hands.select(world.sheet, ['A2']);
    expect(() => called(world, 'sidebarListTexts')).toThrow('Rename it, then write the texts again.');
    expect(world.hands.displayValues(PREVIEW)[1]?.[0]).toBe('mine');
  });

  it('keeps hostile texts out of the formulas, and tells when the sheet does not take them', () => {
    const world = worldWith(['=IMPORTXML("https://evil.example")', '', '<<first_name>>']);
    world.hands.renameSheet(world.sheet, '=1+1');
    world.hands.select('=1+1', ['A2']);
    called(world, 'sidebarListTexts');
    expect(world.hands.formulaCells().filter(({ sheet }) => sheet === PREVIEW)).toEqual([]);
    world.hands.protect(PREVIEW, null);
    expect(() => called(world, 'sidebarListTexts')).toThrow('could not write the list');
  });
});
