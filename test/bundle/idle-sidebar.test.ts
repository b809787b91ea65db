import { expect, it } from 'vitest';
import { OpenSidebar } from './open-sidebar.ts';
import { MINUTE, people, World } from './world.ts';

/** So many minutes are played; the rest is like the second half of them. */
const PLAYED = 15;

async function opened(world: World): Promise<OpenSidebar> {
  const sidebar = new OpenSidebar(world);
  await sidebar.controller.start();
  return sidebar;
}

async function propertiesOf1000Minutes(sidebar: OpenSidebar): Promise<number> {
  await sidebar.wait(PLAYED * MINUTE);
  const first = sidebar.used('properties');
  const calls = sidebar.executions.length;
  await sidebar.wait(PLAYED * MINUTE);
  // It still follows the selection.
  expect(sidebar.executions.length - calls).toBeGreaterThan(PLAYED * 4);
  const later = sidebar.used('properties') - first;
  return first + later * (1_000 / PLAYED - 1);
}

it('1,000 idle minutes of a visible sidebar cost less than 3,500 property calls, a hidden one none', async () => {
  const world = new World();
  world.prepare(people(20));
  world.menu('renderSelectedRows');
  world.follow();
  const sidebar = await opened(world);
  expect(await propertiesOf1000Minutes(sidebar)).toBeLessThan(3_500);

  sidebar.visible = false;
  const calls = sidebar.executions.length;
  await sidebar.wait(PLAYED * MINUTE);
  expect(sidebar.executions.length).toBe(calls);
});

it('an idle sidebar in a sheet without videos is as frugal, whole columns selected or not', async () => {
  for (const selection of ['A2:C2', 'A:C']) {
    const world = new World();
    world.prepare(people(20));
    world.hands.select(world.sheet, [selection]);
    const sidebar = await opened(world);
    expect(await propertiesOf1000Minutes(sidebar)).toBeLessThan(3_500);
  }
});

it('the sidebar follows the selection, an edit, a new column, and a default that another user saved', async () => {
  const world = new World();
  world.prepare(people(19));
  const sidebar = await opened(world);
  await sidebar.wait(3 * MINUTE);
  const sheet = () => sidebar.store.state().sheet;

  world.hands.select(world.sheet, ['A9:C9']);
  await sidebar.wait(6_000);
  expect(sheet()?.row?.number).toBe(9);
  world.hands.type(world.sheet, 9, 1, 'Zora');
  await sidebar.wait(6_000);
  expect(sheet()?.row?.script).toContain('Zora');
  world.hands.type(world.sheet, 1, 4, 'city');
  await sidebar.wait(6_000);
  expect(sheet()?.fields).toContain('city');
  world.hands.type(world.sheet, 21, 1, 'Below');
  world.hands.select(world.sheet, ['A20:C30']);
  await sidebar.wait(6_000);
  expect(sheet()?.selectedRows).toBe(2);

  world.emulator.serve({ functionName: 'sidebarDefaults', args: [{ voice_id: 'v' }, world.sheet] });
  await sidebar.wait(5 * MINUTE);
  expect(sheet()?.defaults).toMatchObject({ voice_id: 'v' });
});

it('with videos under way, what is finished is shown as soon as it was before', async () => {
  const world = new World({ renderMs: [2 * MINUTE, 2 * MINUTE] });
  world.prepare(people(3));
  world.menu('renderSelectedRows');
  const sidebar = await opened(world);
  await sidebar.wait(4 * MINUTE);
  expect(sidebar.store.state().progress?.counts.Done).toBe(3);
});
