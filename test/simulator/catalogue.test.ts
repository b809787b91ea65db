import { describe, expect, it } from 'vitest';
import { Caller, type Wire } from './caller.ts';

function all(caller: Caller, path: string, limit: number): Wire[] {
  const found: Wire[] = [];
  for (let token = ''; ; ) {
    const { json } = caller.get(`${path}${path.includes('?') ? '&' : '?'}limit=${limit}&token=${token}`);
    found.push(...(json.data ?? []));
    token = json.next_token ?? '';
    if (token === '') return found;
  }
}

describe('the catalogue', () => {
  it('holds the looks and voices that the examples name', () => {
    const caller = new Caller({ looks: 0, voices: 0 });
    for (const id of [
      'Anna_Office_Front_public',
      'Marcus_Studio_Front_public',
      'Priya_Outdoor_Side_public',
      'Tomas_Lounge_Front_public',
    ]) {
      expect(caller.create({ avatar_id: id }).status).toBe(200);
    }
    for (const id of ['voice_en_sara', 'voice_en_daniel', 'voice_es_lucia', 'voice_de_jonas']) {
      expect(caller.get(`/v3/voices/${id}`).json.data?.voice_id).toBe(id);
    }
  });

  it('has about 60 looks of every type, public and private, and 40 voices, all different', () => {
    const caller = new Caller();
    const looks = all(caller, '/v3/avatars/looks', 50);
    expect(looks).toHaveLength(60);
    expect(new Set(looks.map(({ id }) => id)).size).toBe(60);
    const kinds = ['studio_avatar', 'digital_twin', 'photo_avatar'].map(
      (type) => all(caller, `/v3/avatars/looks?avatar_type=${type}`, 50).length,
    );
    expect(Math.min(...kinds)).toBeGreaterThan(5);
    expect(kinds.reduce((sum, kind) => sum + kind)).toBe(60);
    const owned = ['public', 'private'].map(
      (ownership) => all(caller, `/v3/avatars/looks?ownership=${ownership}`, 50).length,
    );
    expect(owned).toEqual([48, 12]);
    const voices = ['public', 'private'].map((type) => all(caller, `/v3/voices?type=${type}`, 100).length);
    expect(voices).toEqual([38, 2]);
  });

  it('scales to thousands without repeating an id', () => {
    const caller = new Caller({ looks: 5000, voices: 1500 });
    const looks = all(caller, '/v3/avatars/looks', 50);
    expect(new Set(looks.map(({ id }) => id)).size).toBe(5000);
    const voices = [
      ...all(caller, '/v3/voices?type=public', 100),
      ...all(caller, '/v3/voices?type=private', 100),
    ];
    expect(new Set(voices.map(({ voice_id }) => voice_id)).size).toBe(1500);
  });

  it('is the same for the same seed', () => {
    const ids = (seed: number): unknown[] =>
      all(new Caller({ seed }), '/v3/avatars/looks', 50).map(({ id }) => id);
    expect(ids(7)).toEqual(ids(7));
    expect(ids(7)).not.toEqual(ids(8));
  });

  it('is refused beyond the page sizes, and filtered by unknown words', () => {
    const caller = new Caller();
    expect(caller.get('/v3/avatars/looks?limit=51').json.error?.param).toBe('limit');
    expect(caller.get('/v3/avatars?limit=51').status).toBe(400);
    expect(caller.get('/v3/voices?limit=101').status).toBe(400);
    expect(caller.get('/v3/avatars/looks?ownership=mine').json.error?.param).toBe('ownership');
  });

  it('filters voices by language, gender and engine', () => {
    const caller = new Caller();
    const spanish = all(caller, '/v3/voices?language=spanish&gender=female', 100);
    expect(spanish.map(({ voice_id }) => voice_id)).toContain('voice_es_lucia');
    expect(all(caller, '/v3/voices?engine=starfish', 100).length).toBeLessThan(38);
  });

  it('groups its looks', () => {
    const caller = new Caller();
    const groups = all(caller, '/v3/avatars', 50);
    const members = groups.map(({ id }) => all(caller, `/v3/avatars/looks?group_id=${id}`, 50).length);
    expect(members.reduce((sum, count) => sum + count)).toBe(60);
    expect(caller.get(`/v3/avatars/${groups[0]?.id}`).json.data?.name).toBe('Anna');
  });

  it('has looks that cannot be used yet', () => {
    const caller = new Caller();
    const codes = all(caller, '/v3/avatars/looks?ownership=private', 50).map(
      ({ id }) => caller.create({ avatar_id: id }).json.error?.code,
    );
    expect(codes).toContain('avatar_consent_required');
    expect(codes).toContain('avatar_not_usable');
  });

  it('has hostile names only when asked for', () => {
    const hostile = (hostileNames: boolean): boolean =>
      all(new Caller({ hostileNames }), '/v3/avatars/looks', 50).some(({ name }) =>
        name?.includes('onerror'),
      );
    expect([hostile(false), hostile(true)]).toEqual([false, true]);
  });
});

describe('templates', () => {
  it('speak their scenes with the variables filled, once per key', () => {
    const caller = new Caller();
    const [template] = caller.get('/v3/templates').json.data ?? [];
    const path = `/v3/templates/${template?.id}`;
    const body = { title: 'T', variables: { first_name: { type: 'text', content: 'Zoë' } } };
    const first = caller.call('POST', path, body, { 'Idempotency-Key': 'k' });
    expect(first.json.data).toMatchObject({ status: 'pending', title: 'T' });
    caller.call('POST', path, body, { 'Idempotency-Key': 'k' });
    expect(caller.simulator.videos().map(({ script }) => script)).toEqual([
      'Hello Zoë, welcome!\nHere is how Acme Tea saves you an hour a day.',
    ]);
  });

  it('refuse variables, scenes and fields that they do not have', () => {
    const caller = new Caller();
    const [template] = caller.get('/v3/templates').json.data ?? [];
    const param = (body: object): string | undefined =>
      caller.call('POST', `/v3/templates/${template?.id}`, body).json.error?.param;
    expect(param({ variables: { nobody: { type: 'text', content: '' } } })).toBe('variables.nobody');
    expect(param({ variables: { first_name: 'Ana' } })).toBe('variables.first_name');
    expect(param({ variables: {}, scene_ids: ['scene_9'] })).toBe('scene_ids');
    expect(param({ variables: {}, test: true })).toBe('test');
    expect(caller.call('POST', '/v3/templates/none', { variables: {} }).json.error?.code).toBe(
      'template_not_found',
    );
  });
});

describe('a template with files in it', () => {
  const generate = (variables: object) => {
    const caller = new Caller();
    const tour = caller.get('/v3/templates').json.data?.find(({ name }) => name === 'Product tour');
    return caller.call('POST', `/v3/templates/${tour?.id}`, { variables });
  };

  it('shows the kind of each of its variables', () => {
    const caller = new Caller();
    const tour = caller.get('/v3/templates').json.data?.find(({ name }) => name === 'Product tour');
    const { data } = caller.get(`/v3/templates/${tour?.id}`).json;
    expect(data).toMatchObject({
      variables: {
        product: { type: 'text' },
        picture: { type: 'image' },
        clip: { type: 'video' },
        jingle: { type: 'audio' },
        narrator: { type: 'voice' },
      },
    });
  });

  it.each([
    ['picture', 'image', 'https://example.com/a.webp'],
    ['clip', 'video', 'https://example.com/a.mp4'],
    ['jingle', 'audio', 'https://example.com/a.mp3'],
  ])('takes an address or an upload as its %s', (name, type, url) => {
    const status = (value: object) => generate({ [name]: { type, ...value } }).status;
    expect(status({ url })).toBe(200);
    expect(status({ asset_id: 'tea_garden_01' })).toBe(200);
    expect(status({ asset_id: 'nobody_has_it' })).toBe(404);
    expect(status({ url, asset_id: 'tea_garden_01' })).toBe(400);
    expect(status({})).toBe(400);
    expect(status({ url, content: 'x' })).toBe(400);
    expect(status({ url: 'https://example.com/a.exe' })).toBe(400);
    expect(generate({ [name]: { type: 'text', content: 'x' } }).json.error?.param).toBe(
      `variables.${name}.type`,
    );
  });
});

describe('assets', () => {
  const upload = (name: string, content: string): [string, Record<string, string>] => [
    `--b0\r\nContent-Disposition: form-data; name="file"; filename="${name}"\r\nContent-Type: image/png\r\n\r\n${content}\r\n--b0--\r\n`,
    { 'Content-Type': 'multipart/form-data; boundary=b0' },
  ];

  const PNG = '\u0089PNG\r\n\u001a\n';

  it('are uploaded, listed, opened and used as a background', () => {
    const caller = new Caller();
    const { json } = caller.call('POST', '/v3/assets', ...upload('wall.png', `${PNG}\u00ff\u0000`));
    const id = json.data?.asset_id;
    expect(caller.get('/v3/assets?username=local').json.data).toMatchObject([
      { id, name: 'wall.png', type: 'image' },
    ]);
    const file = caller.open(json.data?.url);
    expect(file.headers['Content-Type']).toBe('image/png');
    expect(Buffer.from(file.body).toString('latin1')).toBe(`${PNG}\u00ff\u0000`);
    caller.wait(5);
    expect(caller.create({ background: { type: 'image', asset_id: id } }).status).toBe(200);
  });

  it('may have 32 MB and no byte more', () => {
    const caller = new Caller();
    const status = (size: number) =>
      caller.call('POST', '/v3/assets', ...upload('film.mp4', `\0\0\0\u0018ftyp${'x'.repeat(size - 8)}`))
        .status;
    expect(status(32 * 1024 * 1024)).toBe(200);
    expect(status(32 * 1024 * 1024 + 1)).toBe(413);
  });

  it('are refused without a file and of other types', () => {
    const caller = new Caller();
    expect(caller.call('POST', '/v3/assets', {}).json.error?.param).toBe('file');
    for (const content of ['<p>', '', 'GIF89a', 'RIFF\0\0\0\0WEBPVP8 ']) {
      expect(caller.call('POST', '/v3/assets', ...upload('wall.png', content)).status).toBe(400);
    }
  });

  it.each([
    ['image/png', PNG],
    ['image/jpeg', '\u00ff\u00d8\u00ff\u00e0'],
    ['video/mp4', '\0\0\0\u0018ftypisom'],
    ['video/webm', '\u001aE\u00df\u00a3'],
    ['audio/mpeg', 'ID3\u0004'],
    ['audio/mpeg', '\u00ff\u00fb\u0090'],
    ['audio/wav', 'RIFF\u0024\0\0\0WAVEfmt '],
    ['application/pdf', '%PDF-1.7'],
    ['application/x-subrip', '1\r\n00:00:00,000 --> 00:00:02,000\r\nHello'],
  ])('are %s by their first bytes, whatever their name says', (mime_type, content) => {
    const reply = new Caller().call('POST', '/v3/assets', ...upload('anything.gif', content));
    expect(reply.json.data).toMatchObject({ mime_type, size_bytes: content.length });
  });
});
