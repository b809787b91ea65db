import { describe, expect, test } from 'vitest';
import { type Media, readAddress, readAsset, readAssetId } from '../../../src/core/columns/asset.ts';

function told(text: string, media: Media = 'image'): string {
  const read = readAsset('image', text, media);
  return read.ok ? '' : read.failure.message;
}

describe('an address that is copied from the browser and opens a page', () => {
  test.each([
    'https://drive.google.com/file/d/1aB/view?usp=sharing',
    'https://drive.google.com/open?id=1aB',
    'https://docs.google.com/presentation/d/1aB/edit',
    'https://www.youtube.com/watch?v=1aB',
    'https://youtu.be/1aB',
    'https://vimeo.com/12345',
    'https://www.dropbox.com/s/1aB/me.png?dl=0',
    'https://www.dropbox.com/scl/fi/1aB/me.png?rlkey=x',
  ])('is no file, and the way out is named: %s', (url) => {
    expect(told(url, 'any')).toMatch(/ is a page on .*, not the file itself\. .*upload it in the sidebar/u);
  });

  test.each([
    'https://drive.google.com/uc?export=download&id=1aB',
    'https://docs.google.com/presentation/d/1aB/export/png',
    'https://www.dropbox.com/s/1aB/me.png?dl=1',
    'https://www.dropbox.com/s/1aB/me.png?raw=1',
    'https://player.vimeo.com/progressive_redirect/1aB.mp4',
    'https://notyoutube.com/me.png',
  ])('is not every one of such a site: %s', (url) => {
    expect(told(url, 'any')).toBe('');
  });
});

describe('a recording in the wrong one of its two columns', () => {
  test('is sent to the other one', () => {
    const url = readAddress('audio_url', 'asset:abc', 'audio');
    expect(url.ok ? '' : url.failure.message).toMatch(/in the column "audio_asset_id"\.$/u);
    const id = readAssetId('audio_asset_id', 'https://a.example/a.mp3');
    expect(id.ok ? '' : id.failure.message).toMatch(/in the column "audio_url" instead\.$/u);
  });
});

test('an upload without its id is shown as it was written', () => {
  expect(told('asset: ')).toMatch(/^The image "asset:" is not an asset id/u);
});
