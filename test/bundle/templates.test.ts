import { describe, expect, it } from 'vitest';
import { tampered, withBody } from './tampered.ts';
import { MINUTE, World } from './world.ts';

/** The template "Welcome a new customer" of the simulated account: two texts and who speaks. */
function templateOf(world: World): string {
  const key = { 'x-api-key': 'sk' };
  const answer = world.simulator.handle(
    { method: 'GET', path: '/v3/templates', headers: key, body: '' },
    world.now,
  );
  if (answer.kind === 'cut') throw new Error('cut');
  return JSON.parse(String(answer.body)).data[0].id;
}

function guests(template: string): string[][] {
  return [
    ['first_name', 'product', 'template_id', 'title'],
    ['Ana', 'the studio plan', template, 'For <<first_name>>'],
    ['Ben', 'the team plan', template, ''],
    ['Cem', 'the trial', template, ''],
  ];
}

const postsOf = (world: World): string[] => world.posts().map(({ path }) => path.replace('/v3/', ''));

describe('rows with a HeyGen template', () => {
  it('are rendered by it, each with its own words, one POST a row and each under a key of its own', () => {
    const world = new World();
    const template = templateOf(world);
    world.prepare(guests(template));
    world.menu('renderSelectedRows');
    world.follow();
    expect(world.statuses()).toEqual(['Done', 'Done', 'Done']);
    expect(postsOf(world)).toEqual(Array(3).fill(`templates/${template}`));
    expect(new Set(world.posts().map(({ key }) => key)).size).toBe(3);
    const scripts = world.rows().map((row) => {
      const id = world.ledger().find(({ job }) => job === row.job)?.video_id ?? '';
      return world.simulator.videos().find((video) => video.id === id)?.script;
    });
    expect(scripts[0]).toContain('Hello Ana');
    expect(scripts[1]).toContain('the team plan');
    expect(scripts[2]).toContain('Hello Cem');
    expect(world.ledger().map((job) => job.template)).toEqual(Array(3).fill(template));
    expect(
      world.sent.filter(({ method, path }) => method === 'GET' && path.includes('templates')),
    ).toHaveLength(1);
  });

  it('whose answer was lost are sent again only under the same key, and paid once', () => {
    const world = new World({
      faults: [{ when: { method: 'POST', nth: 2 }, do: 'cut-after' }],
    });
    const template = templateOf(world);
    world.prepare(guests(template));
    world.menu('renderSelectedRows');
    world.wait(30 * MINUTE);
    expect(world.statuses()).toEqual(['Done', 'Done', 'Done']);
    expect(world.simulator.paidVideos()).toHaveLength(3);
    expect(new Set(world.posts().map(({ key }) => key)).size).toBe(3);
  });

  it('of a template that the account does not have are blocked, and those whose template has no column too', () => {
    const world = new World();
    const template = templateOf(world);
    world.prepare([
      ['first_name', 'template_id'],
      ['Ana', 'no_such_template'],
      ['Ben', template],
    ]);
    world.menu('renderSelectedRows');
    expect(world.statuses()).toEqual(['Blocked', 'Blocked']);
    const [unknown, lacking] = world.rows().map((row) => row.problem ?? '');
    expect(unknown).toContain('no_such_template');
    expect(lacking).toContain('Add a column named "product"');
    expect(world.posts()).toEqual([]);
  });

  it('are blocked with HeyGen’s trouble as the reason while the template cannot be read', () => {
    const world = new World();
    const template = templateOf(world);
    world.prepare(guests(template));
    world.simulator.set({
      faults: [{ when: { method: 'GET', pathStartsWith: '/v3/templates' }, do: '500', times: 9 }],
    });
    world.menu('renderSelectedRows');
    expect(world.statuses()).toEqual(['Blocked', 'Blocked', 'Blocked']);
    expect(world.rows()[0]?.problem).toMatch(/could not be looked up.*HeyGen is having problems/);
    world.simulator.set({ faults: [] });
    world.menu('renderSelectedRows');
    world.follow();
    expect(world.statuses()).toEqual(['Done', 'Done', 'Done']);
  });

  it.each([
    ['cut-before', 3, /could not be reached/],
    ['slow', 5, /took too long|has no template/],
  ] as const)(
    'are told about in time on a day of %s answers, however many templates they name',
    (day, most, why) => {
      const world = new World({
        faults: [{ when: { pathStartsWith: '/v3/templates/' }, do: day, tookMs: 20_000 }],
      });
      const rows = Array.from({ length: 30 }, (_, at) => ['Ana', `template_${at}`]);
      world.prepare([['first_name', 'template_id'], ...rows]);
      const { outcome, started, ended } = world.menu('renderSelectedRows');
      expect(outcome).toBe('returned');
      expect(ended - started).toBeLessThan(4 * MINUTE);
      expect(world.statuses()).toEqual(Array(30).fill('Blocked'));
      expect(world.sent.filter(({ path }) => path.startsWith('/v3/templates/')).length).toBeLessThanOrEqual(
        most,
      );
      for (const { problem } of world.rows()) expect(problem).toMatch(why);
    },
  );

  it.each([
    ['as a list', (own: object) => Object.entries(own).map(([name, value]) => ({ name, ...value }))],
    ['as null', () => null],
    ['as a word', () => 'first_name'],
    ['not at all', () => undefined],
  ])('are blocked, and not paid for unfilled, when HeyGen tells the variables %s', (_, change) => {
    const world = tampered((request, answer) => {
      if (request.method !== 'GET' || !/^\/v3\/templates\/\w+$/.test(request.path)) return answer();
      return withBody(answer(), ({ data }) => {
        const { variables, scenes: _, ...rest } = Object(data);
        return { data: { ...rest, variables: change(variables) } };
      });
    });
    world.prepare(guests(templateOf(world)));
    world.menu('renderSelectedRows');
    world.wait(30 * MINUTE);
    expect(world.statuses()).toEqual(['Blocked', 'Blocked', 'Blocked']);
    expect(world.rows()[0]?.problem).toMatch(/could not be looked up.*could not read HeyGen’s answer/);
    expect(world.posts()).toEqual([]);
  });

  it('are blocked when they fill a variable whose type HeyGen does not tell', () => {
    const world = tampered((request, answer) => {
      if (request.method !== 'GET' || !/^\/v3\/templates\/\w+$/.test(request.path)) return answer();
      return withBody(answer(), ({ data }) => {
        const { variables } = Object(data);
        return { data: { ...Object(data), scenes: [], variables: { ...variables, product: 'ours' } } };
      });
    });
    const rows = guests(templateOf(world));
    world.prepare([...rows.slice(0, 3), ['Cem', '', rows[3]?.[2] ?? '', '']]);
    world.menu('renderSelectedRows');
    world.wait(30 * MINUTE);
    expect(world.statuses()).toEqual(['Blocked', 'Blocked', 'Done']);
    expect(world.rows()[0]?.problem).toMatch(/"product" has the type .* does not know.*Clear the cell/);
    expect(world.simulator.paidVideos().map(({ script }) => script)).toEqual([
      expect.stringContaining('Hello Cem'),
    ]);
  });

  it('are filled with what the template holds at that moment, not with what it held at the last look', () => {
    const world = new World();
    const template = templateOf(world);
    world.prepare(guests(template));
    world.hands.select(world.sheet, ['A2:Z2']);
    world.menu('renderSelectedRows');
    world.hands.select(world.sheet, ['A3:Z3']);
    world.menu('renderSelectedRows');
    const looks = world.sent.filter(({ method, path }) => method === 'GET' && path.endsWith(template));
    expect(looks).toHaveLength(2);
  });
});

describe('a look that other cells depend on', () => {
  it('is looked up once, and a row that asks it for an engine it lacks is blocked before anything is sent', () => {
    const world = new World();
    const looks = JSON.parse(
      String(
        Object(
          world.simulator.handle(
            { method: 'GET', path: '/v3/avatars/looks?limit=50', headers: { 'x-api-key': 'sk' }, body: '' },
            world.now,
          ),
        ).body,
      ),
    ).data;
    const plain = looks.find(
      (look: { supported_api_engines: string[] }) => !look.supported_api_engines.includes('avatar_v'),
    );
    world.prepare([
      ['script', 'avatar_id', 'engine'],
      ['Hello there.', plain.id, 'avatar_v'],
      ['Hello there.', plain.id, ''],
    ]);
    world.menu('renderSelectedRows');
    world.menu('renderSelectedRows');
    expect(world.rows()[0]).toMatchObject({ status: 'Blocked' });
    expect(world.rows()[0]?.problem).toContain('cannot be rendered with avatar_v');
    expect(world.sent.filter(({ path }) => path.includes('/avatars/looks/'))).toHaveLength(1);
    expect(world.posts()).toHaveLength(1);
  });
});
