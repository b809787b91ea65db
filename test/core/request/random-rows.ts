import fc from 'fast-check';
import type { AccountFacts } from '../../../src/core/row/account-facts.ts';
import { knownTemplate } from '../row/known-template.ts';

/** Cells of one row by column. */
export type Cells = Readonly<Record<string, string>>;

/** One template with a variable of every kind. */
export const KNOWN: AccountFacts = {
  looks: new Map([
    ['Photo', { type: 'photo_avatar', engines: ['avatar_iii', 'avatar_iv'] }],
    ['Twin', { type: 'digital_twin', engines: ['avatar_iv', 'avatar_v'] }],
  ]),
  templates: new Map([
    [
      'welcome',
      knownTemplate([
        { name: 'first_name', type: 'text', value: { type: 'text', content: 'Name' } },
        { name: 'shot', type: 'image' },
        { name: 'speaker', type: 'character' },
      ]),
    ],
  ]),
};

const WILD = fc.oneof(
  fc.constantFrom(
    '<<n>>',
    '<<n|x>>',
    '<<',
    '<<if n = x>>',
    '\\<<',
    '#N/A',
    '=1+1',
    ',',
    '---',
    '[image: x]',
    '0',
    'yes',
    'https://a.example/b.png',
  ),
  fc.string(),
);

/** Mostly a fitting text or nothing, seldom anything at all. */
function cell(...fitting: readonly string[]): fc.Arbitrary<string> {
  return fc.oneof(
    { weight: 12, arbitrary: fc.constant('') },
    { weight: 12, arbitrary: fc.constantFrom(...fitting) },
    { weight: 1, arbitrary: WILD },
  );
}

function needed(...fitting: readonly string[]): fc.Arbitrary<string> {
  return fc.oneof(
    { weight: 30, arbitrary: fc.constantFrom(...fitting) },
    { weight: 1, arbitrary: fc.oneof(fc.constant(''), WILD) },
  );
}

const NAMES = { first_name: needed('Ana', 'José', 'Zoë'), n: cell('Ana', '12') };
const CANVAS = {
  title: cell('For <<first_name>>'),
  caption: cell('off', 'file', 'burned in'),
  folder_id: cell('spring'),
  test_mode: cell('yes', 'no', 'TRUE'),
};
const VOICE = {
  voice_id: needed('sara'),
  speed: cell('1.2', '80%', '1,5'),
  pitch: cell('-3', '2'),
  volume: cell('0', '0,5', '100 %'),
  locale: cell('en-US', 'de'),
  brand_glossary_id: cell('names'),
};
const FRAME = {
  aspect_ratio: cell('16:9', '9:16:00 AM', '1:1', 'auto'),
  resolution: cell('4k', '1080p', '720P'),
};
const PICTURE = {
  background: cell('navy', '#abc', 'https://a.example/b.png', 'asset:b', 'transparent'),
  fit: cell('cover', 'contain'),
  output_format: cell('mp4', 'webm'),
  remove_background: cell('yes', 'no'),
};
const MOTION = {
  motion_prompt: cell('She waves at <<first_name>>'),
  expressiveness: cell('high', 'low'),
};
const ENGINE = {
  avatar_id: needed('Anna', 'Photo', 'Twin'),
  engine: cell('avatar_iv', 'Avatar V', 'avatar_iii'),
  reference_look_id: cell('Marcus'),
};
const WORDS = needed(
  'Hello <<first_name|you>>!',
  'Hi. <break time="1s"/> <<if n = 12>>Yes<<else>>No<<end>>',
  '<b>Hi</b> <<n:upper|x>>',
);

const SCENE = fc
  .tuple(
    needed(
      '',
      '[background: navy]',
      '[avatar: Twin] [engine: avatar_v]',
      '[voice: jonas] [motion: nods]',
      '[photo: https://a.example/p.jpg]',
      '[photo: asset:p] [expressiveness: high]',
      '[image: https://a.example/p.jpg]',
      '[photo: data:image/png;base64,iVBORw0KGgo=]',
    ),
    needed('Hello <<first_name>>!', 'Goodbye.'),
  )
  .map(([options, words]) => `${options}\n${words}`);
const SILENT = fc.constantFrom(
  '[image: https://a.example/p.jpg 5s]',
  '[image: asset:p 2,5 s]',
  '[image: data:image/png;base64,iVBORw0KGgo= 3s]',
  '[video: https://a.example/c.mp4]',
  '[video: asset:c muted]',
  '[video: https://a.example/c.webm 30%]',
  '[audio: https://a.example/a.mp3]',
  '[image: https://a.example/p.jpg] [audio: asset:a]',
  '[image: https://a.example/p.jpg] [audio: https://a.example/a.mp3]',
  '[photo: asset:p] [audio: https://a.example/a.wav]',
  '[photo: asset:p] [audio: asset:a]',
  '[audio: asset:a]',
);

const SOURCE = fc.oneof(
  { weight: 4, arbitrary: WORDS.map((script) => ({ script })) },
  fc.record({ audio_url: needed('https://a.example/<<first_name|x>>.mp3', 'https://a.example/a') }),
  fc.record({ audio_asset_id: needed('abc', 'asset:abc') }),
);

const sound = (columns: Record<string, fc.Arbitrary<string>>): fc.Arbitrary<Cells> =>
  fc.tuple(SOURCE, fc.record(columns)).map(([source, cells]) => ({ ...cells, ...source }));

/** Rows of every kind, most of which can be sent. */
export const ANY_ROW: fc.Arbitrary<Cells> = fc.oneof(
  sound({ ...NAMES, ...CANVAS, ...VOICE, ...FRAME, ...PICTURE, ...MOTION, ...ENGINE }),
  sound({
    ...NAMES,
    ...CANVAS,
    ...VOICE,
    ...FRAME,
    ...PICTURE,
    ...MOTION,
    image: needed('https://a.example/p.jpg', 'asset:p', 'data:image/png;base64,iVBORw0KGgo='),
  }),
  fc
    .tuple(
      fc.array(fc.oneof({ weight: 2, arbitrary: SCENE }, SILENT), { minLength: 2, maxLength: 5 }),
      fc.record({ ...NAMES, ...CANVAS, ...VOICE, ...FRAME, ...ENGINE, background: cell('navy') }),
    )
    .map(([scenes, cells]) => ({ ...cells, script: scenes.join('\n---\n') })),
  fc.record({
    ...NAMES,
    title: CANVAS.title,
    test_mode: CANVAS.test_mode,
    avatar_id: needed('Anna', 'Anna, Twin', 'Anna; Twin; Photo'),
    prompt: needed('<<first_name>> walks through Lyon.'),
    references: cell(
      'https://a.example/p.jpg, asset:r',
      'https://a.example/c.mp4',
      'data:image/png;base64,iVBORw0KGgo=',
    ),
    duration: cell('4', '15', 'auto'),
    enhance_prompt: cell('yes', 'no'),
    aspect_ratio: cell('16:9', '1:1'),
    resolution: cell('720p', '1080p'),
  }),
  fc.record({
    ...NAMES,
    ...CANVAS,
    template_id: needed('welcome'),
    shot: cell('https://a.example/p.jpg', 'asset:p'),
    speaker: cell('Anna'),
    template_scenes: cell('one, two'),
    template_subtitles: cell('classic'),
    template_size: cell('1280x720'),
    template_fps: cell('30'),
    template_brand_voice: cell('bv'),
    template_folder: cell('f'),
    template_sharing: cell('yes'),
  }),
);
