import { readdirSync, readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { called } from './page-calls.ts';
import { World } from './world.ts';

const FOLDER = 'examples/recipes';
const RECIPES = readdirSync(FOLDER).sort();

function gridOf(recipe: string): string[][] {
  return parse(readFileSync(`${FOLDER}/${recipe}`, 'utf8'), { bom: true });
}

it('each recipe has its page, and each page its recipe', () => {
  const pages = readdirSync('docs/recipes').filter((page) => page !== 'README.md');
  expect(pages.sort().map((page) => page.replace('.md', '.csv'))).toEqual(RECIPES);
});

describe.each(RECIPES)('the recipe %s', (recipe) => {
  it('has nothing to complain about, and every row gets its video', () => {
    const world = new World();
    const grid = gridOf(recipe);
    world.prepare(grid);
    const { ready, groups } = called(world, 'sidebarCheck').value;
    expect(groups).toEqual([]);
    expect(ready).toBe(grid.length - 1);
    world.menu('renderSelectedRows');
    world.follow();
    expect(world.rows().map(({ status, problem }) => `${status}${problem}`)).toEqual(
      grid.slice(1).map(() => 'Done'),
    );
  });
});

it('a second batch pays for the new rows only', () => {
  const world = new World();
  const grid = gridOf('second-batch.csv');
  world.prepare(grid.slice(0, 4));
  world.menu('renderSelectedRows');
  world.follow();
  const first = world.ledger().length;
  grid.slice(4).forEach((row, at) => {
    row.forEach((cell, column) => {
      world.hands.type(world.sheet, 5 + at, column + 1, cell);
    });
  });
  world.selectAll();
  world.menu('renderSelectedRows');
  world.follow();
  expect([first, world.ledger().length]).toEqual([3, 5]);
  expect(world.isFinished()).toBe(true);
});
