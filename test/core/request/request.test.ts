import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { INPUT_COLUMNS } from '../../../src/core/columns/columns.ts';
import type { AvatarRequest, VideoRequest } from '../../../src/core/heygen/video-request.ts';
import { type RowRequest, requestOf } from '../../../src/core/request/request.ts';
import type { Defaults } from '../../../src/core/row/row-cells.ts';
import { readTable } from '../../../src/core/sheet/table.ts';
import { cases } from '../../cases.ts';

type Cells = Readonly<Record<string, string>>;

function read(cells: Cells, defaults: Defaults = {}) {
  const table = readTable([Object.keys(cells), Object.values(cells)]);
  const [row] = table.rows;
  if (row === undefined) throw new Error('the table has no row');
  return requestOf(table, row, defaults);
}

function asked(cells: Cells, defaults?: Defaults): RowRequest {
  const result = read(cells, defaults);
  if (!result.ok) throw new Error(result.failure.map(({ message }) => message).join('\n'));
  return result.value;
}

function ofAvatar(request: VideoRequest): AvatarRequest {
  if (!('type' in request) || request.type !== 'avatar') throw new Error('another kind of request');
  return request;
}

function codes(cells: Cells, defaults?: Defaults): string[] {
  const result = read(cells, defaults);
  return result.ok ? [] : result.failure.map(({ code }) => code);
}

const good = { script: 'Hello <<n>>!', avatar_id: 'Anna', n: 'Ana' };

describe('what a row asks for', () => {
  test('is the exact body that HeyGen is sent', () => {
    const cells = {
      ...good,
      'Voice ID': 'sara',
      background: '#<<shade>>',
      shade: 'abc',
      title: 'For <<N>>',
      aspect_ratio: '4:09:00 PM',
      resolution: '4K',
    };
    expect(asked(cells).request).toEqual({
      type: 'avatar',
      avatar_id: 'Anna',
      script: 'Hello Ana!',
      voice_id: 'sara',
      background: { type: 'color', value: '#aabbcc' },
      title: 'For Ana',
      aspect_ratio: '16:9',
      resolution: '4k',
    });
  });

  test('has the written name in its title, and says which captions will show the spoken one', () => {
    const named = { ...good, n: 'Siobhán', 'n (say)': 'Shivawn' };
    expect(ofAvatar(asked(named).request)).toMatchObject({
      script: 'Hello Shivawn!',
      title: 'Hello Siobhán!',
    });
    const explicit = { ...named, script: '[background: navy] Hello <<n:say:upper>>!' };
    expect(asked(explicit).request).toMatchObject({ title: 'Hello SIOBHÁN!' });
    const warnings = (cells: Cells) => asked(cells).warnings.map(({ code }) => code);
    expect(warnings(named)).toEqual([]);
    expect(warnings({ ...named, caption: 'file' })).toEqual(['caption_spoken']);
    expect(warnings({ ...named, caption: 'off' })).toEqual([]);
    expect(warnings({ ...good, caption: 'file' })).toEqual([]);
  });

  test('names no voice when none is given: the look has its own', () => {
    expect(asked(good).request).toEqual({
      type: 'avatar',
      avatar_id: 'Anna',
      script: 'Hello Ana!',
      title: 'Hello Ana!',
    });
  });

  test.each([
    ['https://example.com/a.png', { type: 'image', url: 'https://example.com/a.png' }],
    ['asset:abc', { type: 'image', asset_id: 'abc' }],
  ])('has a picture behind the speaker: %s', (background, wire) => {
    expect(ofAvatar(asked({ ...good, background }).request).background).toEqual(wire);
  });

  test('is a webm without any background when it is transparent, even against a default colour', () => {
    const request = ofAvatar(asked({ ...good, background: 'transparent' }, { background: 'navy' }).request);
    expect(request.output_format).toBe('webm');
    expect(request).not.toHaveProperty('background');
  });

  test('takes the cell before the default, and the default for a cell that looks empty', () => {
    const defaults = { voice_id: 'jonas', avatar_id: 'Marcus', script: 'Default for <<n>>.' };
    expect(asked({ ...good, voice_id: ' ' }, defaults).request).toMatchObject({
      avatar_id: 'Anna',
      voice_id: 'jonas',
    });
    expect(asked({ n: 'Ana', script: '\u00a0' }, defaults).request).toMatchObject({
      avatar_id: 'Marcus',
      script: 'Default for Ana.',
    });
    expect(ofAvatar(asked({ n: 'Ana' }, defaults).request).script).toBe('Default for Ana.');
  });
});

describe('the title', () => {
  test('is how the script begins when none is given, without its pauses and cut between words', () => {
    const script =
      'Hello. <break time="1s"/> This is\nquite a long script that goes on and on for everyone to hear.';
    expect(asked({ ...good, script }).request.title).toBe(
      'Hello. This is quite a long script that goes on and on…',
    );
  });

  test('is what the video is made of when nothing is said in it that we know', () => {
    const titleOf = (cells: Cells) => asked({ avatar_id: 'Anna', ...cells }).request.title;
    expect(titleOf({ audio_asset_id: 'abc123' })).toBe('Recording abc123');
    expect(titleOf({ audio_url: 'https://a.example/' })).toBe('Recording');
    expect(titleOf({ script: '[video: asset:a]\n---\n[image: asset:b 5s]' })).toBe('Video of 2 scenes');
    expect(titleOf({ script: '[audio: asset:a]' })).toBe('Video of 1 scene');
  });

  test('never shows a merge field: the spoken form stands in for a written one that is not there', () => {
    for (const n of ['', '#N/A']) {
      const cells = { script: 'Hi <<n>>.', avatar_id: 'Anna', n, 'n (say)': 'Shivawn' };
      expect(asked(cells).request).toMatchObject({ script: 'Hi Shivawn.', title: 'Hi Shivawn.' });
    }
  });

  test('is one line of at most 200 characters', () => {
    expect(asked({ ...good, title: ' a\n b\u0007 ' }).request.title).toBe('a b');
    const { title } = asked({ ...good, title: '😀'.repeat(150) }).request;
    expect(title?.length).toBeLessThanOrEqual(200);
    expect(title).toMatch(/^(?:😀)+…$/u);
  });
});

describe('the person whom the script speaks to', () => {
  test('is the values merged in the script, each once and in order, and the script cell itself', () => {
    const script = 'Hi <<n>> of <<c>>, <<n>>! <<x|Bye>>';
    expect(asked({ script, avatar_id: 'a', n: 'Ana', c: 'Lumen', x: '' }).sources).toEqual([
      'Ana',
      'Lumen',
      script,
    ]);
  });

  test('knows no script cell when the script is the default for the whole sheet', () => {
    expect(asked({ avatar_id: 'a', n: 'Ana', script: '' }, { script: 'Hi <<n>>' }).sources).toEqual(['Ana']);
    expect(asked({ avatar_id: 'a', n: 'Ana' }, { script: 'Hi all' }).sources).toEqual([]);
  });

  test('is not what only the title says', () => {
    expect(asked({ ...good, script: 'Hi', title: '<<n>>' }).sources).toEqual(['Hi']);
  });
});

describe('a row that cannot be sent', () => {
  test('is told everything at once', () => {
    const cells = {
      script: '<<n>> <<nope>> <<',
      avatar_id: '',
      n: '',
      background: 'plaid',
      resolution: 'huge',
      aspect_ratio: '21:9',
      title: '<<n>>',
      voice_id: '#N/A',
    };
    expect(codes(cells)).toEqual([
      'field_empty',
      'field_unknown',
      'field_unclosed',
      'avatar_missing',
      'cell_error',
      'background_unknown',
      'choice_unknown',
      'choice_unknown',
    ]);
  });

  test.each(INPUT_COLUMNS.map(({ name }) => name))('because its %s is an error', (name) => {
    expect(codes({ ...good, [name]: '#REF!' })).toEqual(['cell_error']);
    expect(codes({ ...good, [name]: 'Loading...' })).toEqual(['cell_loading']);
  });

  test('because it has no script or no avatar, in the cells or for the sheet', () => {
    expect(codes({ n: 'Ana' })).toEqual(['script_missing', 'avatar_missing']);
  });

  test('because nothing is left of its script', () => {
    expect(codes({ ...good, script: '<<m|>>', m: '' })).toEqual(['script_empty']);
  });

  test('because the merged script is too long although the template is short', () => {
    expect(codes({ ...good, n: 'a'.repeat(5000) })).toEqual(['script_too_long']);
  });

  test('but an error in a column that it does not use is none of its business', () => {
    expect(codes({ ...good, other: '#N/A' })).toEqual([]);
  });
});

describe('laws', () => {
  const keys = [
    'type',
    'avatar_id',
    'script',
    'voice_id',
    'background',
    'title',
    'aspect_ratio',
    'resolution',
    'output_format',
  ];
  const wild = fc.oneof(fc.constantFrom('<<n>>', '<<n|x>>', '<<', '\\<<', '#N/A', '=1+1'), fc.string());
  const cell = (...fitting: string[]) =>
    fc.oneof({ weight: 9, arbitrary: fc.constantFrom('', ' ', ...fitting) }, { weight: 1, arbitrary: wild });
  const anyRow = fc.record({
    script: cell('Hello <<n|you>>.', 'Hi <<n>>', 'Hi <break time="1s"/> you'),
    avatar_id: cell('Anna'),
    voice_id: cell('sara'),
    background: cell('#fff', 'transparent', 'https://a.example/b.png', 'asset:b'),
    title: cell('For <<n>>', 'A title', '<<n|>>'),
    aspect_ratio: cell('16:9', '9:16:00 AM'),
    resolution: cell('4K'),
    n: cell('Ana', 'José'),
  });

  test('any row is a request of known keys with values, or at least one issue in whole sentences', () => {
    let requests = 0;
    fc.assert(
      fc.property(anyRow, (cells) => {
        const result = read(cells, { script: 'Hi <<n|you>>', avatar_id: 'Anna' });
        if (result.ok) {
          requests += 1;
          for (const [key, value] of Object.entries(result.value.request)) {
            expect(keys).toContain(key);
            expect(value).not.toBe('');
            expect(value ?? null).not.toBeNull();
          }
          const { background, output_format } = ofAvatar(result.value.request);
          expect(background !== undefined && output_format === 'webm').toBe(false);
          expect(JSON.parse(JSON.stringify(result.value.request))).toEqual(result.value.request);
        } else {
          expect(result.failure.length).toBeGreaterThan(0);
          for (const { message } of result.failure) expect(message).toMatch(/\.$/u);
        }
      }),
      cases(700, 20260708),
    );
    expect(requests).toBeGreaterThan(300);
  });
});
