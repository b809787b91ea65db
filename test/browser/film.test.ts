import { chromium } from 'playwright-core';
import { expect, test } from 'vitest';
import { startSimulatorServer } from '../../src/simulator/server.ts';
import { launchOptions } from './browser.ts';

/** What a `<video>` on a page makes of an address: its length and size, and whether it jumps and plays. */
const WATCH = `(url) => new Promise((resolve, reject) => {
  const video = document.createElement('video');
  video.muted = true;
  video.onerror = () => reject(new Error(video.error.message));
  video.onloadedmetadata = () => { video.currentTime = 5; };
  video.onseeked = () => { void video.play(); };
  video.ontimeupdate = () => {
    if (video.currentTime < 5.3 || video.seeking) return;
    const { duration, videoWidth, videoHeight, webkitAudioDecodedByteCount: sound } = video;
    resolve({ duration, videoWidth, videoHeight, sound: sound > 0 });
  };
  video.src = url;
})`;

test('a simulated video plays in the browser, with sound, and can be jumped within', async () => {
  const server = await startSimulatorServer();
  const browser = await chromium.launch(launchOptions());
  try {
    const page = await browser.newPage();
    const ask = async (method: string, path: string, now: number, body?: object): Promise<string> => {
      const response = await fetch(`${server.url}${path}`, {
        method,
        headers: { 'X-Api-Key': 'k', 'x-emulated-now': String(now) },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
      return response.text();
    };
    let now = 1_790_000_000_000;
    for (const output_format of ['mp4', 'webm']) {
      const made = await ask('POST', '/v3/videos', now, {
        type: 'avatar',
        avatar_id: 'Anna_Office_Front_public',
        script: 'a'.repeat(14 * 8),
        output_format,
      });
      const path = `/v3/videos/${JSON.parse(made).data.video_id}`;
      now += 900_000;
      const video = JSON.parse(await ask('GET', path, now)).data;
      await page.goto(`${server.url}/videos/${video.id}`);
      const seen = await page.evaluate(`(${WATCH})(${JSON.stringify(video.video_url)})`);
      expect(seen).toEqual({ duration: 8, videoWidth: 320, videoHeight: 180, sound: true });
    }
  } finally {
    await browser.close();
    await server.close();
  }
}, 120_000);
