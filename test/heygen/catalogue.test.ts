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
    kind: 'answered',
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
    kind: 'answered',
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
