import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { readSavedWorld, worldJournal } from '../../src/page/engine/saved-world.ts';

const folder = mkdtempSync(join(tmpdir(), 'reelmerge-saved-'));
const file = join(folder, 'start.json');
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const world = {
  title: 'a.csv',
  emulator: {
    services: {
      sheets: { sheets: [{ gid: 0, rows: [{ at: 1, cells: ['Name'] }] }] },
      properties: { 'user:anna@example.com': { HEYGEN_KEY: 'sk-real-key', PRICES: '{}' } },
    },
  },
};

function save(withKey: boolean): void {
  const journal = worldJournal(file, withKey);
  journal.save(world);
  journal.close();
}

test('the key of a real account does not come to disk, everything else does', () => {
  save(false);
  expect(readFileSync(file, 'utf8')).not.toContain('sk-real-key');
  expect(readSavedWorld(file, 'a.csv')).toMatchObject({
    emulator: { services: { properties: { 'user:anna@example.com': { PRICES: '{}' } } } },
  });
});

test('with the simulator, which takes any key, nothing is lost', () => {
  save(true);
  expect(readSavedWorld(file, 'a.csv')).toEqual(world);
});

test('what was kept of another sheet, or is damaged, is not taken up', () => {
  expect(readSavedWorld(file, 'b.csv')).toBeNull();
  writeFileSync(file, '{"title":');
  expect(readSavedWorld(file, 'a.csv')).toBeNull();
});
