import { describe, expect, it } from 'vitest';
import { avatarBody, Caller } from './caller.ts';

function made(caller: Caller, changes: object = {}, key?: string): string {
  const headers: Record<string, string> = key === undefined ? {} : { 'Idempotency-Key': key };
  return (
    caller.call('POST', '/v3/folders', { name: 'Spring', ...changes }, headers).json.data?.folder_id ?? ''
  );
}

const anyVideos = (): Record<string, unknown>[] => {
  const image = { type: 'url', url: 'https://a.example/face.jpg' };
  const input = { type: 'avatar', avatar_id: 'Anna_Office_Front_public', script: 'One.' };
  return [
    avatarBody(),
    { type: 'image', image, script: 'Hi.', voice_id: 'voice_en_sara' },
    { type: 'cinematic_avatar', avatar_id: ['Anna_Office_Front_public'], prompt: 'She walks.' },
    { type: 'studio', scenes: [{ type: 'avatar_video', input }] },
  ];
};

describe('folders', () => {
  it('are made once per key, inside of each other, and read again', () => {
    const caller = new Caller();
    const outer = made(caller, {}, 'k');
    expect(made(caller, {}, 'k')).toBe(outer);
    expect(made(caller)).not.toBe(outer);
    const inner = made(caller, { name: 'March', parent_id: outer, type: 'video' });
    expect(caller.get(`/v3/folders/${inner}`).json.data).toMatchObject({
      folder_id: inner,
      name: 'March',
      type: 'video',
      parent_id: outer,
      is_trash: false,
    });
    expect(caller.get(`/v3/folders/${outer}`).json.data).not.toHaveProperty('parent_id');
    expect(caller.get('/v3/folders/folder_spring_campaign').status).toBe(200);
  });

  it.each([
    [{ name: '' }, 400, 'name'],
    [{ name: 'x'.repeat(257) }, 400, 'name'],
    [{ name: 'x', colour: 'red' }, 400, 'colour'],
    [{ name: 'x', type: 'asset' }, 400, 'type'],
    [{ name: 'x', parent_id: 'nobody' }, 404, 'parent_id'],
  ])('are refused when they make no sense: %j', (body, status, param) => {
    expect(new Caller().call('POST', '/v3/folders', body)).toMatchObject({
      status,
      json: { error: { param } },
    });
  });

  it('belong to one account, and survive a restart', () => {
    const caller = new Caller({ keys: { 'key-1': 'ann', 'key-2': 'bob' } });
    const folder = made(caller);
    const again = new Caller({ keys: { 'key-1': 'ann', 'key-2': 'bob' } });
    expect(again.simulator.restore(caller.simulator.snapshot()).ok).toBe(true);
    expect(again.get(`/v3/folders/${folder}`).status).toBe(200);
    again.key = 'key-2';
    expect(again.get(`/v3/folders/${folder}`).status).toBe(404);
    expect(again.create({ folder_id: folder }).status).toBe(404);
  });

  it('take single videos of every kind, which the list then finds in them', () => {
    const caller = new Caller();
    const folder = made(caller);
    for (const video of anyVideos()) {
      expect(caller.call('POST', '/v3/videos', { ...video, folder_id: folder }).status).toBe(200);
      expect(caller.call('POST', '/v3/videos', { ...video, folder_id: '' }).status).toBe(200);
      const lost = caller.call('POST', '/v3/videos', { ...video, folder_id: 'nobody' });
      expect(lost).toMatchObject({ status: 404, json: { error: { param: 'folder_id' } } });
    }
    expect(caller.get(`/v3/videos?folder_id=${folder}`).json.data).toHaveLength(4);
    expect(caller.get('/v3/videos').json.data).toHaveLength(8);
  });

  it('take a batch as a whole, and none of its items', () => {
    const caller = new Caller();
    const folder = made(caller);
    const batch = (folder_id: string, videos: object[]) =>
      caller.call('POST', '/v3/videos/batches', { folder_id, videos });
    expect(batch('nobody', [avatarBody()]).status).toBe(404);
    const { json } = batch(folder, [avatarBody(), avatarBody({ folder_id: folder })]);
    caller.wait(10);
    const { data } = caller.get(`/v3/videos/statuses?batch_ids=${json.data?.batch_id}`).json;
    expect(data?.map(({ status }) => status)).toEqual(['processing', 'failed']);
    expect(data?.[1]?.error?.message).toBe('folder_id: Extra inputs are not permitted');
    expect(caller.get(`/v3/videos?folder_id=${folder}`).json.data).toEqual([]);
    caller.simulator.set({ batchesRefusedWhole: true });
    expect(batch(folder, [avatarBody({ folder_id: folder })]).json.error?.param).toBe('videos.0.folder_id');
  });
});

describe('brand glossaries', () => {
  it('are listed, and taken by whatever is spoken from a script', () => {
    const caller = new Caller();
    const ids = caller.get('/v3/brand-glossaries').json.data?.map(({ brand_glossary_id: id }) => id);
    expect(ids).toContain('glossary_products');
    const status = (video: object, brand_glossary_id: string): number =>
      caller.call('POST', '/v3/videos', { ...video, brand_glossary_id }).status;
    expect(anyVideos().map((video) => status(video, 'glossary_people'))).toEqual([200, 200, 400, 200]);
    expect(anyVideos().map((video) => status(video, 'nobody'))).toEqual([404, 404, 400, 404]);
  });

  it('are named once for a video of scenes, not in a scene', () => {
    const input = { type: 'avatar', avatar_id: 'Anna_Office_Front_public', script: 'One.' };
    const scenes = [{ type: 'avatar_video', input: { ...input, brand_glossary_id: 'glossary_people' } }];
    const refused = new Caller().call('POST', '/v3/videos', { type: 'studio', scenes });
    expect(refused.json.error?.param).toBe('scenes.0.input.brand_glossary_id');
  });
});
