import { expect, it } from 'vitest';
import { called } from './page-calls.ts';
import { json, tampered } from './tampered.ts';
import { KEY, MINUTE, people } from './world.ts';

it('a key that HeyGen echoes in every link and title reaches no row and no line of the ledger', () => {
  const world = tampered(
    (_, answer) => {
      const reply = answer();
      const body = String(reply.body)
        .replace(/("\w+_url":"[^"]+)"/g, `$1?api_key=${KEY}"`)
        .replace(/("title":")/g, `$1${KEY.toUpperCase()} `);
      return { ...reply, body };
    },
    { renderMs: [MINUTE, MINUTE] },
  );
  const [headers = [], ...rows] = people(2);
  world.prepare([[...headers, 'gif_url'], ...rows.map((row) => [...row, ''])]);
  world.menu('renderSelectedRows');
  world.wait(30 * MINUTE);
  world.menu('listAccountVideos');
  expect(world.statuses()).toEqual(['Done', 'Done']);
  const [first] = world.rows();
  expect([first?.video_url, first?.gif_url].join()).toContain('api_key=[key]');
  const cells = world.hands.sheets().flatMap(({ name }) => world.hands.displayValues(name));
  expect(JSON.stringify(cells).toLowerCase()).not.toContain(KEY);
});

it('a key in the names of a template and its variables gets into no header and no note', () => {
  const world = tampered((request, answer) => {
    if (request.method !== 'GET' || !/^\/v3\/templates\/\w+$/.test(request.path)) return answer();
    return json({
      data: {
        id: 't1',
        name: `For ${KEY}`,
        variables: {
          [`=IMPORTXML("${KEY}")`]: { type: 'text', content: KEY },
          [`a\u200b${KEY.slice(0, 5)}\u200b${KEY.slice(5)}`]: { type: 'image', url: `https://a.b/${KEY}` },
        },
      },
    });
  });
  world.prepare(people(1));
  const { added } = called(world, 'sidebarTemplateColumns', 't1').value;
  expect(added).toContain('=IMPORTXML("[key]")');
  expect(world.hands.formulaCells()).toEqual([]);
  const headers = world.hands.displayValues(world.sheet)[0] ?? [];
  const notes = headers.map((_, at) => world.hands.cell(world.sheet, 1, at + 1).note);
  expect(notes.join()).toContain('For [key]');
  expect([...headers, ...notes].join().replace(/\u200b/g, '')).not.toContain(KEY);
});
