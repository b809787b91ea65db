import { describe, expect, it } from 'vitest';
import { estimate } from '../../src/sidebar/render/plan-words.ts';
import { fileWords } from '../../src/sidebar/script/file-words.ts';
import { lengthWords } from '../../src/sidebar/script/length-words.ts';

describe('how long a video will be', () => {
  const row = { mode: 'avatar', seconds: null, audio: '', issues: [], hearing: null } as const;

  it.each([
    [{ ...row, seconds: 12 }, 'about 12 s'],
    [{ ...row, seconds: 12, hearing: { print: '', seconds: 12, unheard: 0 } }, '12 s'],
    [{ ...row, seconds: 0 }, ''],
    [{ ...row, audio: 'asset:a' }, 'as long as the recording'],
    [{ ...row, mode: 'cinematic' as const }, 'HeyGen decides the length'],
    [{ ...row, mode: 'template' as const }, 'length known when finished'],
    [{ ...row, mode: 'studio' as const }, 'length known when finished'],
    [{ ...row, issues: [{ row: 4, column: '', message: '' }] }, ''],
  ])('%j: %s', (of, words) => {
    expect(lengthWords(of)).toBe(words);
  });

  it('is told apart from what comes on top of it', () => {
    expect(estimate({ videos: 5, unknownLengths: 0 }, 'about 2 min')).toBe('about 2 min');
    expect(estimate({ videos: 5, unknownLengths: 1 }, 'about 2 min')).toBe(
      'about 2 min + 1 video of unknown length',
    );
    expect(estimate({ videos: 5, unknownLengths: 5 }, 'about 0 s')).toBe('not known yet');
  });
});

describe('a file is called', () => {
  it.each([
    ['https://example.com/pictures/office.jpg?size=2#top', 'office.jpg'],
    ['https://example.com/', 'example.com'],
    ['asset:5f2b', 'asset:5f2b'],
    ['data:', 'in the cell itself'],
    ['javascript:alert(1)', 'javascript:alert(1)'],
  ])('%s: %s', (source, words) => {
    expect(fileWords(source)).toBe(words);
  });
});
