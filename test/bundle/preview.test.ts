import { describe, expect, it } from 'vitest';
import type { RowView } from '../../src/app/sidebar/contract.ts';
import { called } from './page-calls.ts';
import { MINUTE, World } from './world.ts';

const LOOK = 'Anna_Office_Front_public';
const PICTURE = 'https://example.com/face.png';

/** A world whose second row holds these cells, with the cursor in it. */
function worldWith(cells: Readonly<Record<string, string>>, defaults: Readonly<Record<string, string>> = {}) {
  const world = new World();
  world.prepare([Object.keys(cells), Object.values(cells)]);
  called(world, 'sidebarDefaults', defaults, world.sheet);
  return world;
}

function preview(world: World): RowView {
  const { row } = called(world, 'sidebarRow', 0).value;
  if (row === null) throw new Error('The cursor is in no filled row.');
  return row;
}

const previewOf = (...cells: Parameters<typeof worldWith>): RowView => preview(worldWith(...cells));

describe('the preview shows', () => {
  it('a look that speaks, with the merged words marked', () => {
    const row = previewOf({ first_name: 'Ana', script: 'Hello <<first_name>>!', avatar_id: LOOK });
    expect(row).toMatchObject({
      mode: 'avatar',
      script: 'Hello Ana!',
      marks: [{ start: 6, end: 9, field: 'first_name' }],
      characters: 10,
      scenes: [],
      avatarId: LOOK,
      issues: [],
      test: false,
    });
    expect(row.seconds).toBeCloseTo(10 / 14);
  });

  it('a picture that speaks, and no look beside it', () => {
    const row = previewOf(
      { script: 'Hello.', image: PICTURE, voice_id: 'voice_en_daniel' },
      { avatar_id: LOOK },
    );
    expect(row).toMatchObject({ mode: 'image', image: PICTURE, avatarId: '', issues: [] });
  });

  it('a picture in the cell without carrying its data around', () => {
    const data = `data:image/png;base64,${'A'.repeat(4000)}`;
    expect(previewOf({ script: 'Hello.', image: data, voice_id: 'v' }).image).toBe('data:');
  });

  it('a recording, whose length cannot be told, instead of the sheet’s script', () => {
    const row = previewOf({ audio_asset_id: 'asset:voice_1', avatar_id: LOOK }, { script: 'Hello.' });
    expect(row).toMatchObject({
      mode: 'avatar',
      audio: 'asset:voice_1',
      script: '',
      seconds: null,
      issues: [],
    });
    const address = 'https://example.com/hello.mp3';
    expect(previewOf({ audio_url: address, avatar_id: LOOK }).audio).toBe(address);
  });

  it('scenes one by one: who is seen, what is said, what stands behind', () => {
    const row = previewOf({
      name: 'Ana',
      script: [
        '[background: navy]\nHello <<name>>!',
        '[avatar: Marcus_Studio_Front_public] [voice: voice_en_daniel]\nI am Marcus.',
        '[image: https://example.com/office.jpg 5s]',
        '[photo: asset:face_1] [voice: voice_en_daniel]\nAnd I am a photo.',
        '[video: https://example.com/clip.mp4 muted]',
        '[audio: asset:sound_1]',
      ].join('\n---\n'),
      avatar_id: LOOK,
    });
    expect(row.mode).toBe('studio');
    expect(row.issues).toEqual([]);
    expect(row.seconds).toBeNull();
    const nothing = { source: '', script: '', look: '', voice: '', background: '', audio: '', seconds: null };
    const scenes = row.scenes.map(({ marks: _, ...scene }) => scene);
    expect(scenes).toEqual([
      { ...nothing, kind: 'look', script: 'Hello Ana!', background: 'navy' },
      {
        ...nothing,
        kind: 'look',
        script: 'I am Marcus.',
        look: 'Marcus_Studio_Front_public',
        voice: 'voice_en_daniel',
      },
      { ...nothing, kind: 'image', source: 'https://example.com/office.jpg', seconds: 5 },
      {
        ...nothing,
        kind: 'photo',
        source: 'asset:face_1',
        script: 'And I am a photo.',
        voice: 'voice_en_daniel',
      },
      { ...nothing, kind: 'video', source: 'https://example.com/clip.mp4' },
      { ...nothing, kind: 'look', audio: 'asset:sound_1' },
    ]);
    expect(row.scenes[0]?.marks).toEqual([{ start: 6, end: 9, field: 'name' }]);
    expect(row.characters).toBe('Hello Ana!I am Marcus.And I am a photo.'.length);
  });

  it('a prompt with its looks and references', () => {
    const row = previewOf({
      city: 'Rome',
      prompt: 'A walk through <<city>>',
      avatar_id: `${LOOK}, Marcus_Studio_Front_public`,
      references: `${PICTURE}, asset:tune_1`,
      test_mode: 'yes',
    });
    expect(row).toMatchObject({
      mode: 'cinematic',
      prompt: 'A walk through Rome',
      looks: [LOOK, 'Marcus_Studio_Front_public'],
      references: [PICTURE, 'asset:tune_1'],
      seconds: 10,
      test: true,
      issues: [],
    });
  });

  it('a template by its name, with what the row puts into its variables, asking HeyGen once', () => {
    const world = new World();
    world.menu('setHeyGenKey');
    const [template] = called(world, 'sidebarTemplates', null).value.templates;
    world.prepare([
      ['first_name', 'product', 'template_id', 'presenter'],
      ['Ana', 'the plan of <<first_name>>', template?.id ?? '', ''],
    ]);
    const first = called(world, 'sidebarRow', 0);
    expect(first.fetches).toBe(1);
    expect(first.value.row).toMatchObject({
      mode: 'template',
      seconds: null,
      issues: [],
      template: {
        name: 'Welcome a new customer',
        variables: [
          { name: 'first_name', type: 'text', value: 'Ana' },
          { name: 'product', type: 'text', value: 'the plan of Ana' },
          { name: 'presenter', type: 'character', value: '' },
        ],
      },
    });
    expect(called(world, 'sidebarRow', 0).fetches).toBe(0);
  });

  it('scenes as people type them, and brackets that would be spoken as words of their scene', () => {
    const typed = previewOf({ script: '[ background : navy ] Hello.<br>———<br>Bye.' });
    expect(typed.scenes.map(({ background, script }) => `${background} ${script}`)).toEqual([
      'navy Hello.',
      ' Bye.',
    ]);
    const late = previewOf({ script: 'Hello. [background: navy]' });
    expect(late.scenes.map(({ script }) => script)).toEqual(['Hello. [background: navy]']);
    expect(late.issues).toMatchObject([
      { column: 'script', message: expect.stringMatching(/would be spoken/) },
    ]);
  });

  it('what a row is also while something is wrong with it', () => {
    const noVoice = previewOf({ script: 'Hello.', image: PICTURE });
    expect(noVoice).toMatchObject({ mode: 'image', image: PICTURE, script: 'Hello.' });
    expect(noVoice.issues.map(({ column }) => column)).toEqual(['voice_id']);
    const scenes = previewOf({ script: 'Hello.\n---\n[image: http://example.com/a.png]\nAnd this.' });
    expect(scenes.scenes.map(({ kind, source }) => `${kind} ${source}`)).toEqual(['look ', 'image ']);
    expect(scenes.issues.length).toBeGreaterThan(1);
    const unknown = previewOf({ template_id: 'no_such_template' });
    expect(unknown).toMatchObject({ mode: 'template', template: { id: 'no_such_template', variables: [] } });
    expect(unknown.issues).toHaveLength(1);
  });

  it('what is worth telling and stops nothing', () => {
    const row = previewOf({ script: 'Look at www.example.com today.', avatar_id: LOOK });
    expect(row.issues).toEqual([]);
    expect(row.warnings).toMatchObject([{ row: 2, column: 'script' }]);
  });
});

it('while HeyGen has trouble the preview leaves it alone for a minute', () => {
  const world = new World();
  world.prepare([
    ['script', 'avatar_id', 'engine'],
    ['Hello.', LOOK, 'avatar_v'],
  ]);
  world.simulator.set({ faults: [{ when: { method: 'GET' }, do: '500', times: 99 }] });
  expect(called(world, 'sidebarRow', 0).fetches).toBeGreaterThan(0);
  expect(called(world, 'sidebarRow', 0).fetches).toBe(0);
  world.simulator.set({ faults: [] });
  world.wait(MINUTE + 1);
  expect(called(world, 'sidebarRow', 0).fetches).toBe(1);
  expect(called(world, 'sidebarRow', 0).fetches).toBe(0);
});
