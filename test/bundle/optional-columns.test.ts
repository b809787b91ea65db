import { describe, expect, it } from 'vitest';
import { headerKey } from '../../src/core/columns/columns.ts';
import { killPoints } from './kill.ts';
import { ownCells } from './laws.ts';
import { called } from './page-calls.ts';
import { MINUTE, people, World } from './world.ts';

function worldOf(sheet = people(2)): World {
  const world = new World({ renderMs: [20_000, 60_000] });
  world.prepare(sheet);
  return world;
}

/** Chooses the menu item and types these names. */
function asked(world: World, typed: string, kill = {}): { readonly calls: readonly unknown[] } {
  world.answer = (dialog) => (dialog.kind === 'prompt' ? { button: 'OK', text: typed } : { button: 'OK' });
  return world.menu('addOptionalColumns', kill);
}

const headers = (world: World): string[] => (world.hands.displayValues(world.sheet)[0] ?? []).filter(Boolean);
const offered = (world: World): string[] =>
  called(world, 'sidebarOptionalColumns').value.map(({ name }) => name);

describe('Add optional columns', () => {
  it('lists each column that the sheet lacks with what it does, and adds those that are named, behind ours', () => {
    const world = worldOf();
    const before = ownCells(world);
    asked(world, 'email_html, Captioned video URL, approved');
    const prompt = world.emulator.ui.dialogs().find(({ title }) => title === 'Add optional columns');
    for (const name of ['email_html', 'thumbnail_image', 'captioned_video_url', 'approved', 'language']) {
      expect(prompt?.message).toMatch(new RegExp(`^${name}: [A-Z].{10,}\\.$`, 'mu'));
    }
    expect(prompt?.message).not.toMatch(/Written by Reelmerge|^script:|^status:/mu);
    expect(headers(world).slice(-3)).toEqual(['email_html', 'captioned_video_url', 'approved']);
    expect(world.told()).toContain(
      '3 columns added behind yours: email_html, captioned_video_url, approved.',
    );
    expect(offered(world)).not.toContain('approved');
    expect(ownCells(world).slice(0, before.length)).toEqual(before);
    const note = world.hands.cell(world.sheet, 1, headers(world).indexOf('email_html') + 1).note;
    expect(note).toContain('Written by Reelmerge.');
  });

  it('once each, however often they are asked for; other names change nothing', () => {
    const world = worldOf();
    called(world, 'sidebarAddColumns', ['gif_url', 'GIF url', 'language']);
    called(world, 'sidebarAddColumns', ['gif_url', 'language']);
    asked(world, 'gif_url');
    expect(world.told()).toContain('“gif_url” is not the name of an optional column that this sheet lacks.');
    asked(world, 'caption, nonsense');
    expect(world.told()).toContain('“nonsense” is not the name');
    asked(world, '');
    const keys = headers(world).map(headerKey);
    expect(new Set(keys).size).toBe(keys.length);
    expect(headers(world).slice(-2)).toEqual(['gif_url', 'language']);
  });

  it('filled for videos that are done at the next look', () => {
    const world = worldOf();
    world.menu('renderSelectedRows');
    world.wait(20 * MINUTE);
    called(world, 'sidebarAddColumns', ['gif_url']);
    world.menu('checkForFinishedVideos');
    expect(world.rows().map(({ gif_url = '' }) => gif_url !== '')).toEqual([true, true]);
  });

  it("leaves a column of the user's own alone: ours gets another name, and works", () => {
    const [head = [], ...rows] = people(2);
    const world = worldOf([
      [...head, 'Title', 'Gif URL'],
      ...rows.map((row) => [...row, 'VP Sales', 'mine']),
    ]);
    called(world, 'sidebarSheetSettings', { columnUses: { title: 'ignore' } }, world.sheet);
    expect(offered(world)).not.toContain('gif_url');
    world.hands.type(world.sheet, 1, 4, 'Language');
    world.hands.type(world.sheet, 2, 4, 'gibberish');
    called(world, 'sidebarSheetSettings', { columnUses: { language: 'ignore' } }, world.sheet);
    expect(offered(world)).toContain('language');
    called(world, 'sidebarAddColumns', ['language']);
    called(world, 'sidebarAddColumns', ['language']);
    expect(headers(world).filter((header) => /language/iu.test(header))).toEqual([
      'Language',
      'Video language',
    ]);
    const column = headers(world).indexOf('Video language') + 1;
    world.hands.type(world.sheet, 2, column, 'no language');
    const { blocked } = called(world, 'sidebarPlan').value;
    expect(JSON.stringify(blocked)).toContain('no language');
    expect(JSON.stringify(blocked)).not.toContain('gibberish');
  });

  it('killed at any call and asked again, each is there once and no other cell has changed', () => {
    const before = ownCells(worldOf());
    const points = killPoints(asked(worldOf(), 'gif_url, caption') as Parameters<typeof killPoints>[0]);
    expect(points.length).toBeGreaterThan(2);
    for (const killAtCall of points) {
      for (const keepOnKill of ['nothing', 'everything'] as const) {
        const world = worldOf();
        asked(world, 'gif_url, caption', { killAtCall, keepOnKill });
        called(world, 'sidebarAddColumns', ['gif_url', 'caption']);
        const found = headers(world).filter((header) => /^(gif_url|caption)$/u.test(header));
        expect({ killAtCall, found }).toEqual({ killAtCall, found: ['gif_url', 'caption'] });
        expect(ownCells(world).slice(0, before.length)).toEqual(before);
      }
    }
  });
});
