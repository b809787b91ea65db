import { describe, expect, test } from 'vitest';
import { parseScenes } from '../../../src/core/row/scene-script.ts';
import { asked, refused } from '../request/one-row.ts';

const row = (script: string, cells = {}) => ({ script, avatar_id: 'Anna', n: 'Ana', ...cells });
const scenesOf = (script: string, cells = {}) => {
  const { request } = asked(row(script, cells));
  if (!('type' in request) || request.type !== 'studio') throw new Error('no scenes');
  return request.scenes;
};

describe('a line of dashes', () => {
  test('begins a new scene, each merged and with what its row says', () => {
    const { request, sources } = asked(
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
    expect(sources[0]).toBe('Ana');
  });

  test.each(['———', '–––', '―――', '-----', '\u200b---', '<hr>---<br>'])(
    'may be made of any dashes: %j',
    (line) => {
      expect(scenesOf(`Hi.\n${line}\nBye.`)).toHaveLength(2);
      expect(scenesOf(`Hi.<br>${line}<br>Bye.`)).toHaveLength(2);
    },
  );

  test('of two dashes is spoken', () => {
    expect(asked(row('Hi.\n--\nBye.')).request).toMatchObject({ type: 'avatar' });
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
      /^Scene 1: \[lighting: …\] is not a scene option/u,
    ],
    [
      '[avatar: A] [photo: asset:p] Hi.\n---\nBye.',
      'scene_options_clash script',
      /^Scene 1: There are \[avatar: …\] and \[photo: …\]/u,
    ],
    ['[voice: a] [voice: b] Hi.\n---\nBye.', 'scene_options_clash script', /twice/u],
    ['[video: asset:c] Hi.\n---\nBye.', 'scene_options_clash script', /own sound/u],
    ['[image: asset:p 5s] Hi.\n---\nBye.', 'scene_options_clash script', /as long as somebody speaks/u],
    ['[photo: asset:p] [background: navy] Hi.\n---\nBye.', 'scene_options_clash script', /Only an avatar/u],
    ['[image: asset:p]\n---\nBye.', 'scene_seconds_missing script', /5s/u],
    [
      '[image: asset:p 301s]\n---\nBye.',
      'number_range script',
      /^Scene 1: "301s".* seconds from 0.1 to 300/u,
    ],
    ['[image: asset:p 0]\n---\nBye.', 'number_range script', /^Scene 1: "0" .* seconds from 0.1 to 300/u],
    [
      '[image: https://a.example/my office.jpg 5s]\n---\nBye.',
      'number_malformed script',
      /"office.jpg 5s" after the file .*%20 for each space/u,
    ],
    ['[video: asset:c loud]\n---\nBye.', 'number_malformed script', /muted, or a volume/u],
    ['[avatar:] Hi.\n---\nBye.', 'scene_option_misread script', /^Scene 1: \[avatar: …\] has no value/u],
    ['[voice: <<m|>>] Hi.\n---\nBye.', 'scene_option_misread script', /<<if voice is not empty>>/u],
    ['[photo: me.png] Hi.\n---\nBye.', 'address_unknown script', /^Scene 1: The photo "me.png"/u],
    [
      '[engine: avatar_v] [expressiveness: high] Hi.\n---\nBye.',
      'engine_refuses script',
      /does not support \[expressiveness: …\]\. Remove it, or write another \[engine: …\]/u,
    ],
    ['Bye.\n---\n[avatar: A, B] Hi.', 'looks_too_many script', /^Scene 2: Only one avatar can speak/u],
    [
      '[image: asset:p 5s] [voice: a]\n---\nBye.',
      'scene_options_clash script',
      /\[voice: …\] has no effect/u,
    ],
    [
      '[image: asset:p] [motion: nods] Hi.\n---\nBye.',
      'scene_options_clash script',
      /\[motion: …\] has no effect/u,
    ],
    [
      '[video: asset:c] [engine: avatar_v]\n---\nBye.',
      'scene_options_clash script',
      /\[engine: …\] has no effect/u,
    ],
    ['[photo: asset:p] [engine: avatar_v] Hi.\n---\nBye.', 'scene_options_clash script', /only one engine/u],
    ['[audio: asset:a] [voice: a]\n---\nBye.', 'scene_options_clash script', /plays as it is/u],
    ['Hi.\n---\n', 'script_empty script', /^Scene 2: Nothing is said/u],
    ['Hi.\n---\n<break/> Bye.', 'pause_malformed script', /^Scene 2: /u],
    ['[background: transparent] Hi.\n---\nBye.', 'scene_background script', /^Scene 1: .*only colours/u],
    ['[image: office.jpg 5s]\n---\nBye.', 'address_unknown script', /^Scene 1: /u],
    [Array.from({ length: 51 }, () => 'Hi.').join('\n---\n'), 'scenes_too_many script', /51 scenes/u],
    [
      `${'a'.repeat(3000)}\n---\n${'b'.repeat(3000)}`,
      'script_too_long script',
      /6,000 characters after merging.*allows 5,000.*by 1,000/u,
    ],
  ])('is refused: %j', (script, issue, sentence) => {
    const { issues, text } = refused(row(script, { voice_id: 'sara', m: '' }));
    expect(issues).toEqual([issue]);
    expect(text).toMatch(sentence);
  });

  test('without a look is told once, and without a voice for its picture too', () => {
    expect(refused({ script: 'Hi.\n---\nBye.' }).issues).toEqual(['avatar_missing avatar_id']);
    const photo = refused(row('[photo: asset:p] Hi.\n---\nBye.'));
    expect(photo.issues).toEqual(['voice_missing voice_id']);
    expect(photo.text).toMatch(/or in the scene, as \[voice: …\]\.$/u);
  });

  test('with a field that cannot be merged is told for that alone', () => {
    const { issues } = refused(row('[image: <<m>> 5s]\n---\n[voice: <<nope>>] Bye.', { m: '' }));
    expect(issues).toEqual(['field_empty m', 'field_unknown script']);
  });

  test('of a picture beside a look asks for no voice before it is known who speaks', () => {
    expect(refused(row('Hi.\n---\nBye.', { image: 'asset:p' })).issues).toEqual([
      'column_not_taken avatar_id',
    ]);
  });

  test('alone is told of no others', () => {
    expect(refused(row('[background: navy]')).text).toBe(
      'Nothing is said after the brackets. Write there what to say.',
    );
    expect(refused(row('[audio: asset:a] Hi.')).text).toMatch(/^There are words and \[audio: …\]/u);
  });

  test('is held against what is known of its own look', () => {
    const known = {
      templates: new Map(),
      looks: new Map([['Twin', { type: 'digital_twin', engines: ['avatar_iv', 'avatar_v'] }]]),
    };
    const told = (scene: string) => refused(row(`Hi.\n---\n${scene} Bye.`), {}, known).text;
    expect(told('[avatar: Twin] [engine: avatar_iii]')).toBe(
      'Scene 2: The avatar Twin cannot be rendered with avatar_iii. Write [engine: avatar_iv] or [engine: avatar_v], or pick another avatar.',
    );
    expect(told('[avatar: Twin] [motion: nods]')).toMatch(
      /^Scene 2: The avatar Twin does not support \[motion: …\] .* Remove it, or pick a photo avatar\.$/u,
    );
  });

  test.each([
    ['[image: https://a.example/p.jpg, 5s]', { url: 'https://a.example/p.jpg' }, { duration: 5 }],
    ['[image: https://a.example/p.jpg,5s]', { url: 'https://a.example/p.jpg' }, { duration: 5 }],
    ['[image: https://a.example/x,y.jpg 2,5 sec]', { url: 'https://a.example/x,y.jpg' }, { duration: 2.5 }],
    ['[image: data:image/png;base64,iVBORw0KGgo= 3s]', { data: 'iVBORw0KGgo=' }, { duration: 3 }],
    [
      '[video: https://a.example/c.mp4, muted]',
      { url: 'https://a.example/c.mp4' },
      { playback: { mute: true } },
    ],
  ])('takes what comes after its file, with a comma too: %s', (scene, source, rest) => {
    expect(scenesOf(`${scene}\n---\nBye.`)[0]).toMatchObject({ source, ...rest });
  });
});

describe('brackets', () => {
  test('are spoken, unless an option is meant', () => {
    for (const script of ['[applause] Hi', 'Hi [to all: you] there', '[10:30] Hi', '[imagery] Hi']) {
      expect(asked(row(script)).request).toMatchObject({ type: 'avatar', script });
    }
    expect(asked(row('[background: navy] Hi')).request).toMatchObject({ type: 'studio', scenes: [{}] });
  });

  test.each([
    '[ background : navy ] Hi',
    '[BACKGROUND:navy]Hi',
    '[background：navy] Hi',
    '\u200b[background: navy] Hi',
    '<p>[background: navy]</p><p>Hi</p>',
    '[background: &#35;000080] Hi',
  ])('are an option, however they are typed: %j', (script) => {
    const navy = { background: { color: '#000080' }, script: 'Hi' };
    expect(scenesOf(script)).toMatchObject([{ input: navy }]);
  });

  test.each([
    ['[bg: navy] Hi', 'scene_option_unknown', /^\[bg: …\] is not a scene option/u],
    ['[background navy] Hi', 'scene_option_misread', /^\[background …\] has no colon.*spoken/u],
    ['[avatar: X\nHi', 'scene_option_misread', /^\[avatar: …\] is not closed/u],
    ['[image: https://a.example/[1].jpg] Hi', 'scene_option_misread', /^\[image: …\] is not closed/u],
    ['Hi. [background: navy]', 'scene_option_misread', /^\[background: …\] comes after words/u],
    ['Hi.\n---\nBye. [voice: a] [voice: b]', 'scene_option_misread', /^Scene 2: \[voice: …\] comes after/u],
  ])('that would be spoken by mistake are told: %j', (script, code, sentence) => {
    const { issues, text } = refused(row(script, { background: 'https://a.example/b.png' }));
    expect(issues.filter((issue) => !issue.startsWith('scene_background'))).toEqual([`${code} script`]);
    expect(text).toMatch(sentence);
  });

  test('that came out of a cell are words, and a value inside of written ones is a value', () => {
    expect(asked(row('<<m>>', { m: '[background: navy] Hi' })).request).toMatchObject({ type: 'avatar' });
    expect(asked(row('Hi <<m>>', { m: '[voice] [image: x' })).request).toMatchObject({ type: 'avatar' });
    expect(scenesOf('[motion: <<m>>] Hi', { m: 'a] [b\nc' })).toMatchObject([
      { input: { motion_prompt: 'a] [b\nc', script: 'Hi' } },
    ]);
    expect(scenesOf('[background: <<m>>] Hi', { m: 'navy' })).toMatchObject([
      { input: { background: { color: '#000080' } } },
    ]);
  });
});

test.each([
  '[a:',
  '[image: ',
  '[image: a]',
  '[image]',
  '---\n',
  '-',
  ',',
  '[',
  ' ',
  '<<m>>',
  '[motion: <<m>>]',
])('the largest cell of %j does not keep the reader busy', { timeout: 30_000 }, (piece) => {
  const text = piece.repeat(Math.ceil(50_000 / piece.length));
  for (const script of [text, `[image: ${text}]`, `[background: navy] ${text}`, `Hi.\n---\n${text}`]) {
    refused(row(script, { m: 'a\n---\n[image: b]', voice_id: script }));
  }
});

test('scenes are shown with their options, their words and their merged words', () => {
  const text = '[avatar: Bo]\nHi Ana\n---\nBye';
  expect(parseScenes({ text, marks: [{ start: 16, end: 19, field: 'n' }] })).toEqual([
    {
      options: [{ name: 'avatar', value: 'Bo' }],
      unknown: [],
      strays: [],
      text: 'Hi Ana',
      marks: [{ start: 3, end: 6, field: 'n' }],
    },
    { options: [], unknown: [], strays: [], text: 'Bye', marks: [] },
  ]);
});
