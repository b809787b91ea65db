import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { beforeAll, describe, expect, it } from 'vitest';
import { World } from './world.ts';

const GRID: string[][] = parse(readFileSync('examples/every-mode.csv', 'utf8'), { bom: true });

/** Each row of the example: who it is for, which POST took it, and what of it must be in the body. */
const ROWS = [
  ['Siobhán', 'videos/batches', { type: 'avatar', avatar_id: 'Anna_Office_Front_public' }],
  ['Ben', 'videos/batches', { type: 'avatar', motion_prompt: 'waves once, then folds her hands' }],
  ['Chiara', 'videos/batches', { type: 'image', image: { type: 'url' }, voice_id: 'voice_en_daniel' }],
  ['Dai', 'videos/batches', { type: 'avatar', audio_url: 'https://files.example.com/greetings/dai.mp3' }],
  ['Esra', 'videos', { type: 'studio' }],
  ['Farid', 'videos/batches', { type: 'cinematic_avatar', duration: 8 }],
  [
    'Greta',
    'templates/c0cb5911c9c66904a25a43c84b00aa88',
    { variables: { product: { content: 'the morning plan' } } },
  ],
  ['Hugo', 'videos/batches', { type: 'avatar', engine: { type: 'avatar_v' } }],
  ['Ines', 'videos/batches', { type: 'avatar', output_format: 'webm' }],
] as const;

describe('a sheet with every way of making a video', () => {
  const world = new World();
  beforeAll(() => {
    world.prepare(GRID);
    world.menu('renderSelectedRows');
    world.follow();
  });

  const lineOf = (name: string): Record<string, string> => {
    const row = world.rows().find(({ first_name }) => first_name === name) ?? {};
    return world.ledger().find(({ job }) => job === row.job) ?? {};
  };

  it('has each video beside its row, and pays for each once', () => {
    expect(world.rows().map(({ status, problem }) => `${status}${problem}`)).toEqual(ROWS.map(() => 'Done'));
    expect(new Set(world.rows().map(({ video_url }) => video_url)).size).toBe(ROWS.length);
    expect(world.simulator.paidVideos()).toHaveLength(ROWS.length);
  });

  it.each(ROWS)('%s: POST %s', (name, path, part) => {
    const { request = '', key } = lineOf(name);
    const body = JSON.parse(request);
    expect(body).toMatchObject(part);
    const sent = world.posts().filter((post) => post.body.includes(request));
    expect(sent.map((post) => post.path)).toEqual([`/v3/${path}`]);
    expect(sent[0]?.key).toBe(key);
  });

  it('speaks as a person would: conditions, spoken forms and amounts', () => {
    expect(JSON.parse(lineOf('Siobhán').request ?? '').script).toBe(
      'Hi Shivawn! Thank you for going Pro. Your year at HARBOUR BIKES comes to 1,250 dollars.',
    );
    expect(lineOf('Siobhán').request).toContain('"title":"Hi Siobhán! Thank you');
  });

  it('has three scenes in the row of scenes, each with what it shows', () => {
    const { scenes } = JSON.parse(lineOf('Esra').request ?? '');
    expect(scenes).toMatchObject([
      { type: 'avatar_video', input: { avatar_id: 'Anna_Office_Front_public' } },
      { type: 'image', duration: 4 },
      {
        type: 'avatar_video',
        input: { avatar_id: 'Marcus_Studio_Front_public', voice_id: 'voice_en_daniel' },
      },
    ]);
  });

  it('fills the columns that only this sheet has', () => {
    const [siobhan = {}, ben = {}] = world.rows();
    expect(siobhan.captioned_video_url).toMatch(/^https:\/\/.*Expires=/);
    expect(ben.subtitle_url).toMatch(/\.srt\?/);
    expect(siobhan.valid_until).toBe('2026-03-08 09:02 UTC');
  });
});
