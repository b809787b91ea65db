import { expect, test } from 'vitest';
import { createCatalogue } from '../../src/heygen/catalogue.ts';
import { CUT, reply, scripted } from './scripted-http.ts';

test('a page of looks is read with its cursor, and marked as it was asked for', () => {
  const world = scripted([
    reply(200, {
      data: [
        {
          id: 'l1',
          name: 'Ana in the office',
          avatar_type: 'photo_avatar',
          gender: 'female',
          group_id: 'g1',
          preview_image_url: 'https://f.heygen.ai/a.webp',
          preview_video_url: null,
          default_voice_id: 'vo1',
          preferred_orientation: 'portrait',
          supported_api_engines: ['avatar_iv', 'avatar_iii'],
          tags: ['business'],
          status: 'completed',
        },
        { id: 'l2' },
      ],
      has_more: true,
      next_token: 'n2',
    }),
  ]);
  const asked = createCatalogue(world.options).looks(null, 'private');
  expect(asked).toMatchObject({
    ok: true,
    value: {
      nextToken: 'n2',
      looks: [
        {
          id: 'l1',
          type: 'photo_avatar',
          groupId: 'g1',
          previewVideoUrl: '',
          defaultVoiceId: 'vo1',
          orientation: 'portrait',
          engines: ['avatar_iv', 'avatar_iii'],
          tags: ['business'],
          ownership: 'private',
        },
        { id: 'l2', name: '', engines: [], tags: [], ownership: 'private' },
      ],
    },
  });
  expect(world.requests[0]?.url).toBe('https://api.heygen.com/v3/avatars/looks?ownership=private&limit=50');
});

test('an engine of a look that is no plain word is left out, in lists and alone', () => {
  const supported = ['avatar_iv', '<a href=x>', '=IMPORTXML(1)', 'E'.repeat(41), '', 7, 'avatar-v.2', 'a\nb'];
  const look = { id: 'l1', supported_api_engines: supported };
  const asked = (data: unknown) => createCatalogue(scripted([reply(200, { data })]).options);
  const engines = ['avatar_iv', 'avatar-v.2'];
  expect(asked([look]).looks(null)).toMatchObject({ value: { looks: [{ engines }] } });
  expect(asked(look).look('l1')).toMatchObject({ value: { engines } });
});

test('looks of both kinds are asked for without naming one', () => {
  const world = scripted([reply(200, { data: [{ id: 'l1' }], has_more: false, next_token: 'left over' })]);
  expect(createCatalogue(world.options).looks('n 2')).toMatchObject({
    value: { nextToken: null, looks: [{ ownership: null }] },
  });
  expect(world.requests[0]?.url).toBe('https://api.heygen.com/v3/avatars/looks?limit=50&token=n%202');
});

test('voices come 100 a page, with what they can do', () => {
  const voice = { voice_id: 'vo1', name: 'Rui', language: 'Portuguese', gender: 'male', type: 'public' };
  const world = scripted([
    CUT,
    reply(200, { data: [{ ...voice, support_pause: true, support_locale: null }], has_more: false }),
  ]);
  expect(createCatalogue(world.options).voices('public', null)).toEqual({
    ok: true,
    value: {
      nextToken: null,
      voices: [
        {
          id: 'vo1',
          name: 'Rui',
          language: 'Portuguese',
          gender: 'male',
          type: 'public',
          previewAudioUrl: '',
          supportsPause: true,
          supportsLocale: false,
        },
      ],
    },
  });
  expect(world.calls).toEqual(['voices', 'voices']);
  expect(world.requests[1]?.url).toBe('https://api.heygen.com/v3/voices?type=public&limit=100');
});

test('a cursor that names the page just read ends the list', () => {
  const world = scripted([reply(200, { data: [], has_more: true, next_token: 'n1' })]);
  expect(createCatalogue(world.options).looks('n1')).toMatchObject({ value: { nextToken: null } });
});

test('templates come 100 a page', () => {
  const world = scripted([
    reply(200, {
      data: [
        { id: 't1', name: 'Welcome', thumbnail_url: 'https://f.heygen.ai/t.png', aspect_ratio: '9:16' },
        { id: 't2' },
      ],
      has_more: true,
      next_token: 'n2',
    }),
  ]);
  expect(createCatalogue(world.options).templates('n1')).toEqual({
    ok: true,
    value: {
      nextToken: 'n2',
      templates: [
        { id: 't1', name: 'Welcome', thumbnailUrl: 'https://f.heygen.ai/t.png', aspectRatio: '9:16' },
        { id: 't2', name: '', thumbnailUrl: '', aspectRatio: '' },
      ],
    },
  });
  expect(world.requests[0]?.url).toBe('https://api.heygen.com/v3/templates?limit=100&token=n1');
});

test('a template has its variables with their types, told by their values or by its scenes', () => {
  const world = scripted([
    reply(200, {
      data: {
        id: 't1',
        name: 'Welcome',
        variables: {
          first_name: { type: 'text', content: 'there' },
          logo: { url: 'https://f.heygen.ai/logo.png' },
          greeting: { content: 'Hello' },
          presenter: { character_id: 'l1' },
          odd: 'a word',
        },
        scene_ids: ['s1', 's2'],
        scenes: [
          { scene_id: 's1', variables: [{ name: 'logo', variable_type: 'image' }] },
          { scene_id: 's2', variables: [{ name: 'clip', variable_type: 'video' }] },
        ],
      },
    }),
  ]);
  const asked = createCatalogue(world.options).template('t/1');
  expect(world.requests[0]?.url).toBe('https://api.heygen.com/v3/templates/t%2F1');
  expect(asked).toMatchObject({
    value: {
      name: 'Welcome',
      sceneIds: ['s1', 's2'],
      variables: [
        { name: 'first_name', type: 'text', value: { type: 'text', content: 'there' } },
        { name: 'logo', type: 'image', value: { url: 'https://f.heygen.ai/logo.png' } },
        { name: 'greeting', type: 'text' },
        { name: 'presenter', type: 'character' },
        { name: 'odd', type: 'unknown', value: 'a word' },
        { name: 'clip', type: 'video' },
      ],
    },
  });
});

const TEXT = { type: 'text', content: 'there' };
const USED = [{ variables: [{ name: 'logo', variable_type: 'image' }] }];

test.each([
  ['as a list', { variables: [{ name: 'first_name', ...TEXT }] }],
  ['as a word', { variables: 'first_name' }],
  ['as null', { variables: null }],
  ['not at all', {}],
  ['not at all, with scenes that use none', { scenes: [{ scene_id: 's1' }, { variables: [] }] }],
  ['beside scenes that cannot be read', { variables: {}, scenes: { s1: USED } }],
  ['beside a scene that is none', { variables: {}, scenes: ['s1'] }],
  ['beside a scene that lists them as a word', { variables: {}, scenes: [{ variables: 'logo' }] }],
  ['beside one that has no name', { variables: {}, scenes: [{ variables: [{ variable_type: 'image' }] }] }],
])('a template that tells its variables %s is no template without variables', (_, told) => {
  const world = scripted([reply(200, { data: { id: 't1', ...told } })], { mayPause: () => false });
  expect(createCatalogue(world.options).template('t1')).toMatchObject({
    ok: false,
    failure: { kind: 'outage', code: 'unreadable_reply' },
  });
});

test.each([
  ['no variable', { variables: {} }, []],
  ['variables and no scenes', { variables: { first_name: TEXT }, scenes: null }, ['first_name']],
  ['variables in its scenes alone', { scenes: [...USED, { variables: null }] }, ['logo']],
])('a template with %s is read', (_, told, names) => {
  const asked = createCatalogue(scripted([reply(200, { data: { id: 't1', ...told } })]).options).template(
    't1',
  );
  expect(asked.ok ? asked.value?.variables.map(({ name }) => name) : asked).toEqual(names);
});

test('an entry without an id is left out of looks, voices and templates, and the others are there', () => {
  const asked = (data: unknown) => createCatalogue(scripted([reply(200, { data })]).options);
  const bad = [null, 'x', { id: null, voice_id: '' }];
  expect(asked([...bad, { id: 'l1' }]).looks(null)).toMatchObject({ value: { looks: [{ id: 'l1' }] } });
  expect(asked([...bad, { voice_id: 'v1' }]).voices('private', null)).toMatchObject({
    value: { voices: [{ id: 'v1' }] },
  });
  expect(asked([{ id: 't1' }, ...bad]).templates(null)).toMatchObject({
    value: { templates: [{ id: 't1' }] },
  });
});

test('a list with nothing but unreadable entries is no empty list', () => {
  const world = scripted([reply(200, { data: [{ look_id: 'l1' }] })], { mayPause: () => false });
  expect(createCatalogue(world.options).looks(null)).toMatchObject({
    ok: false,
    failure: { code: 'unreadable_reply' },
  });
});

test('a template or a look that the account does not have is an answer, any other refusal is not', () => {
  const missing = reply(404, { error: { code: 'template_not_found', message: 'no' } });
  const down = reply(400, { error: { code: 'invalid_parameter', message: 'draft version 3' } });
  expect(createCatalogue(scripted([missing]).options).template('t')).toEqual({
    ok: true,
    value: null,
  });
  expect(createCatalogue(scripted([missing]).options).look('l')).toEqual({ ok: true, value: null });
  expect(createCatalogue(scripted([down]).options).template('t').ok).toBe(false);
});

test('of a look by itself the type and the engines are read', () => {
  const data = { id: 'l1', avatar_type: 'photo_avatar', supported_api_engines: ['avatar_iv'] };
  const world = scripted([reply(200, { data })]);
  expect(createCatalogue(world.options).look('l1')).toEqual({
    ok: true,
    value: { type: 'photo_avatar', engines: ['avatar_iv'] },
  });
  expect(world.requests[0]?.url).toBe('https://api.heygen.com/v3/avatars/looks/l1');
});
