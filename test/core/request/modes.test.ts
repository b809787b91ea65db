import { describe, expect, test } from 'vitest';
import type { AccountFacts, TemplateVariables } from '../../../src/core/row/account-facts.ts';
import { knownTemplate } from '../row/known-template.ts';
import { asked, refused } from './one-row.ts';

const good = { script: 'Hello <<n>>!', avatar_id: 'Anna', n: 'Ana' };
const LOOKS: AccountFacts = {
  templates: new Map(),
  looks: new Map([
    ['Twin', { type: 'digital_twin', engines: ['avatar_iv', 'avatar_v'] }],
    ['Photo', { type: 'photo_avatar', engines: ['avatar_iii', 'avatar_iv'] }],
  ]),
};

describe('a look', () => {
  test('is asked for with everything that its columns say', () => {
    const { request } = asked({
      ...good,
      speed: '120 %',
      pitch: '−2',
      volume: '0,8',
      locale: 'pt_br',
      brand_glossary_id: ' names ',
      fit: 'Cover',
      caption: 'burned-in',
      remove_background: 'TRUE',
      engine: 'Avatar V',
      reference_look_id: 'Marcus',
      motion_prompt: 'waves at <<n>>',
      test_mode: 'yes',
    });
    expect(request).toEqual({
      type: 'avatar',
      avatar_id: 'Anna',
      script: 'Hello Ana!',
      voice_settings: { speed: 1.2, pitch: -2, volume: 0.8, locale: 'pt-BR' },
      brand_glossary_id: 'names',
      engine: { type: 'avatar_v', reference_look_id: 'Marcus' },
      motion_prompt: 'waves at Ana',
      fit: 'cover',
      caption: { file_format: 'srt', style: 'default' },
      remove_background: true,
      test: true,
      title: 'Hello Ana!',
    });
  });

  test.each([
    [{ speed: '1.6' }, 'number_range speed'],
    [{ speed: 'fast' }, 'number_malformed speed'],
    [{ pitch: '51' }, 'number_range pitch'],
    [{ volume: '-0.1' }, 'number_range volume'],
    [{ locale: 'English' }, 'locale_malformed locale'],
    [{ caption: 'maybe' }, 'choice_unknown caption'],
    [{ output_format: 'webm', background: 'navy' }, 'webm_background background'],
    [{ output_format: 'mp4', background: 'transparent' }, 'webm_background background'],
    [{ engine: 'avatar_v', expressiveness: 'low' }, 'engine_refuses expressiveness'],
    [{ engine: 'avatar_iii', expressiveness: 'low' }, 'engine_refuses expressiveness'],
    [{ engine: 'avatar_iii', motion_prompt: 'waves' }, 'engine_refuses motion_prompt'],
    [{ engine: 'avatar_iv', reference_look_id: 'Marcus' }, 'reference_look_unused reference_look_id'],
    [{ avatar_id: 'Anna, Marcus' }, 'looks_too_many avatar_id'],
    [{ avatar_id: ' , ' }, 'id_malformed avatar_id'],
  ])('is refused when its row says %o', (cells, issue) => {
    expect(refused({ ...good, ...cells }).issues).toEqual([issue]);
  });

  test('is held against what is known of it', () => {
    const row = (cells: object) => refused({ ...good, ...cells }, {}, LOOKS).issues;
    expect(row({ avatar_id: 'Twin', engine: 'avatar_iii' })).toEqual(['engine_unsupported engine']);
    expect(row({ avatar_id: 'Photo', engine: 'avatar_v' })).toEqual(['engine_unsupported engine']);
    expect(row({ avatar_id: 'Twin', motion_prompt: 'waves' })).toEqual(['look_refuses motion_prompt']);
    expect(row({ avatar_id: 'Twin', engine: 'avatar_v', motion_prompt: 'waves' })).toEqual([]);
    expect(row({ avatar_id: 'Twin', expressiveness: 'low' })).toEqual(['look_refuses expressiveness']);
    expect(row({ avatar_id: 'Photo', expressiveness: 'low' })).toEqual([]);
    expect(row({ avatar_id: 'Photo', engine: 'avatar_iii', resolution: '4k' })).toEqual([
      'look_refuses resolution',
    ]);
    expect(row({ avatar_id: 'Unknown', engine: 'avatar_iii', resolution: '4k' })).toEqual([]);
  });

  test('with a background is warned of, until the row says whether its own is removed', () => {
    const warned = (cells: Readonly<Record<string, string>>, defaults = {}) =>
      asked({ ...good, ...cells }, defaults).warnings.map(({ code, column }) => `${code} ${column}`);
    expect(warned({ background: 'navy' })).toEqual(['background_hidden background']);
    expect(warned({}, { background: 'asset:b' })).toEqual(['background_hidden background']);
    expect(warned({ background: 'navy' }, { remove_background: 'yes' })).toEqual([]);
    expect(warned({ background: 'navy', remove_background: 'no' })).toEqual([]);
    expect(warned({ background: 'transparent' })).toEqual([]);
    expect(warned({ avatar_id: '', image: 'asset:a', voice_id: 'sara', background: 'navy' })).toEqual([]);
  });

  test('may be rendered with an engine that is new, if HeyGen names it on the look', () => {
    const newer: AccountFacts = {
      templates: new Map(),
      looks: new Map([
        ['Newest', { type: 'digital_twin', engines: ['avatar_iv', 'avatar_vi'] }],
        ['Silent', { type: 'photo_avatar', engines: [] }],
      ]),
      engines: new Set(['avatar_iv', 'avatar_vi']),
    };
    const sent = (cells: Readonly<Record<string, string>>) => asked({ ...good, ...cells }, {}, newer).request;
    const row = { avatar_id: 'Newest', engine: 'Avatar VI' };
    expect(sent(row)).toMatchObject({ engine: { type: 'avatar_vi' } });
    // What it takes, HeyGen alone knows.
    expect(sent({ ...row, expressiveness: 'high', motion_prompt: 'nods' })).toMatchObject({
      expressiveness: 'high',
      motion_prompt: 'nods',
    });
    expect(sent({ avatar_id: 'Silent', engine: 'avatar_vi' })).toMatchObject({
      engine: { type: 'avatar_vi' },
    });
    const typo = refused({ ...good, avatar_id: 'Silent', engine: 'avatar_iiv' }, {}, newer);
    expect(typo.issues).toEqual(['engine_unknown engine']);
    expect(typo.text).toMatch(
      /^HeyGen names no engine avatar_iiv .*Write avatar_iii or avatar_iv or avatar_v /u,
    );
    expect(refused({ ...good, ...row, engine: 'avatar_vii' }, {}, newer).issues).toEqual([
      'engine_unsupported engine',
    ]);
    expect(refused({ ...good, engine: 'the fast one!' }).issues).toEqual(['choice_unknown engine']);
    // Before HeyGen was asked, nothing can be said of a name.
    expect(asked({ ...good, engine: 'avatar_vi' }).request).toMatchObject({ engine: { type: 'avatar_vi' } });
  });

  test("is not blocked by a sheet's default that does not go with the row's own wish", () => {
    const defaults = { expressiveness: 'high', background: 'navy' };
    expect(asked({ ...good, engine: 'avatar_v', output_format: 'webm' }, defaults).request).toEqual({
      type: 'avatar',
      avatar_id: 'Anna',
      script: 'Hello Ana!',
      engine: { type: 'avatar_v' },
      output_format: 'webm',
      title: 'Hello Ana!',
    });
  });
});

describe('a folder', () => {
  const prompt = { avatar_id: 'Anna', prompt: 'A walk.' };
  const welcome = new Map([['welcome', knownTemplate([])]]);
  const folderOf = (cells: Readonly<Record<string, string>>, defaults = {}) =>
    asked(cells, defaults, { ...LOOKS, templates: welcome });

  test('stands beside the request of every kind of video, and makes no other request of it', () => {
    const scenes = { ...good, script: 'Hello <<n>>!\n---\nGoodbye.' };
    for (const cells of [good, scenes, prompt, { template_id: 'welcome' }]) {
      const { request, folder } = folderOf({ ...cells, folder_id: 'spring' });
      expect(folder).toBe('spring');
      expect(request).toEqual(folderOf(cells).request);
      expect(folderOf(cells, { folder_id: 'spring' }).folder).toBe('spring');
      expect(folderOf(cells).folder).toBe(null);
    }
  });

  test("of a template alone comes before the sheet's", () => {
    const row = folderOf({ template_id: 'welcome', template_folder: 'summer' }, { folder_id: 'spring' });
    expect(row.request).toMatchObject({ folder_id: 'summer' });
    expect(row.folder).toBe(null);
  });
});

describe('a brand glossary', () => {
  const sheet = { brand_glossary_id: 'names' };

  test('is named once in a video of scenes, also as a default of the sheet', () => {
    const scenes = { ...good, script: 'Hello <<n>>!\n---\nGoodbye.' };
    const { request } = asked(scenes, sheet);
    expect(request).toMatchObject({ type: 'studio', brand_glossary_id: 'names' });
    expect(JSON.stringify(request).split('brand_glossary_id')).toHaveLength(2);
  });

  test('says nothing to a recording, which is told of the row and left out', () => {
    const recording = { avatar_id: 'Anna', audio_url: 'https://a.example/a.mp3' };
    const { request, warnings } = asked({ ...recording, ...sheet });
    expect(request).not.toHaveProperty('brand_glossary_id');
    expect(warnings.map(({ column }) => column)).toEqual(['brand_glossary_id']);
    expect(asked(recording, sheet).warnings).toEqual([]);
  });

  test('has an id of one word', () => {
    expect(refused({ ...good, brand_glossary_id: 'My names' }).issues).toEqual([
      'id_malformed brand_glossary_id',
    ]);
  });
});

describe('a recording', () => {
  const recording = { avatar_id: 'Anna', audio_url: 'https://a.example/my_hello.mp3' };

  test("is heard instead of the sheet's script, and its cell is the evidence of whose video it is", () => {
    const { request, sources } = asked(recording, { script: 'Hi all', audio_asset_id: 'x' });
    expect(request).toEqual({
      type: 'avatar',
      avatar_id: 'Anna',
      audio_url: 'https://a.example/my_hello.mp3',
      title: 'my hello',
    });
    expect(sources).toEqual(['https://a.example/my_hello.mp3']);
  });

  test('may be an upload, or an address with merged words in it', () => {
    expect(asked({ avatar_id: 'Anna', audio_asset_id: 'asset:abc' }).request).toMatchObject({
      audio_asset_id: 'abc',
    });
    const merged = asked({ avatar_id: 'Anna', n: 'ana', audio_url: 'https://a.example/<<n>>.mp3' });
    expect(merged.request).toMatchObject({ audio_url: 'https://a.example/ana.mp3' });
    expect(merged.sources).toEqual(['ana', 'https://a.example/<<n>>.mp3']);
  });

  test('beside a script of the same row is told plainly', () => {
    const { issues, text } = refused({ ...good, audio_url: recording.audio_url });
    expect(issues).toEqual(['audio_several audio_url']);
    expect(text).toBe(
      'The row has both script and audio_url, but only one of them can be heard. Clear one of the two cells.',
    );
  });

  test('is told of what a voice would have done, which changes nothing', () => {
    const told = (cells: object) => asked({ ...recording, ...cells }).warnings.map(({ column }) => column);
    const voice = { voice_id: 'sara', speed: '1.2', pitch: '2', volume: '0.5', locale: 'de' };
    expect(told(voice)).toEqual(Object.keys(voice));
    expect(told({ locale: 'de', title: 'For <<day:date>>', day: '2026-03-04' })).toEqual([]);
    expect(asked(recording, voice).warnings).toEqual([]);
  });

  test.each([
    ['http://a.example/a.mp3', 'address_insecure'],
    ['a.mp3', 'address_unknown'],
    ['https://a.example/a.png', 'address_other_media'],
    ['https://a.example/my voice.mp3', 'address_malformed'],
  ])('is not %s', (audio_url, code) => {
    expect(refused({ ...recording, audio_url }).issues).toEqual([`${code} audio_url`]);
  });
});

describe('a picture', () => {
  const picture = { script: 'Hi', image: 'https://a.example/me.png', voice_id: 'sara' };

  test.each([
    ['https://a.example/me.png', { type: 'url', url: 'https://a.example/me.png' }],
    ['asset:abc', { type: 'asset_id', asset_id: 'abc' }],
    ['data:image/png;base64,iVBORw0KGgo=', { type: 'base64', media_type: 'image/png', data: 'iVBORw0KGgo=' }],
  ])('speaks: %s', (image, wire) => {
    expect(asked({ ...picture, image }).request).toEqual({
      type: 'image',
      image: wire,
      script: 'Hi',
      voice_id: 'sara',
      title: 'Hi',
    });
  });

  test("takes the place of the sheet's look, but not of the row's own", () => {
    expect(asked(picture, { avatar_id: 'Anna' }).request).not.toHaveProperty('avatar_id');
    expect(refused({ ...picture, avatar_id: 'Anna' }).issues).toEqual(['column_not_taken avatar_id']);
    expect(refused({ ...picture, avatar_id: 'Anna', voice_id: '' }).issues).toEqual([
      'column_not_taken avatar_id',
    ]);
    expect(asked(good, { image: picture.image }).request).toMatchObject({ type: 'avatar' });
  });

  test('needs a voice, because it has none of its own', () => {
    expect(refused({ ...picture, voice_id: '' }).issues).toEqual(['voice_missing voice_id']);
    expect(asked({ ...picture, voice_id: '' }, { voice_id: 'jonas' }).request).toMatchObject({
      voice_id: 'jonas',
    });
  });

  test('in the cell itself must be small enough for the ledger', () => {
    const { issues, text } = refused({ ...picture, image: `data:image/png;base64,${'A'.repeat(41_000)}` });
    expect(issues).toEqual(['inline_too_long image']);
    expect(text).toMatch(/one cell.*Upload/u);
  });
});

describe('a merged cell that comes to nothing', () => {
  test.each([
    [{ image: '<<m|>>', script: 'Hi', avatar_id: 'Anna', voice_id: 'sara' }, 'avatar'],
    [{ audio_url: '<<m|>>', script: 'Hi', avatar_id: 'Anna' }, 'avatar'],
    [{ prompt: '<<m|>>', script: 'Hi', avatar_id: 'Anna' }, 'avatar'],
    [{ script: '<<m|>>', audio_url: 'https://a.example/a.mp3', avatar_id: 'Anna' }, 'avatar'],
    [{ script: '<<m|>>', prompt: 'A walk.', avatar_id: 'Anna', references: '<<m|>>' }, 'cinematic_avatar'],
    [
      { script: 'Hi', avatar_id: 'Anna', background: '<<m|>>', motion_prompt: '<<m|>>', title: '<<m|>>' },
      'avatar',
    ],
  ])('is as good as a blank one: %o', (cells, type) => {
    const { request, warnings } = asked({ ...cells, m: '' });
    expect(request).toMatchObject({ type });
    expect(warnings).toEqual([]);
  });

  test("lets the sheet's default step in, unless that comes to nothing too", () => {
    const row = { ...good, background: '<<m|>>', m: '' };
    expect(asked(row, { background: 'navy' }).request).toMatchObject({ background: { value: '#000080' } });
    expect(asked(row, { background: '<<m|>>' }).request).not.toHaveProperty('background');
    expect(asked({ ...good, m: '' }, { image: '<<m|>>' }).request).toMatchObject({ type: 'avatar' });
  });

  test('is told where nothing else says what the video is', () => {
    const nothing = { avatar_id: 'Anna', m: '' };
    expect(refused({ ...nothing, script: '<<m|>>' }, { script: 'Hi' }).issues).toEqual([
      'script_empty script',
    ]);
    expect(refused({ ...nothing, prompt: '<<m|>>' }).issues).toEqual(['prompt_empty prompt']);
    expect(refused({ ...nothing, audio_url: '<<m|>>' }).issues).toEqual(['script_missing script']);
  });
});

describe('a prompt', () => {
  const prompt = { prompt: '<<n>> walks through Lyon.', avatar_id: 'Anna, Marcus', n: 'Ana' };

  test('makes a film of one to three looks, with references', () => {
    const { request, sources } = asked({
      ...prompt,
      references: 'https://a.example/a.png, asset:b',
      duration: '15',
      aspect_ratio: '1:1',
      enhance_prompt: 'yes',
    });
    expect(request).toEqual({
      type: 'cinematic_avatar',
      avatar_id: ['Anna', 'Marcus'],
      prompt: 'Ana walks through Lyon.',
      references: [
        { type: 'url', url: 'https://a.example/a.png' },
        { type: 'asset_id', asset_id: 'b' },
      ],
      aspect_ratio: '1:1',
      duration: 15,
      enhance_prompt: true,
      title: 'Ana walks through Lyon.',
    });
    expect(sources).toEqual(['Ana', '<<n>> walks through Lyon.']);
    expect(asked({ ...prompt, duration: 'auto' }).request).toMatchObject({ auto_duration: true });
  });

  test.each([
    [{ avatar_id: '' }, 'avatar_missing avatar_id'],
    [{ avatar_id: 'a,b,c,d' }, 'looks_too_many avatar_id'],
    [{ duration: '3' }, 'number_range duration'],
    [{ duration: '4.5' }, 'number_range duration'],
    [{ aspect_ratio: '4:5' }, 'choice_unknown aspect_ratio'],
    [{ resolution: '4k' }, 'choice_unknown resolution'],
    [{ script: 'Hello' }, 'column_not_taken script'],
    [{ image: 'asset:a' }, 'modes_mixed image'],
    [{ prompt: '<<m|>>', m: '' }, 'prompt_empty prompt'],
    [
      { references: Array.from({ length: 8 }, (_, at) => `https://a.example/${at}.png`).join('\n') },
      'references_too_many references',
    ],
  ])('is refused when its row says %o', (cells, issue) => {
    expect(refused({ ...prompt, ...cells }).issues).toEqual([issue]);
  });

  test('that cannot be merged is told for that alone', () => {
    expect(refused({ ...prompt, n: '' }).issues).toEqual(['field_empty n']);
  });

  test('beside what it does not go with is told with both ways out', () => {
    expect(refused({ ...prompt, script: 'Hello' }).text).toMatch(
      /Clear the cell "script" or the cell "prompt"\.$/u,
    );
    expect(refused({ ...prompt, image: 'asset:a' }).text).toMatch(
      /Clear the cell "prompt" or the cell "image"\.$/u,
    );
    expect(refused({ ...prompt, output_format: 'webm' }).text).toMatch(/is always an mp4\. Clear the cell/u);
    const { warnings } = asked({ ...prompt, output_format: 'mp4', remove_background: 'no', caption: 'off' });
    expect(warnings).toEqual([]);
  });

  test("is told of a look's settings that change nothing, and of the sheet's script it needs not know", () => {
    const { warnings, request } = asked({ ...prompt, fit: 'cover' }, { script: 'Hi', fit: 'cover' });
    expect(warnings.map(({ code, column }) => `${code} ${column}`)).toEqual(['column_unused fit']);
    expect(request).not.toHaveProperty('script');
  });
});

describe('a template', () => {
  const variables: TemplateVariables = [
    { name: 'first_name', type: 'text', value: { type: 'text', content: 'NAME' } },
    { name: 'script', type: 'text', value: { type: 'text', properties: { content: 'x' } } },
    { name: 'shot', type: 'image', value: { type: 'image', asset_id: 'old', fit: 'cover' } },
    { name: 'host', type: 'character' },
    { name: 'voice', type: 'voice' },
  ];
  const KNOWN: AccountFacts = {
    looks: new Map(),
    templates: new Map([
      ['welcome', knownTemplate(variables, { ratio: '16:9', scenes: ['intro', 'offer'] })],
    ]),
  };
  const row = {
    template_id: 'welcome',
    'First Name': 'Ana &amp; Bo',
    script: 'Hi <<first name>>',
    shot: '',
    host: 'Anna',
  };

  test('is filled from the columns of the same names, in the shape that the template shows', () => {
    const { request, endpoint, sources } = asked(
      {
        ...row,
        shot: 'https://a.example/a.png',
        template_size: '1280 x 720',
        template_fps: '30',
        caption: 'burned in',
      },
      {},
      KNOWN,
    );
    expect(endpoint).toEqual({ kind: 'template', templateId: 'welcome' });
    expect(request).toEqual({
      variables: {
        first_name: { type: 'text', content: 'Ana & Bo' },
        script: { type: 'text', properties: { content: 'Hi Ana & Bo' } },
        shot: { type: 'image', fit: 'cover', url: 'https://a.example/a.png' },
        host: { type: 'character', character_id: 'Anna' },
      },
      dimension: { width: 1280, height: 720 },
      fps: 30,
      caption: true,
      title: 'Ana & Bo',
    });
    expect(sources).toEqual([
      'Ana &amp; Bo',
      'Hi <<first name>>',
      'https://a.example/a.png',
      'Anna',
      'welcome',
    ]);
  });

  test.each([
    [{ 'First Name': '', script: 'Hi' }, 'variable_empty First Name'],
    [{ 'First Name': '#N/A' }, 'cell_error First Name'],
    [{ host: 'Anna in the office' }, 'id_malformed host'],
    [{ shot: 'office.png' }, 'address_unknown shot'],
    [{ template_id: 'other', script: '' }, 'template_unknown template_id'],
    [{ avatar_id: 'Anna' }, 'column_not_taken avatar_id'],
    [{ caption: 'file' }, 'choice_unknown caption'],
    [{ shot: 'data:image/png;base64,iVBORw0KGgo=' }, 'inline_malformed shot'],
    [{ host: '<<First Name>>' }, 'id_malformed host'],
    [{ template_brand_voice: 'Our voice' }, 'id_malformed template_brand_voice'],
    [{ template_size: '720x1280' }, 'size_other_shape template_size'],
    [{ template_scenes: 'intro, outro' }, 'scene_unknown template_scenes'],
    [{ 'First Name': '<<m|>>', m: '', script: 'Hi' }, 'variable_empty First Name'],
    [{ 'First Name': '<br>', script: 'Hi' }, 'variable_empty First Name'],
    [{ 'First Name': '<<First Name>>', script: 'Hi' }, 'field_itself First Name'],
    [{ 'First Name': '<<nope>>', script: 'Hi' }, 'field_unknown First Name'],
  ])('is refused when its row says %o', (cells, issue) => {
    expect(refused({ ...row, ...cells }, {}, KNOWN).issues).toEqual([issue]);
  });

  test('whose text no column fills is refused, and what it shows may stay as it is', () => {
    expect(refused({ template_id: 'welcome', script: 'Hi' }, {}, KNOWN)).toEqual({
      issues: ['variable_missing template_id'],
      text: 'The template\'s variable "first_name" matches no column. Add a column named "first_name".',
    });
  });

  test('has merge fields in its texts and addresses, and says nothing otherwise than it is written', () => {
    const cells = { ...row, script: '<<n>> and <<n:upper>>', n: 'Siobhán', 'n (say)': 'Shivawn' };
    const { request, sources } = asked({ ...cells, shot: 'https://a.example/<<n>>.png' }, {}, KNOWN);
    expect(request).toMatchObject({
      variables: {
        script: { properties: { content: 'Siobhán and SIOBHÁN' } },
        shot: { url: 'https://a.example/Siobhán.png' },
      },
    });
    expect(sources).toContain('Siobhán');
    expect(asked({ ...cells, shot: '<<m|>>', m: '' }, {}, KNOWN).request).not.toHaveProperty(
      'variables.shot',
    );
  });

  test('of the whole sheet is beaten by a script of the row, unless that fills one of its variables', () => {
    const spoken = { script: 'Hello.', avatar_id: 'Anna', 'First Name': 'Ana' };
    const plain = knownTemplate([{ name: 'first_name', type: 'text' }]);
    const both = { ...KNOWN, templates: new Map([...KNOWN.templates, ['plain', plain] as const]) };
    expect(asked(spoken, { template_id: 'plain' }, both).request).toMatchObject({ type: 'avatar' });
    const { script, 'First Name': name } = spoken;
    const filling = { script, 'First Name': name };
    expect(asked(filling, { template_id: 'welcome' }, both).endpoint.kind).toBe('template');
    // What it would fill is not known: nothing is guessed at.
    expect(refused(spoken, { template_id: 'other' }, both).issues).toContain('template_unknown template_id');
  });

  test('names the scenes that there are when another one is asked for', () => {
    const { text } = refused({ ...row, template_scenes: 'outro' }, {}, KNOWN);
    expect(text).toBe(
      'The template has no scene "outro". Its scenes are intro and offer. Write their ids, or clear the cell to render all of them.',
    );
    const again = { ...row, template_scenes: 'offer, intro, offer' };
    expect(asked(again, {}, KNOWN).request).toMatchObject({ scene_ids: ['offer', 'intro', 'offer'] });
  });

  test('is not blocked by defaults that other videos of the sheet can follow', () => {
    const { request } = asked(row, { caption: 'file', template_size: '720x1280' }, KNOWN);
    expect(request).not.toHaveProperty('caption');
    expect(request).not.toHaveProperty('dimension');
  });

  test('may repeat its scenes, and may be of a shape that is not known', () => {
    const cells = { ...row, template_scenes: 'a, b, a', template_size: '720x1280' };
    const shapeless = { ...KNOWN, templates: new Map([['welcome', knownTemplate(variables)]]) };
    expect(asked(cells, {}, shapeless).request).toMatchObject({
      scene_ids: ['a', 'b', 'a'],
      dimension: { width: 720, height: 1280 },
    });
    expect(asked({ ...row, template_size: '854x480' }, {}, KNOWN).request).toMatchObject({
      dimension: { width: 854 },
    });
  });

  test('in test mode asks for a test, as every other video does', () => {
    expect(asked(row, { test_mode: 'yes' }, KNOWN).request).toMatchObject({ test: true });
    expect(asked({ prompt: 'x', avatar_id: 'a' }, { test_mode: 'yes' }).request).toMatchObject({
      test: true,
    });
  });
});
