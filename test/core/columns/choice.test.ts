import { describe, expect, test } from 'vitest';
import { readAspectRatio, readResolution, readYesNo } from '../../../src/core/columns/choice.ts';
import { readIdentifier } from '../../../src/core/columns/identifier.ts';
import { ASPECT_RATIOS } from '../../../src/core/heygen/video-request.ts';

describe('an aspect ratio', () => {
  test.each(ASPECT_RATIOS)('%s is taken as it is', (ratio) => {
    expect(readAspectRatio(` ${ratio.toUpperCase()} `)).toEqual({ ok: true, value: ratio });
  });

  test.each([
    ['16:09', '16:9'],
    ['16:09:00', '16:9'],
    ['4:09 PM', '16:9'],
    ['4:09:00 PM', '16:9'],
    ['4:09:00\u202fp.m.', '16:9'],
    ['9:16:00 AM', '9:16'],
    ['09:16', '9:16'],
    ['04:05', '4:5'],
    ['4:05:00 AM', '4:5'],
    ['05:04:00', '5:4'],
    ['1:01:00 AM', '1:1'],
    ['01.01.00', '1:1'],
    ['16 : 9', '16:9'],
    ['16x9', '16:9'],
    ['16/9', '16:9'],
  ])('%s is what Sheets or a person made of a ratio', (shown, ratio) => {
    expect(readAspectRatio(shown)).toEqual({ ok: true, value: ratio });
  });

  test.each(['9:16:00 PM', '16:9:30', '21:9', '16:10', '0.67', 'portrait', '4:05:00 PM'])(
    '%s is none',
    (text) => {
      const read = readAspectRatio(text);
      expect(read.ok ? '' : read.failure.message).toBe(
        `The aspect_ratio "${text}" is not a valid value. Write 16:9, 9:16, 4:5, 5:4, 1:1 or auto.`,
      );
    },
  );
});

test('yes and no may be a letter, a word or a tick box', () => {
  const read = (text: string) => readYesNo('test_mode', text);
  for (const yes of ['Y', 'yes', 'TRUE']) expect(read(yes)).toEqual({ ok: true, value: true });
  for (const no of ['n', 'No', 'FALSE']) expect(read(no)).toEqual({ ok: true, value: false });
  expect(read('maybe').ok).toBe(false);
});

test('a resolution is one of three words in any case', () => {
  expect(readResolution(' 4K')).toEqual({ ok: true, value: '4k' });
  expect(readResolution('1080P')).toEqual({ ok: true, value: '1080p' });
  expect(readResolution(' 720 ')).toEqual({ ok: true, value: '720p' });
  const refused = readResolution('huge');
  expect(refused.ok ? '' : refused.failure.message).toBe(
    'The resolution "huge" is not a valid value. Write 4k, 1080p or 720p.',
  );
});

test('an id is one word of at most 200 characters that Sheets has not taken for a number', () => {
  expect(readIdentifier('avatar_id', ' Anna_Office_Front_public\n')).toEqual({
    ok: true,
    value: 'Anna_Office_Front_public',
  });
  expect(readIdentifier('voice_id', '12e45678')).toEqual({ ok: true, value: '12e45678' });
  const code = (text: string) => {
    const read = readIdentifier('voice_id', text);
    return read.ok ? '' : read.failure.code;
  };
  expect(code('Anna in the office')).toBe('id_malformed');
  expect(code(' ')).toBe('id_malformed');
  expect(code('<<first name>>')).toBe('id_malformed');
  expect(code('a\u0000b')).toBe('id_malformed');
  expect(code('a'.repeat(201))).toBe('id_too_long');
  expect(code('1.23457E+31')).toBe('id_became_number');
  expect(code('1,2E-5')).toBe('id_became_number');
});
