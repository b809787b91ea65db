import { expect } from 'vitest';
import type { Execution } from '../../src/emulator/execution.ts';
import { MINUTE, people, World } from './world.ts';

export const DELETE = 'deleteVideosOfSelectedRows';
const GONE = 'This video was deleted in HeyGen.';

/** Rows that are Done, behind the ledger's mark. */
export function finished(rows: number): World {
  const world = new World({ renderMs: [MINUTE, MINUTE] });
  world.prepare(people(rows));
  world.menu('renderSelectedRows');
  world.wait(30 * MINUTE);
  expect(world.statuses()).toEqual(Array.from({ length: rows }, () => 'Done'));
  return world;
}

/** Whose videos HeyGen still has. */
export function kept(world: World): string[] {
  return world.simulator
    .videos()
    .filter(({ deletedAt }) => deletedAt === 0)
    .map(({ script }) => /Person\d+/.exec(script)?.[0] ?? '')
    .sort();
}

/** Whose rows show a link, and whose say that the video is deleted. */
export function shown(world: World): Record<'links' | 'gone', string[]> {
  const names = (isSo: (row: Record<string, string>) => boolean): string[] =>
    world
      .rows()
      .filter(isSo)
      .map(({ first_name = '' }) => first_name);
  return {
    links: names((row) => row.video_url !== '' && row.problem === ''),
    gone: names((row) => (row.problem ?? '').startsWith(GONE) && row.video_url === ''),
  };
}

export function deleted(world: World): Execution {
  return world.menu(DELETE);
}

/** What was asked before the deletion. */
export function questionOf(world: World): string {
  let question = '';
  const usual = world.answer;
  world.answer = (dialog) => {
    if (dialog.buttons !== 'OK') question = `${dialog.title} ${dialog.message}`;
    return usual(dialog);
  };
  deleted(world);
  world.answer = usual;
  return question;
}
