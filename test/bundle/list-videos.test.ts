import { describe, expect, it } from 'vitest';
import { headerKey, INPUT_COLUMNS } from '../../src/core/columns/columns.ts';
import { VIDEO_LIST_HEADERS } from '../../src/core/jobs/video-list.ts';
import { OUTPUT_COLUMNS } from '../../src/core/output-columns.ts';
import type { SimulatorChoices } from '../../src/simulator/options.ts';
import { videoIn } from './laws.ts';
import { json, looksAtVideos, tampered, withBody } from './tampered.ts';
import { KEY, MINUTE, people, World } from './world.ts';

const LIST = 'Reelmerge videos';

/** Three finished videos, the first of which has lost its row. */
function finished(choices: SimulatorChoices = {}): World {
  const world = new World({ renderMs: [MINUTE, MINUTE], ...choices });
  world.prepare(people(3));
  world.menu('renderSelectedRows');
  world.wait(10 * MINUTE);
  return world;
}

function listed(world: World): Record<string, string>[] {
  const [headers = [], ...lines] = world.hands.displayValues(LIST);
  return lines
    .filter((line) => line.some((cell) => cell !== ''))
    .map((line) => Object.fromEntries(headers.map((header, at) => [header, line[at] ?? ''])));
}

/** Somebody else's request with the same key. */
function request(world: World, method: string, path: string, body: string): void {
  const headers = { 'x-api-key': KEY, 'content-type': 'application/json' };
  const answer = world.simulator.handle({ method, path, headers, body }, world.now);
  expect(answer).toMatchObject({ kind: 'reply' });
}

describe('the list of the account’s videos', () => {
  it('shows every video, newest first, with the job of its row', () => {
    const world = finished();
    const before = world.hands.displayValues(world.sheet);
    world.menu('listAccountVideos');
    expect(world.told()).toContain('3 videos are listed');
    const lines = listed(world);
    const jobs = world.rows().map(({ job = '', video_url = '' }) => [job, videoIn(video_url)]);
    expect(lines.map((line) => [line['Job of the row'], videoIn(line['Video link'] ?? '')]).sort()).toEqual(
      jobs.sort(),
    );
    const made = [...world.simulator.videos()].sort((one, other) => other.createdAt - one.createdAt);
    expect(lines.map((line) => line['Video id'])).toEqual(made.map(({ id }) => id));
    expect(lines.map((line) => line['State in HeyGen'])).toEqual(['completed', 'completed', 'completed']);
    expect(lines[0]?.['Length in seconds']).toMatch(/^\d/);
    expect(world.hands.displayValues(world.sheet)).toEqual(before);
  });

  it('is written anew each time, and comes to the front with its header row frozen', () => {
    const world = finished();
    world.menu('listAccountVideos');
    const [first] = listed(world);
    const gone = first?.['Video id'] ?? '';
    world.hands.type(LIST, 2, 1, 'scribbled');
    request(world, 'DELETE', `/v3/videos/${gone}`, '');
    const { counts } = world.menu('listAccountVideos');
    expect(counts.methods).toMatchObject({ 'sheets.setValues': 1, 'sheets.setFrozenRows': 1 });
    expect(listed(world).map((line) => line['Video id'])).not.toContain(gone);
    expect(listed(world)).toHaveLength(2);
    expect(world.hands.sheets().filter(({ name }) => name.startsWith('Reelmerge v'))).toHaveLength(1);
    expect(world.hands.sheets().find(({ name }) => name === LIST)).toMatchObject({ active: true });
  });

  it('holds five thousand videos, and of more than there is time for it holds the newest', () => {
    const world = new World({ itemMs: 0 });
    world.menu('setHeyGenKey');
    for (let batch = 0; batch < 50; batch++) {
      const videos = Array.from({ length: 100 }, (_, at) => ({
        type: 'avatar',
        avatar_id: 'Anna_Office_Front_public',
        script: 'Hello.',
        title: `Video ${batch * 100 + at}`,
      }));
      request(world, 'POST', '/v3/videos/batches', JSON.stringify({ videos }));
    }
    world.emulator.clock.moveTo(world.now + 10 * MINUTE);
    world.menu('listAccountVideos');
    expect(world.told()).toContain('5,000 videos are listed');
    expect(new Set(listed(world).map((line) => line['Video id'])).size).toBe(5000);
    world.simulator.set({ latencyMs: 20_000 });
    world.menu('listAccountVideos');
    expect(world.told()).toMatch(
      /1,[12]00 videos are listed, the newest first\. There was no time left to list the older ones/,
    );
    expect(listed(world)[0]?.['Video title']).toContain('Video 49');
  });

  it('says that there is no key, and no video', () => {
    const world = new World();
    world.menu('listAccountVideos');
    expect(world.told()).toContain('No HeyGen key is set yet.');
    world.menu('setHeyGenKey');
    world.menu('listAccountVideos');
    expect(world.told()).toContain('There is no video in your HeyGen account.');
  });

  it('says what HeyGen answered when it cannot be read, and makes no sheet', () => {
    const world = finished();
    world.simulator.set({
      faults: [{ when: { method: 'GET' }, do: 'refuse', status: 401, code: 'unauthorized' }],
    });
    world.menu('listAccountVideos');
    expect(world.told()).toContain('No videos were listed.');
    expect(world.hands.sheets().map(({ name }) => name)).not.toContain(LIST);
  });

  it('leaves a sheet of the user’s that has its name alone, and asks HeyGen nothing', () => {
    const world = finished();
    world.hands.addSheet(LIST);
    world.hands.load(LIST, [['script'], ['mine']]);
    const sent = world.sent.length;
    world.menu('listAccountVideos');
    expect(world.told()).toContain('Rename it, then list the videos again.');
    expect(world.hands.displayValues(LIST)[1]?.[0]).toBe('mine');
    expect(world.sent).toHaveLength(sent);
    world.hands.renameSheet(LIST, 'Mine');
    world.menu('listAccountVideos');
    expect(listed(world)).toHaveLength(3);
  });

  it('is not written anew while the user’s own notes stand beside it', () => {
    const world = finished();
    world.menu('listAccountVideos');
    world.hands.type(LIST, 2, VIDEO_LIST_HEADERS.length + 1, 'the one for Ana');
    const before = world.hands.displayValues(LIST);
    const sent = world.sent.length;
    world.menu('listAccountVideos');
    expect(world.told()).toContain('has cells beside the list');
    expect(world.hands.displayValues(LIST)).toEqual(before);
    expect(world.sent).toHaveLength(sent);
    world.hands.type(LIST, 2, VIDEO_LIST_HEADERS.length + 1, '');
    world.menu('listAccountVideos');
    expect(world.told()).toContain('3 videos are listed');
  });

  it('takes no row to render, no columns and no defaults', () => {
    const world = finished();
    world.menu('listAccountVideos');
    const before = world.hands.displayValues(LIST);
    const posts = world.posts().length;
    world.hands.select(LIST, ['A2:I4']);
    world.menu('renderSelectedRows');
    expect(world.told()).toContain('Open the sheet with your rows');
    world.menu('setUpThisSheet');
    expect(world.told()).toContain('Open the sheet');
    const { reply } = world.emulator.serve({ functionName: 'sidebarUse', args: [{ avatar_id: 'x' }] });
    expect(JSON.stringify(reply)).toContain('Open the sheet with your rows.');
    expect(world.hands.displayValues(LIST)).toEqual(before);
    expect(world.posts()).toHaveLength(posts);
    const own = [...INPUT_COLUMNS, ...OUTPUT_COLUMNS].map(({ name }) => headerKey(name));
    expect(VIDEO_LIST_HEADERS.map(headerKey).filter((key) => own.includes(key))).toEqual([]);
  });

  it('tells when the sheet does not take it', () => {
    const world = finished();
    world.menu('listAccountVideos');
    world.hands.protect(LIST, null);
    world.menu('listAccountVideos');
    expect(world.told()).toContain('could not write the list');
  });

  it('keeps hostile titles and links out of the formulas', () => {
    const world = new World({ publicUrl: 'javascript:alert(1)//', renderMs: [MINUTE, MINUTE] });
    const [headers = [], ...rows] = people(3);
    const titles = ['=IMPORTXML("https://evil.example")', `+${KEY}`, "'=1+1"];
    world.prepare([[...headers, 'title'], ...rows.map((row, at) => [...row, titles[at] ?? ''])]);
    world.menu('renderSelectedRows');
    world.wait(10 * MINUTE);
    world.menu('listAccountVideos');
    expect(listed(world)).toHaveLength(3);
    expect(world.hands.formulaCells()).toEqual([]);
    const text = JSON.stringify(world.hands.displayValues(LIST));
    expect(text).not.toContain(KEY);
    expect(text).not.toContain('javascript');
  });

  it('holds no part of the key, however HeyGen writes it into titles, names and links', () => {
    const half = KEY.slice(0, 7);
    const titles = [
      'x'.repeat(292) + KEY,
      KEY.toUpperCase(),
      `a ${half}\u200b\u0000${KEY.slice(7)}`,
      `${'\u200b'.repeat(6_000)}${KEY}`,
    ];
    const world = tampered(
      (request, answer) =>
        looksAtVideos(request)
          ? withBody(answer(), ({ data, ...cursor }) => ({
              ...cursor,
              data: Object(data).map((video: object, at: number) => ({
                ...video,
                title: titles[at],
                video_url: `https://f.heygen.ai/v.mp4?k=${KEY.toUpperCase()}`,
              })),
            }))
          : answer(),
      { renderMs: [MINUTE, MINUTE] },
    );
    world.prepare(people(4));
    world.menu('renderSelectedRows');
    world.menu('listAccountVideos');
    expect(listed(world)).toHaveLength(4);
    const text = JSON.stringify(world.hands.displayValues(LIST)).toLowerCase();
    expect(text).not.toContain(half);
    expect(text).toContain('[key]');
  });

  it('leaves out what cannot be read, says so, and shows the others', () => {
    const world = tampered(
      (request, answer) =>
        looksAtVideos(request)
          ? withBody(answer(), ({ data, ...cursor }) => ({
              ...cursor,
              data: [{ id: null, title: 'x' }, ...Object(data)],
            }))
          : answer(),
      { renderMs: [MINUTE, MINUTE] },
    );
    world.prepare(people(2));
    world.menu('renderSelectedRows');
    world.wait(20 * MINUTE);
    expect(world.statuses()).toEqual(['Done', 'Done']);
    world.menu('listAccountVideos');
    expect(world.told()).toContain('2 videos are listed');
    expect(world.told()).toContain('1 entry of HeyGen’s list could not be read');
    expect(listed(world)).toHaveLength(2);
  });

  it('ends with the 200th page of a list without an end, and gives that as the reason', () => {
    let pages = 0;
    const world = tampered((request, answer) => {
      if (!looksAtVideos(request)) return answer();
      pages += 1;
      const data = Array.from({ length: 2 }, (_, at) => ({ id: `v${pages}_${at}`, status: 'completed' }));
      return json({ data, has_more: true, next_token: `t${pages}` });
    });
    world.prepare(people(1));
    world.menu('listAccountVideos');
    expect(pages).toBe(200);
    expect(world.told()).toContain('400 videos are listed');
    expect(world.told()).toContain('at most 200 pages of it, so older ones may be missing');
    expect(world.told()).not.toContain('time');
  });

  it('promises no further try when HeyGen is having problems, but asks for one', () => {
    const world = finished();
    world.simulator.set({ faults: [{ when: { method: 'GET' }, do: '500', times: 9 }] });
    world.menu('listAccountVideos');
    expect(world.told()).toMatch(
      /No videos were listed\. HeyGen is having problems.*Try again in a few minutes/,
    );
    expect(world.told()).not.toMatch(/tries again|need not do/i);
  });
});
