import { describe, expect, it } from 'vitest';
import { called, renderedByPage, usedByPage } from './page-calls.ts';
import { World } from './world.ts';

function connected(rows: readonly (readonly string[])[], choices = {}): World {
  const world = new World(choices);
  world.prepare(rows);
  return world;
}

function templateNamed(world: World, part: string): string {
  const { templates } = called(world, 'sidebarTemplates', null).value;
  return templates.find(({ name }) => name.includes(part))?.id ?? '';
}

const headersOf = (world: World): string[] => world.hands.displayValues(world.sheet)[0] ?? [];

describe('the templates of the account', () => {
  it('are listed with a picture, and asked for once in ten minutes unless they are wanted as they are now', () => {
    const world = connected([['script'], ['Hello.']]);
    const first = called(world, 'sidebarTemplates', null);
    expect(first.value.next).toBeNull();
    expect(first.value.templates.map(({ name, aspectRatio }) => `${name} ${aspectRatio}`)).toContain(
      'Welcome a new customer 16:9',
    );
    for (const { thumbnailUrl } of first.value.templates) expect(thumbnailUrl).toMatch(/^https:/);
    expect(first.fetches).toBe(1);
    expect(called(world, 'sidebarTemplates', null).fetches).toBe(0);
    expect(called(world, 'sidebarTemplates', null, true).fetches).toBe(1);
    world.wait(601_000);
    expect(called(world, 'sidebarTemplates', null).fetches).toBe(1);
  });

  it('are told apart from trouble: a sentence, and another try asks again', () => {
    const world = connected([['script'], ['Hello.']]);
    world.simulator.set({ faults: [{ when: { pathStartsWith: '/v3/templates' }, do: '500', times: 3 }] });
    expect(() => called(world, 'sidebarTemplates', null)).toThrow('HeyGen is having problems');
    expect(called(world, 'sidebarTemplates', null).value.templates).not.toEqual([]);
  });
});

describe('the columns for a template', () => {
  it('are added once, behind the user’s own, with a note each and no row filled', () => {
    const world = connected([
      ['First Name', 'script'],
      ['Ana', ''],
    ]);
    const template = templateNamed(world, 'Welcome');
    const { added, variables, sheet } = called(world, 'sidebarTemplateColumns', template).value;
    expect(added).toEqual(['template_id', 'product', 'presenter']);
    expect(variables).toEqual([
      { name: 'first_name', type: 'text' },
      { name: 'product', type: 'text' },
      { name: 'presenter', type: 'character' },
    ]);
    expect(sheet.fields).toEqual(['First Name', 'product', 'presenter']);
    expect(headersOf(world)).toEqual(['First Name', 'script', 'template_id', 'product', 'presenter']);
    expect(world.rows()).toEqual([
      { 'First Name': 'Ana', script: '', template_id: '', product: '', presenter: '' },
    ]);
    const note = (column: number) => world.hands.cell(world.sheet, 1, column).note;
    expect(note(3)).toContain('A template of your HeyGen account');
    expect(note(4)).toBe('Fills a variable of the template "Welcome a new customer". Write the words.');
    expect(note(5)).toContain("Write the id of an avatar. Blank: the template's own.");
    expect(called(world, 'sidebarTemplateColumns', template).value.added).toEqual([]);
  });

  it('are filled by the user, the template is written into the rows, and the rows are rendered by it', () => {
    const world = connected([
      ['first_name', 'product'],
      ['Ana', 'the studio plan'],
    ]);
    const template = templateNamed(world, 'Welcome');
    called(world, 'sidebarTemplateColumns', template);
    expect(usedByPage(world, { template_id: template }).value.rows).toBe(1);
    const plan = called(world, 'sidebarPlan').value;
    expect(plan).toMatchObject({ videos: 1, unknownLengths: 1, cost: 0, blocked: [] });
    renderedByPage(world);
    world.follow();
    expect(world.statuses()).toEqual(['Done']);
  });

  it('are made for an empty sheet too', () => {
    const world = new World();
    world.menu('setHeyGenKey');
    const template = templateNamed(world, 'Invoice');
    called(world, 'sidebarTemplateColumns', template);
    expect(headersOf(world)).toEqual(['template_id', 'company', 'amount']);
  });

  it('of a template that the account does not have are not added, and the sentence says so', () => {
    const world = connected([['script'], ['Hello.']]);
    expect(() => called(world, 'sidebarTemplateColumns', 'no_such_template')).toThrow(
      'Your HeyGen account has no template no_such_template.',
    );
    world.simulator.set({ faults: [{ when: { pathStartsWith: '/v3/templates' }, do: '500', times: 9 }] });
    expect(() => called(world, 'sidebarTemplateColumns', 'some_template')).toThrow(
      'HeyGen is having problems',
    );
    expect(headersOf(world)).toEqual(['script']);
  });
});
