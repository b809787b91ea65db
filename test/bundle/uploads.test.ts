import { describe, expect, it } from 'vitest';
import type { Reply, Uploaded } from '../../src/app/sidebar/contract.ts';
import type { PageFile } from '../../src/emulator/page-form.ts';
import { called, renderedByPage, usedByPage } from './page-calls.ts';
import { KEY, World } from './world.ts';

const PNG = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/** Passes the page's form with one file to the add-on. */
function upload(world: World, file: Partial<PageFile> = {}): Reply<Uploaded> {
  const { reply } = world.emulator.serve({
    functionName: 'sidebarUpload',
    args: [],
    form: { file: { name: 'face.png', type: 'image/png', bytes: PNG, ...file } },
  });
  if (!reply.ok) throw new Error(reply.error);
  expect(String(reply.value)).not.toContain(KEY);
  return JSON.parse(String(reply.value));
}

const posts = (world: World) => world.posts().filter(({ path }) => path === '/v3/assets');

describe('a file of the user’s', () => {
  it('is uploaded, written into a row as asset:<id>, and speaks in its video', () => {
    const world = new World();
    world.prepare([
      ['script', 'voice_id'],
      ['Hello from a picture.', 'voice_en_daniel'],
    ]);
    const reply = upload(world);
    if (!reply.ok) throw new Error(reply.message);
    const { assetId, name, kind, url } = reply.value;
    expect({ name, kind }).toEqual({ name: 'face.png', kind: 'image' });
    expect(url).toMatch(/^https:/);
    usedByPage(world, { image: `asset:${assetId}` });
    expect(called(world, 'sidebarRow', 0).value.row).toMatchObject({
      mode: 'image',
      image: `asset:${assetId}`,
      issues: [],
    });
    renderedByPage(world);
    world.follow();
    expect(world.statuses()).toEqual(['Done']);
    expect(posts(world)).toHaveLength(1);
  });

  it.each([
    ['voice.mp3', '', 'audio', 'ID3'],
    ['clip.webm', 'video/webm', 'video', '\u001aE\u00df\u00a3'],
    ['words.srt', '', 'other', '1\n00:00:00,000 --> 00:00:02,000\nHello'],
    ['deck.pdf', 'application/pdf', 'other', '%PDF-1.7'],
  ])('%s is recognised, also when the browser tells no type', (name, type, kind, content) => {
    const world = new World();
    world.menu('setHeyGenKey');
    const bytes = Buffer.from(content, 'latin1');
    expect(upload(world, { name, type, bytes })).toMatchObject({ ok: true, value: { name, kind } });
  });

  it.each([
    ['no file', { name: '', type: '', bytes: new Uint8Array() }, 'No file was chosen.'],
    ['a webp', { name: 'face.webp' }, 'cannot be uploaded. HeyGen accepts pictures as png or jpg'],
  ])('%s is told before anything is sent', (_, file, sentence) => {
    const world = new World();
    world.menu('setHeyGenKey');
    expect(upload(world, file)).toMatchObject({ ok: false, message: expect.stringContaining(sentence) });
    expect(posts(world)).toEqual([]);
  });

  it.each([
    ['cut-after', 'HeyGen’s answer was lost, so "face.png" may or may not be', 1],
    ['500', 'at worst the file is there twice', 1],
    // A refused key is believed the second time.
    ['401', 'HeyGen does not accept this API key', 2],
    ['429', 'Try again in', 1],
  ] as const)('whose upload ends in %s is not sent again by itself', (fault, sentence, times) => {
    const world = new World();
    world.menu('setHeyGenKey');
    world.simulator.set({ faults: [{ when: { pathStartsWith: '/v3/assets' }, do: fault, times }] });
    expect(upload(world)).toMatchObject({ ok: false, message: expect.stringContaining(sentence) });
    expect(posts(world)).toHaveLength(times);
    expect(upload(world).ok).toBe(true);
  });

  it('that HeyGen finds empty or too large is told in words about files', () => {
    const world = new World();
    world.menu('setHeyGenKey');
    expect(upload(world, { bytes: new Uint8Array() })).toMatchObject({
      ok: false,
      message: expect.stringMatching(/^HeyGen refused "face.png" \(invalid_parameter\).*HeyGen says:/),
    });
    expect(upload(world, { bytes: new Uint8Array(33 * 1024 * 1024) })).toMatchObject({
      ok: false,
      message: expect.stringContaining('is too large. HeyGen accepts up to 32 MB'),
    });
  });

  it('needs a key', () => {
    expect(upload(new World())).toEqual({ ok: false, message: 'Connect to HeyGen first.' });
  });
});
