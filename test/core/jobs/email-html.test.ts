import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { emailHtml } from '../../../src/core/jobs/email-html.ts';
import { type Job, newJob } from '../../../src/core/jobs/job.ts';
import { outputOf } from '../../../src/core/jobs/row-output.ts';
import { textCell } from '../../../src/core/sheet/cell-text.ts';
import { pictureAddress, pictureFormula } from '../../../src/core/sheet/picture-formula.ts';

const DONE: Job = {
  ...newJob({ id: 'a', tab: 1, owner: 'o', askedAt: 0, sourcePrints: [], requestPrint: 'p' }),
  status: 'Done',
  seconds: 34.4,
  says: 'Hi Ana & "Co"',
  video_url: 'https://files.example/a.mp4?Expires=1796000000&Signature=x',
  video_page: 'https://app.example/share/a',
  thumbnail: 'https://files.example/a.jpg?Expires=1796000000&Signature=x',
  gif_url: 'https://files.example/a.gif',
};

const linksOf = (html: string): string[] => [...html.matchAll(/href="([^"]*)"/g)].map(([, url = '']) => url);

describe('the e-mail of a video', () => {
  test('leads to the page that lives: with the picture, the play button and the plain address', () => {
    const html = emailHtml(DONE);
    expect(linksOf(html)).toEqual(Array(3).fill('https://app.example/share/a'));
    expect(html).toContain('src="https://files.example/a.gif" width="400"');
    expect(html).toContain('alt="&#9654; Play the video: Hi Ana &#38; &#34;Co&#34;"');
    expect(html).toContain('&#9654; Watch the video (0:34)</a>');
    expect(html).toContain('>https://app.example/share/a</a>');
    expect(html).not.toContain('works until');
  });

  test('without a page it leads to the link that ends, and says when', () => {
    const html = emailHtml({ ...DONE, video_page: '', gif_url: '' });
    expect(linksOf(html)[0]).toBe('https://files.example/a.mp4?Expires=1796000000&#38;Signature=x');
    expect(html).toContain('src="https://files.example/a.jpg?Expires=1796000000&#38;Signature=x"');
    expect(html).toContain('The link works until 2026-11-30 00:53 UTC.');
  });

  test('there is none before the video is done, after it was deleted, or with an address of another kind', () => {
    expect(emailHtml({ ...DONE, status: 'Rendering' })).toBe('');
    expect(emailHtml({ ...DONE, video_page: '', video_url: '' })).toBe('');
    expect(emailHtml({ ...DONE, video_page: 'javascript:alert(1)', video_url: 'http://evil.example' })).toBe(
      '',
    );
  });

  test('whatever the video says, it is one line of ASCII that fits a cell, and its tags and fields are ours alone', () => {
    const bare = emailHtml({ ...DONE, says: 'x' });
    const shape = (html: string): string => html.replace(/ alt="[^"]*"/, '');
    const hostile = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 200 }),
      fc.constantFrom(
        '"><script>alert(1)</script>',
        '{{first_name}}',
        "' onerror='x",
        '*|FNAME|*',
        '\ud800',
        '😀\n',
      ),
    );
    fc.assert(
      fc.property(hostile, (says) => {
        const html = emailHtml({ ...DONE, says });
        expect(html).toMatch(/^[ -~]+$/);
        expect(html).not.toMatch(/[{}|[\]]/);
        expect(shape(html)).toBe(shape(bare));
        // What is read back from the cell must be what was written.
        expect(textCell(html)).toBe(`'${html}`);
      }),
    );
  });

  test('an endless address is left out, so that the cell keeps its limit', () => {
    const long = `https://files.example/${'a'.repeat(30_000)}`;
    expect(emailHtml({ ...DONE, video_page: long, gif_url: long, thumbnail: long }).length).toBeLessThan(
      3_000,
    );
  });
});

describe('the picture in a cell', () => {
  test('is a formula of nothing but an https address', () => {
    expect(outputOf(DONE, 0).thumbnail_image).toBe(`=IMAGE("${DONE.thumbnail}")`);
    expect(outputOf({ ...DONE, status: 'Failed' }, 0).thumbnail_image).toBe('');
    for (const url of ['', 'http://a.example/b', 'https://a.example/"&A1&"', 'data:image/png,x', '=1+1']) {
      expect(pictureFormula(url)).toBe('');
    }
  });

  test('no other text of the column is written back as a formula', () => {
    expect(pictureAddress('=IMAGE("https://a.example/b.jpg")')).toBe('https://a.example/b.jpg');
    for (const text of [
      '=IMAGE("https://a.example/b")&A1',
      '=IMAGE(A1)',
      '=NOW()',
      'https://a.example/b.jpg',
    ]) {
      expect(pictureAddress(text)).toBe('');
    }
  });
});
