import { describe, expect, test } from 'vitest';
import { parseScenes } from '../../src/core/scene-script.ts';
import { asked, refused } from './one-row.ts';

const row = (script: string, cells = {}) => ({ script, avatar_id: 'Anna', n: 'Ana', ...cells });
const scenesOf = (script: string, cells = {}) => {
  const { request } = asked(row(script, cells));
  if (!('type' in request) || request.type !== 'studio') throw new Error('no scenes');
  return request.scenes;
};

describe('a line of hyphens', () => {
  test('begins a new scene, each merged and with what its row says', () => {
    const { request, person } = asked(
      row('Hello <<n>>!\n---\n[background: #fff] [voice: jonas]\nBye <<n>>.', {
        background: 'navy',
        voice_id: 'sara',
        speed: '1.1',
        resolution: '1080p',
        caption: 'file',
      }),
    );
    const settings = { voice_settings: { speed: 1.1 } };
    expect(request).toEqual({
      type: 'studio',
      scenes: [
        {
          type: 'avatar_video',
          input: {
            type: 'avatar',
            avatar_id: 'Anna',
            script: 'Hello Ana!',
            voice_id: 'sara',
            ...settings,
            background: { type: 'color', color: '#000080' },
          },
        },
        {
          type: 'avatar_video',
          input: {
            type: 'avatar',
            avatar_id: 'Anna',
            script: 'Bye Ana.',
            voice_id: 'jonas',
            ...settings,
            background: { type: 'color', color: '#ffffff' },
          },
        },
      ],
      resolution: '1080p',
      caption: { file_format: 'srt' },
      title: 'Hello Ana!',
    });
    expect(person[0]).toBe('Ana');
  });

  test('that came out of a cell is spoken and begins none', () => {
    expect(asked(row('Hello <<m>>', { m: 'a\n---\nb' })).request).toMatchObject({ type: 'avatar' });
  });

  test('may depend on a condition', () => {
    const script = 'Hello!<<if n = Ana>>\n---\nFor you alone.<<end>>';
    expect(scenesOf(script)).toHaveLength(2);
    expect(asked(row(script, { n: 'Bo' })).request).toMatchObject({ type: 'avatar', script: 'Hello!' });
  });
});

describe('a scene', () => {
  test.each([
    [
      '[image: https://a.example/p.jpg 5s]',
      { type: 'image', source: { type: 'url', url: 'https://a.example/p.jpg' }, duration: 5 },
    ],
    [
      '[image: asset:p]\nLook!',
      { type: 'image', source: { type: 'asset_id', asset_id: 'p' }, script: 'Look!', voice_id: 'sara' },
    ],
    [
      '[video: https://a.example/c.mp4 muted]',
      { type: 'video', source: { type: 'url', url: 'https://a.example/c.mp4' }, playback: { mute: true } },
    ],
    [
      '[video: asset:c 30%]',
      { type: 'video', source: { type: 'asset_id', asset_id: 'c' }, playback: { volume: 0.3 } },
    ],
    [
      '[photo: asset:p]\nHi.',
      {
        type: 'avatar_video',
        input: { type: 'image', image: { type: 'asset_id', asset_id: 'p' }, script: 'Hi.', voice_id: 'sara' },
      },
    ],
    [
      '[avatar: Bo] [engine: avatar_v] [motion: nods]\nHi.',
      {
        type: 'avatar_video',
        input: {
          type: 'avatar',
          avatar_id: 'Bo',
          script: 'Hi.',
          voice_id: 'sara',
          engine: { type: 'avatar_v' },
          motion_prompt: 'nods',
        },
      },
    ],
    [
      '[audio: https://a.example/a.mp3]',
      {
        type: 'avatar_video',
        input: { type: 'avatar', avatar_id: 'Anna', audio_url: 'https://a.example/a.mp3' },
      },
    ],
  ])('is written as %j', (scene, wire) => {
    expect(scenesOf(`${scene}\n---\nBye.`, { voice_id: 'sara' })[0]).toEqual(wire);
  });

  test('speaks through the picture of its row, unless it names a look', () => {
    const cells = { avatar_id: '', image: 'asset:p', voice_id: 'sara' };
    const scenes = scenesOf('One.\n---\n[avatar: Bo] Two.', cells);
    expect(scenes.map((scene) => (scene.type === 'avatar_video' ? scene.input.type : ''))).toEqual([
      'image',
      'avatar',
    ]);
  });

  test.each([
    [
      '[lighting: warm] Hi.\n---\nBye.',
      'scene_option_unknown script',
      /^Scene 1: \[lighting: …\] is no option/u,
    ],
    [
      '[avatar: A] [photo: asset:p] Hi.\n---\nBye.',
      'scene_options_clash script',
      /\[avatar: …\] and \[photo: …\]/u,
    ],
    ['[voice: a] [voice: b] Hi.\n---\nBye.', 'scene_options_clash script', /twice/u],
    ['[video: asset:c] Hi.\n---\nBye.', 'scene_options_clash script', /own sound/u],
    ['[image: asset:p 5s] Hi.\n---\nBye.', 'scene_options_clash script', /as long as somebody speaks/u],
    ['[photo: asset:p] [background: navy] Hi.\n---\nBye.', 'scene_options_clash script', /Only a look/u],
    ['[image: asset:p]\n---\nBye.', 'scene_seconds_missing script', /5s/u],
    ['[image: asset:p 301s]\n---\nBye.', 'number_range script', /0.1 to 300/u],
    ['Hi.\n---\n', 'script_empty script', /^Scene 2: Nothing is said/u],
    ['Hi.\n---\n<break/> Bye.', 'pause_malformed script', /^Scene 2: /u],
    ['[background: transparent] Hi.\n---\nBye.', 'scene_background background', /colours only/u],
    ['[image: office.jpg 5s]\n---\nBye.', 'address_unknown script', /^Scene 1: /u],
    [Array.from({ length: 51 }, () => 'Hi.').join('\n---\n'), 'scenes_too_many script', /51 scenes/u],
    [`${'a'.repeat(3000)}\n---\n${'b'.repeat(3000)}`, 'script_too_long script', /together/u],
  ])('is refused: %j', (script, issue, sentence) => {
    const { issues, text } = refused(row(script, { voice_id: 'sara' }));
    expect(issues).toEqual([issue]);
    expect(text).toMatch(sentence);
  });

  test('without a look is told once, and without a voice for its picture too', () => {
    expect(refused({ script: 'Hi.\n---\nBye.' }).issues).toEqual(['avatar_missing avatar_id']);
    expect(refused(row('[photo: asset:p] Hi.\n---\nBye.')).issues).toEqual(['voice_missing voice_id']);
  });
});

describe('brackets', () => {
  test('at the beginning of a script without scenes are spoken, unless they are an option', () => {
    expect(asked(row('[Note: hi] there')).request).toMatchObject({
      type: 'avatar',
      script: '[Note: hi] there',
    });
    expect(asked(row('[background: navy] Hi')).request).toMatchObject({ type: 'studio', scenes: [{}] });
  });

  test('that came out of a cell are words, and a value inside of written ones is a value', () => {
    expect(asked(row('<<m>>', { m: '[background: navy] Hi' })).request).toMatchObject({ type: 'avatar' });
    expect(scenesOf('[background: <<m>>] Hi', { m: 'navy' })).toMatchObject([
      { input: { background: { color: '#000080' } } },
    ]);
  });
});

test('scenes are shown with their options, their words and their merged words', () => {
  const text = '[avatar: Bo]\nHi Ana\n---\nBye';
  expect(parseScenes({ text, marks: [{ start: 16, end: 19, field: 'n' }] })).toEqual([
    {
      options: [{ name: 'avatar', value: 'Bo' }],
      unknown: [],
      text: '\nHi Ana\n',
      marks: [{ start: 4, end: 7, field: 'n' }],
    },
    { options: [], unknown: [], text: 'Bye', marks: [] },
  ]);
});
