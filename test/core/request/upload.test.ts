import { expect, test } from 'vitest';
import { checkUpload, LARGEST_UPLOAD, uploadType } from '../../../src/core/request/upload.ts';

test.each([
  ['face.png', 'image'],
  ['Face.JPG', 'image'],
  ['a.b.jpeg', 'image'],
  ['clip.mp4', 'video'],
  ['clip.webm', 'video'],
  ['voice.mp3', 'audio'],
  ['voice.wav', 'audio'],
  ['deck.pdf', 'other'],
  ['words.srt', 'other'],
])('%s can be uploaded, as %s', (name, kind) => {
  expect(uploadType(name)?.kind).toBe(kind);
  expect(checkUpload({ name, bytes: 1 })).toMatchObject({ ok: true, value: { kind } });
  expect(checkUpload({ name, bytes: LARGEST_UPLOAD })).toMatchObject({ ok: true, value: { kind } });
  expect(checkUpload({ name, bytes: null })).toMatchObject({ ok: true, value: { kind } });
});

test.each([
  ['', 5, 'No file was chosen.'],
  ['photo.webp', 5, 'cannot be uploaded. HeyGen accepts pictures as png or jpg'],
  ['png', 5, 'cannot be uploaded'],
  ['run.png.exe', 5, 'cannot be uploaded'],
  ['face.png', 0, 'is empty'],
  ['face.png', LARGEST_UPLOAD + 1, 'is too large. HeyGen accepts up to 32 MB'],
])('%j of %d bytes is refused with a sentence', (name, bytes, sentence) => {
  const checked = checkUpload({ name, bytes });
  expect(checked.ok ? '' : checked.failure).toContain(sentence);
});
