import { describe, expect, it } from 'vitest';
import { Caller } from './caller.ts';

const UNTRAINED = 'Tomas_Lounge_Front_public';
const TWIN = 'Marcus_Studio_Front_public';

describe('what a look can do', () => {
  it.each([
    [{ remove_background: true }, 'remove_background'],
    [{ output_format: 'webm' }, 'output_format'],
  ])('one that was not trained for it keeps its background: %j is refused', (changes, param) => {
    expect(new Caller().create({ avatar_id: UNTRAINED, ...changes })).toMatchObject({
      status: 400,
      json: { error: { code: 'avatar_not_usable', param } },
    });
    expect(new Caller().create(changes).status).toBe(200);
    expect(new Caller().create({ avatar_id: UNTRAINED, remove_background: false }).status).toBe(200);
  });

  it('no reply says which looks were trained for it', () => {
    const { data } = new Caller().get(`/v3/avatars/looks/${UNTRAINED}`).json;
    expect(Object.keys(data ?? {}).filter((name) => /matting|background/.test(name))).toEqual([]);
  });

  it('a background is accepted without a word, and shows only where the look’s own is removed', () => {
    const caller = new Caller();
    const background = { type: 'color', value: '#00ff00' };
    caller.create({ background });
    caller.create({ background, remove_background: true });
    expect(caller.simulator.videos().map((video) => video.background)).toEqual(['', '#00ff00']);
  });

  it('a new engine is on the looks that have it, and can then be asked for', () => {
    const caller = new Caller();
    const engine = { type: 'avatar_vi' };
    const asked = (avatar_id: string) => caller.create({ avatar_id, engine });
    expect(asked(TWIN)).toMatchObject({ status: 400, json: { error: { param: 'engine.type' } } });
    caller.simulator.set({ newEngines: ['avatar_vi'] });
    expect(caller.get(`/v3/avatars/looks/${TWIN}`).json.data?.supported_api_engines).toContain('avatar_vi');
    expect(asked(TWIN).status).toBe(200);
    expect(asked('Anna_Office_Front_public').json.error?.code).toBe('avatar_not_usable');
  });

  it('only avatar_v takes a look as its reference', () => {
    const caller = new Caller();
    const engine = (type: string) => ({ type, reference_look_id: TWIN });
    expect(caller.create({ avatar_id: TWIN, engine: engine('avatar_v') }).status).toBe(200);
    expect(caller.create({ engine: engine('avatar_iv') }).json.error?.param).toBe('engine.reference_look_id');
  });
});
