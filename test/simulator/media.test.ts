import { describe, expect, it } from 'vitest';
import { Caller, type Wire } from './caller.ts';

const HOSTILE = '</title><script>alert(1)</script>"\'<img src=x onerror=alert(1)>';

function done(caller: Caller, changes: Readonly<Record<string, unknown>> = {}): Wire | undefined {
  const id = caller.made(changes);
  caller.wait(60);
  return caller.get(`/v3/videos/${id}`).json.data;
}

describe('what is handed out can be opened', () => {
  it('a video’s page plays its script and shows its title', () => {
    const caller = new Caller();
    const reply = caller.open(
      done(caller, { title: 'Für Ana', script: 'Hello Ana, how are you?' })?.video_page_url,
    );
    expect(reply.status).toBe(200);
    expect(reply.headers['Content-Type']).toContain('text/html');
    expect(reply.body).toContain('Für Ana');
    expect(reply.body).toContain('Hello Ana, how are you?');
  });

  it.each([
    ['mp4', 4, 'ftypisom'],
    ['webm', 0, '\u001aE\u00df\u00a3'],
  ])('a download is a file of the format that was asked for: %s', (output_format, at, mark) => {
    const { headers, body } = (() => {
      const caller = new Caller();
      return caller.open(done(caller, { output_format })?.video_url);
    })();
    expect(headers['Content-Type']).toBe(`video/${output_format}`);
    expect(
      Buffer.from(body)
        .toString('latin1')
        .slice(at, at + mark.length),
    ).toBe(mark);
  });

  it('all the URLs of a video open, as the type that they promise', () => {
    const caller = new Caller();
    const video = done(caller, { caption: { file_format: 'srt', style: 'default' } });
    expect(video?.video_url).toMatch(/[?&]Expires=\d+/);
    expect(caller.open(video?.thumbnail_url)).toMatchObject({
      status: 200,
      headers: { 'Content-Type': 'image/svg+xml' },
    });
    expect(caller.open(video?.gif_url).body).toContain('<animate');
    expect(caller.open(video?.video_page_url).status).toBe(200);
    expect(caller.open(video?.captioned_video_url)).toMatchObject({
      status: 200,
      headers: { 'Content-Type': 'video/mp4' },
    });
    expect(caller.open(video?.subtitle_url).body).toContain('00:00:00,000 --> 00:00:02,140\nHello Ana');
  });

  it('subtitles are handed out where captions were asked for, a second video where they are burned in', () => {
    const caller = new Caller();
    const links = (caption: object | null) => {
      const { captioned_video_url, subtitle_url, gif_url } = done(caller, { caption }) ?? {};
      return [captioned_video_url, subtitle_url, gif_url].map((url) => typeof url);
    };
    expect(links(null)).toEqual(['object', 'object', 'string']);
    expect(links({ file_format: 'srt' })).toEqual(['object', 'string', 'string']);
    expect(links({ style: 'default' })).toEqual(['string', 'string', 'string']);
  });

  it('a signed URL dies after 7 days, and reading the video again gives a fresh one', () => {
    const caller = new Caller();
    const video = done(caller);
    caller.wait(7 * 86_400 + 1);
    expect(caller.open(video?.video_url).status).toBe(403);
    expect(caller.open(video?.gif_url).status).toBe(200);
    expect(caller.open(caller.get(`/v3/videos/${video?.id}`).json.data?.video_url).status).toBe(200);
  });

  it('a signature cannot be stretched', () => {
    const caller = new Caller();
    const url = done(caller)?.video_url ?? '';
    expect(caller.open(url.replace(/Expires=\d+/, 'Expires=9999999999')).status).toBe(403);
    expect(caller.open(url.replace(/\?.*/, '')).status).toBe(403);
  });

  it('a page is there before the video is', () => {
    const caller = new Caller();
    const id = caller.made();
    const page = caller.get(`/v3/videos/${id}`).json.data?.video_page_url;
    expect(caller.open(page).body).toContain('being rendered');
  });

  it('every look and voice has previews', () => {
    const caller = new Caller({ hostileNames: true });
    const looks = ['', caller.get('/v3/avatars/looks?limit=50').json.next_token].flatMap((token) => [
      ...(caller.get(`/v3/avatars/looks?limit=50&token=${token}`).json.data ?? []),
    ]);
    expect(looks.length).toBeGreaterThan(60);
    for (const look of looks) {
      expect(caller.open(look.preview_image_url).body).toContain('<svg');
      expect(caller.open(look.preview_video_url).status).toBe(200);
    }
    for (const voice of caller.get('/v3/voices?limit=100').json.data ?? []) {
      const { body, headers } = caller.open(voice.preview_audio_url);
      expect(headers['Content-Type']).toBe('audio/wav');
      expect(Buffer.from(body).subarray(0, 4).toString()).toBe('RIFF');
    }
  });

  it('hostile titles, scripts and names stay text in every page and picture', () => {
    const caller = new Caller({ hostileNames: true });
    const video = done(caller, { title: HOSTILE, script: HOSTILE });
    const looks = caller.get('/v3/avatars/looks?limit=50&token=').json;
    const more = caller.get(`/v3/avatars/looks?limit=50&token=${looks.next_token}`).json.data ?? [];
    const urls = [video?.thumbnail_url, video?.gif_url, video?.video_page_url];
    for (const look of more) urls.push(look.preview_image_url);
    for (const url of urls) {
      const { body, headers } = caller.open(url);
      expect(body).not.toMatch(/<script|<img/i);
      expect(body).not.toContain('\u0000');
      expect(headers['Content-Security-Policy']).toContain("default-src 'none'");
    }
  });

  it('what does not exist is 404', () => {
    const caller = new Caller();
    for (const path of [
      '/_media/videos/x.mp4',
      '/_media/looks/x.svg',
      '/videos/x',
      '/_media/%E0%A4%A/x',
      '/_media/looks/%E0%A4%A.svg',
    ]) {
      expect(caller.reply('GET', path).status).toBe(404);
    }
  });
});
