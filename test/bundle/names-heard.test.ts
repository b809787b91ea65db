import { describe, expect, it } from 'vitest';
import type { NameView } from '../../src/app/sidebar/contract.ts';
import { called } from './page-calls.ts';
import { World } from './world.ts';

const SARA = 'voice_en_sara';
const PATH = '/v3/voices/speech';

function worldWith(...names: readonly string[]): World {
  const world = new World();
  world.prepare([
    ['name', 'script', 'voice_id', 'avatar_id'],
    ...names.map((name) => [name, 'Hello <<name:first word>>!', SARA, 'Anna_Office_Front_public']),
  ]);
  // The languages of voices are known from their list.
  let next: string | null | undefined;
  while (next !== null) next = called(world, 'sidebarVoices', next ?? null).value.next;
  return world;
}

const listed = (world: World): readonly NameView[] => called(world, 'sidebarNames').value.names;
const spoken = (world: World): unknown[] =>
  world.posts().flatMap(({ path, body }) => (path === PATH ? [JSON.parse(body)] : []));

function voiceOf(name: NameView | undefined) {
  if (name?.voice == null) throw new Error('Nobody can be heard.');
  return name.voice;
}

describe('the names of the selected rows', () => {
  it('are listed as they are said, risky ones first, and nothing is asked of HeyGen but its voices', () => {
    const world = worldWith('Anna Smith', 'Łukasz Nowak', 'Anna Jones');
    expect(listed(world)).toMatchObject([
      {
        value: 'Łukasz',
        count: 1,
        rows: [3],
        risks: ['English has no “Ł”.'],
        spokenIn: 'English',
        voice: { voiceId: SARA, speed: 1, locale: '' },
      },
      { value: 'Anna', count: 2, rows: [2, 4], risks: [] },
    ]);
    expect(world.posts()).toEqual([]);
  });

  it('a name and a way to write it are heard in the row’s voice, and each is paid for once', () => {
    const world = worldWith('Łukasz');
    const voice = voiceOf(listed(world)[0]);
    const heard = called(world, 'sidebarHearName', 'Łukasz', voice).value;
    expect(heard).toMatchObject({ kind: 'heard', urls: [expect.stringMatching(/\.wav$/u)] });
    expect(called(world, 'sidebarHearName', 'Łukasz', voice).value).toEqual(heard);
    called(world, 'sidebarHearName', ' Woo-cash ', voice);
    expect(spoken(world)).toEqual([
      { text: 'Łukasz', voice_id: SARA },
      { text: 'Woo-cash', voice_id: SARA },
    ]);
    expect(listed(world)[0]?.heard).toEqual({ value: true, say: true });
  });

  it('nothing, and a whole text, are refused in words and not paid for', () => {
    const world = worldWith('Łukasz');
    const voice = voiceOf(listed(world)[0]);
    expect(() => called(world, 'sidebarHearName', ' ', voice)).toThrow('Write how it sounds');
    expect(() => called(world, 'sidebarHearName', 'la '.repeat(100), voice)).toThrow(
      'too long to hear alone',
    );
    expect(spoken(world)).toEqual([]);
  });

  it('what is saved is listed as corrected, and the video says it', () => {
    const world = worldWith('Łukasz Nowak', 'Anna Smith');
    const [name] = listed(world);
    called(world, 'sidebarCorrectName', { value: name?.value ?? '', say: 'Woo-cash' });
    expect(listed(world)[0]).toMatchObject({ value: 'Łukasz', say: 'Woo-cash', by: 'names sheet' });
    world.menu('renderSelectedRows');
    world.follow();
    const asked = JSON.stringify(world.posts().map(({ body }) => body));
    expect(asked).toContain('Hello Woo-cash!');
    expect(asked).toContain('Hello Anna!');
    expect(asked).not.toMatch(/script[\\":]+Hello Łukasz/u);
    world.selectAll();
    // With a video it is listed all the same, so that it can still be mended.
    expect(listed(world).map(({ value }) => value)).toEqual(['Łukasz', 'Anna']);
  });

  it('that fill a HeyGen template are listed too, and nobody is heard saying them', () => {
    const world = new World();
    const answer = world.simulator.handle(
      { method: 'GET', path: '/v3/templates', headers: { 'x-api-key': 'sk' }, body: '' },
      world.now,
    );
    const template = answer.kind === 'cut' ? '' : JSON.parse(String(answer.body)).data[0].id;
    world.prepare([
      ['first_name', 'product', 'template_id'],
      ['Łukasz', 'the studio plan', template],
      ['O’Brien', 'the studio plan', template],
    ]);
    expect(listed(world)).toMatchObject([
      { value: 'O’Brien', place: 'template', column: 'first_name', rows: [3], voice: null },
      { value: 'the studio plan', place: 'template', rows: [2, 3] },
      { value: 'Łukasz', place: 'template', rows: [2] },
    ]);
    expect(world.posts()).toEqual([]);
  });

  it('of very many only the first are sent to the sidebar, and the others counted', () => {
    const world = worldWith(...Array.from({ length: 230 }, (_, at) => `Ł${at}x`), 'Anna');
    const { names, more } = called(world, 'sidebarNames').value;
    expect([names.length, more]).toEqual([200, 31]);
    expect(names.every(({ risks }) => risks.length > 0)).toBe(true);
  });
});
