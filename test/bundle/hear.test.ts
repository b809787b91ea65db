import { describe, expect, it } from 'vitest';
import type { SimulatorChoices } from '../../src/simulator/options.ts';
import { called } from './page-calls.ts';
import { MINUTE, World } from './world.ts';

const PATH = '/v3/voices/speech';
const SARA = 'voice_en_sara';
const LOOK = 'Anna_Office_Front_public';

function worldWith(cells: Readonly<Record<string, string>>, heygen: SimulatorChoices = {}): World {
  const world = new World(heygen);
  world.prepare([Object.keys(cells), Object.values(cells)]);
  return world;
}

const greeting = (heygen: SimulatorChoices = {}): World =>
  worldWith(
    { first_name: 'Siobhán', script: 'Hello <<first_name>>, how are you?', voice_id: SARA, avatar_id: LOOK },
    heygen,
  );

function rowOf(world: World) {
  const { row } = called(world, 'sidebarRow', 0).value;
  if (row === null) throw new Error('The cursor is in no filled row.');
  return row;
}

function hear(world: World, again: 'no' | 'unheard' | 'all' = 'no') {
  return called(world, 'sidebarHear', 2, rowOf(world).hearing?.print ?? '', again).value;
}

const asked = (world: World) => world.posts().filter(({ path }) => path === PATH);
const spent = (world: World): number => world.simulator.accounts()[0]?.spent ?? 0;

describe('the words of a row are heard before its video is paid for', () => {
  it('in its voice, with its settings, and their exact length replaces the estimate of row and run', () => {
    const world = worldWith({
      script: 'a'.repeat(140),
      voice_id: SARA,
      speed: '0.8',
      locale: 'en-GB',
      avatar_id: LOOK,
    });
    const before = rowOf(world);
    expect(before.hearing?.unheard).toBeCloseTo(12.5);
    const { heard, sheet } = hear(world);
    expect(heard).toMatchObject({ kind: 'heard', urls: [expect.stringMatching(/^https?:.*\.wav$/)] });
    expect(JSON.parse(asked(world)[0]?.body ?? '')).toEqual({
      text: 'a'.repeat(140),
      voice_id: SARA,
      locale: 'en-GB',
      speed: 0.8,
    });
    expect(sheet.row).toMatchObject({ seconds: 12.5, hearing: { seconds: 12.5, unheard: 0 } });
    world.hands.type(world.sheet, 2, 1, 'b'.repeat(140));
    expect(rowOf(world).hearing?.unheard).toBeCloseTo(12.5);
  });

  it('and what HeyGen says of the length counts, not what was guessed', () => {
    const world = worldWith({ script: 'Hi.', voice_id: SARA, avatar_id: LOOK });
    expect(called(world, 'sidebarPlan').value.seconds).toBeCloseTo(3 / 14);
    hear(world);
    // HeyGen makes no sound of less than a second.
    expect(called(world, 'sidebarPlan').value.seconds).toBe(1);
    expect(rowOf(world).seconds).toBe(1);
  });

  it('also where the avatar speaks with its own voice, and a pause is a pause', () => {
    const world = worldWith({ script: 'Salt & <break time="1.5s"/> pepper', avatar_id: LOOK });
    expect(hear(world).heard.kind).toBe('heard');
    expect(JSON.parse(asked(world)[0]?.body ?? '')).toMatchObject({
      text: '<speak>Salt &amp; <break time="1.5s"/> pepper</speak>',
      input_type: 'ssml',
    });
    expect(rowOf(world).hearing?.unheard).toBe(0);
  });

  it('scene by scene, each in its voice, and a scene that was heard is not paid for with its neighbours', () => {
    const script = `Hello.\n---\n[voice: voice_en_daniel]\nI am Daniel.`;
    const world = worldWith({ script, voice_id: SARA, avatar_id: LOOK });
    const { heard } = hear(world);
    expect(heard.kind === 'heard' && heard.urls.length).toBe(2);
    world.hands.type(world.sheet, 2, 1, script.replace('Hello', 'Good morning'));
    hear(world);
    expect(asked(world).map(({ body }) => JSON.parse(body).text)).toEqual([
      'Hello.',
      'I am Daniel.',
      'Good morning.',
    ]);
  });
});

describe('the same words are paid for once', () => {
  it('however often they are heard, in another row too, and by another press at any moment', () => {
    const world = greeting();
    const first = hear(world);
    expect(hear(world).heard).toEqual(first.heard);
    expect(asked(world)).toHaveLength(1);
    const call = { functionName: 'sidebarHear', kind: 'sidebar' } as const;
    const start = greeting();
    const args = [2, rowOf(start).hearing?.print ?? ''];
    for (let turn = 0; turn < 30; turn += 3) {
      const pair = start.copy();
      pair.emulator.interleave(
        [
          { ...call, args },
          { ...call, args },
        ],
        (step) => (step < turn ? 0 : 1),
      );
      expect({ turn, asked: asked(pair).length }).toEqual({ turn, asked: 1 });
    }
  });

  it('a lost answer is told, and only the user pays again: with the same key, so perhaps not even then', () => {
    const world = greeting({ faults: [{ when: { method: 'POST', path: PATH, nth: 1 }, do: 'cut-after' }] });
    const lost = hear(world).heard;
    expect(lost).toMatchObject({
      kind: 'paid',
      // Nothing of the advice that would fit a row's video.
      message: expect.stringMatching(/^HeyGen’s answer .*may have been charged already.* once more\.$/),
    });
    const paid = spent(world);
    expect(paid).toBeGreaterThan(0);
    expect(hear(world).heard.kind).toBe('paid');
    expect(asked(world)).toHaveLength(1);
    expect(hear(world, 'unheard').heard.kind).toBe('heard');
    expect(asked(world).map(({ key }) => key)[1]).toBe(asked(world)[0]?.key);
    expect(spent(world)).toBe(paid);
  });

  it('killed at any call, also between the POST and the keeping of its answer: never paid a second time in silence', () => {
    const start = greeting();
    const call = { functionName: 'sidebarHear', args: [2, rowOf(start).hearing?.print ?? ''] };
    const calls = start.copy().emulator.serve(call).execution?.counts.total ?? 0;
    expect(calls).toBeGreaterThan(5);
    for (let killAtCall = 1; killAtCall <= calls; killAtCall += 1) {
      const world = start.copy();
      world.emulator.serve(call, { killAtCall });
      const before = asked(world).length;
      world.emulator.clock.moveTo(world.now + 8 * MINUTE);
      const { heard } = hear(world);
      if (before > 0) expect({ killAtCall, sent: asked(world).length }).toEqual({ killAtCall, sent: 1 });
      if (heard.kind !== 'heard') expect(heard.message).toContain('may have been charged already');
    }
  });

  it('a press while the first is under way pays nothing and says so', () => {
    const world = greeting();
    const args = [2, rowOf(world).hearing?.print ?? ''];
    const call = { functionName: 'sidebarHear', args };
    const { calls = [] } = world.emulator.serve(call).execution ?? {};
    const posted = calls.map(({ service }) => service).lastIndexOf('fetch');
    const other = greeting();
    rowOf(other);
    other.emulator.serve(call, { killAtCall: posted + 2 });
    expect(asked(other)).toHaveLength(1);
    expect(() => hear(other)).toThrow(/are being spoken at this moment/);
    expect(asked(other)).toHaveLength(1);
  });
});

describe('where it cannot be heard', () => {
  const refused = (status: number, code: string): SimulatorChoices => ({
    faults: [{ when: { method: 'POST', path: PATH }, do: 'refuse', status, code }],
  });

  it.each([
    [403, 'voice_not_usable'],
    [402, 'plan_upgrade_required'],
    [404, 'resource_not_found'],
  ])('HTTP %i %s says so, costs nothing, and a sample is offered', (status, code) => {
    const world = greeting(refused(status, code));
    const { heard } = hear(world);
    expect(heard).toMatchObject({ kind: 'no-speech', message: expect.stringContaining('Nothing was paid') });
    expect(spent(world)).toBe(0);
  });

  it('no credit is said in words, and is no lost answer', () => {
    const world = greeting({ credit: 0.0001 });
    expect(() => hear(world)).toThrow(/credit/);
    expect(() => hear(world)).toThrow(/credit/);
    expect(asked(world)).toHaveLength(2);
  });

  it('HeyGen down: asked once, told, and not asked again in silence', () => {
    const world = greeting({
      faults: [
        { when: { method: 'POST', path: PATH }, do: 'refuse', status: 503, code: 'service_unavailable' },
      ],
    });
    expect(hear(world).heard.kind).toBe('paid');
    expect(hear(world).heard.kind).toBe('paid');
    expect(asked(world)).toHaveLength(1);
  });

  it('a row whose words have changed since the page showed them is not paid for', () => {
    const world = greeting();
    const print = rowOf(world).hearing?.print ?? '';
    world.hands.type(world.sheet, 2, 1, 'Seán');
    expect(() => called(world, 'sidebarHear', 2, print)).toThrow(/says other words now/);
    expect(asked(world)).toHaveLength(0);
  });

  it('a recording, a prompt and a row with issues offer nothing', () => {
    expect(rowOf(worldWith({ audio_url: 'https://example.com/a.mp3', avatar_id: LOOK })).hearing).toBeNull();
    expect(rowOf(worldWith({ prompt: 'A walk', avatar_id: LOOK })).hearing).toBeNull();
    expect(rowOf(worldWith({ script: 'Hi <<nobody>>', avatar_id: LOOK })).hearing).toBeNull();
  });
});

describe('from the menu', () => {
  const dialogs = (world: World) => world.emulator.ui.dialogs();

  it('the words and the price come first, then the address and the exact length; the second time costs nothing', () => {
    const world = greeting();
    world.menu('hearSelectedRow');
    const [question, answer] = dialogs(world).slice(-2);
    expect(question).toMatchObject({ title: 'Hear row 2?' });
    expect(question?.message).toContain('“Hello Siobhán, how are you?”');
    expect(question?.message).toContain('HeyGen charges less than $0.01 for these words, about 2 s.');
    expect(answer?.message).toMatch(/They take 2 s\..*\.wav/s);
    const paid = spent(world);
    expect(paid).toBeGreaterThan(0);
    world.menu('hearSelectedRow');
    expect(dialogs(world).slice(-2)[0]?.message).toContain('To hear them again costs nothing.');
    expect(world.told()).toMatch(/\.wav/);
    expect(asked(world)).toHaveLength(1);
    expect(spent(world)).toBe(paid);
  });

  it('No pays nothing, and neither does a press in the header or with the key missing', () => {
    const world = greeting();
    world.answer = () => ({ button: 'NO' });
    world.menu('hearSelectedRow');
    expect(world.told()).toContain('Nothing was sent and nothing was paid.');
    world.hands.select(world.sheet, ['A1']);
    world.menu('hearSelectedRow');
    expect(world.told()).toContain('Then put the cursor in the row to hear.');
    expect(asked(world)).toEqual([]);
  });

  it('a voice without speech says so, and the row becomes a sample after its price', () => {
    const world = greeting({
      faults: [{ when: { method: 'POST', path: PATH }, do: 'refuse', status: 403, code: 'voice_not_usable' }],
    });
    world.menu('hearSelectedRow');
    const said = dialogs(world).map(({ title, message }) => `${title} ${message}`);
    expect(said.slice(-2)[0]).toMatch(/^Row 2 cannot be heard .*Nothing was paid.*as a sample instead/s);
    expect(said.slice(-1)[0]).toMatch(/^Render a sample of 1 video\?.*Row 2.*paid for: about/s);
    world.follow();
    expect(world.rows()[0]?.status).toBe('Done');
  });

  it('a lost answer is asked for again only after a Yes, with the same key', () => {
    const world = greeting({ faults: [{ when: { method: 'POST', path: PATH, nth: 1 }, do: 'cut-after' }] });
    const usual = world.answer;
    world.answer = (dialog) => (dialog.title === 'Ask once more?' ? { button: 'NO' } : usual(dialog));
    world.menu('hearSelectedRow');
    expect(world.told()).toContain('HeyGen was not asked again.');
    expect(asked(world)).toHaveLength(1);
    const paid = spent(world);
    world.answer = usual;
    world.menu('hearSelectedRow');
    expect(world.told()).toMatch(/\.wav/);
    expect(new Set(asked(world).map(({ key }) => key)).size).toBe(1);
    expect(spent(world)).toBe(paid);
  });
});
