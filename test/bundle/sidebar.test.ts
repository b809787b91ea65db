import { expect, it } from 'vitest';
import type { LooksPage, Reply, SidebarCall, VoicesPage } from '../../src/app/contract.ts';
import { KEY, people, World } from './world.ts';

/** One call of the page, as `google.script.run` makes it: its value, and how many requests went to HeyGen. */
function called<Value>(
  world: World,
  name: SidebarCall,
  ...args: unknown[]
): { value: Value; fetches: number } {
  const { reply, execution } = world.emulator.serve({ functionName: name, args });
  if (!reply.ok) throw new Error(reply.error);
  const text = String(reply.value);
  expect(text).not.toContain(KEY);
  const answer: Reply<Value> = JSON.parse(text);
  if (!answer.ok) throw new Error(answer.message);
  return { value: answer.value, fetches: execution?.fetches.length ?? 0 };
}

/** Opens the sidebar and lets it load everything. Returns how many looks, voices and requests that came to. */
function opened(world: World): { looks: number; voices: number; fetches: number; first: number } {
  const start = called<{ looks: LooksPage }>(world, 'sidebarStart');
  let { fetches } = start;
  let looks = start.value.looks.looks.length;
  const first = looks;
  for (let next = start.value.looks.next; next !== null; ) {
    const page = called<LooksPage>(world, 'sidebarLooks', next);
    looks += page.value.looks.length;
    fetches += page.fetches;
    next = page.value.next;
  }
  let voices = 0;
  for (let next: string | null | undefined; next !== null; ) {
    const page = called<VoicesPage>(world, 'sidebarVoices', next ?? null);
    voices += page.value.voices.length;
    fetches += page.fetches;
    next = page.value.next;
  }
  return { looks, voices, fetches, first };
}

it('5,000 looks and 1,500 voices are loaded once: the second opening asks HeyGen nothing', () => {
  const world = new World({ looks: 5_000, voices: 1_500 });
  world.prepare(people(3));
  const first = opened(world);
  expect(first.first).toBeGreaterThan(0);
  expect([first.looks, first.voices]).toEqual([5_000, 1_500]);
  expect(first.fetches).toBeGreaterThan(100);
  expect(opened(world)).toMatchObject({ looks: 5_000, voices: 1_500, fetches: 0 });
});

it('a cache that forgets costs requests and nothing else', () => {
  const world = new World({ looks: 400, voices: 120 }, { cacheForgets: 0.3 });
  world.prepare(people(3));
  for (let opening = 0; opening < 3; opening += 1) {
    expect(opened(world)).toMatchObject({ looks: 400, voices: 120 });
  }
});

it('the sidebar renders what it showed, and nothing when the selection has changed meanwhile', () => {
  const world = new World();
  world.prepare(people(3));
  const plan = called<{ videos: number }>(world, 'sidebarPlan').value;
  expect(plan.videos).toBe(3);
  world.hands.select(world.sheet, ['A2:C3']);
  const refused = called<{ videos: number; message: string }>(world, 'sidebarRender', plan.videos).value;
  expect(refused).toMatchObject({ videos: 0, message: 'Nothing was sent and nothing was paid.' });
  expect(world.posts()).toEqual([]);
  world.selectAll();
  expect(called<{ videos: number }>(world, 'sidebarRender', 3).value.videos).toBe(3);
  world.follow();
  const progress = called<{ counts: { Done: number } }>(world, 'sidebarSync', true).value;
  expect(progress.counts.Done).toBe(3);
});

it('a look is written into the selected visible rows only', () => {
  const world = new World();
  world.prepare(people(4));
  world.hands.hideRows(world.sheet, 3);
  world.hands.select(world.sheet, ['A2:A4']);
  called(world, 'sidebarUse', { avatarId: 'Marcus_Studio_Front_public', voiceId: 'voice_en_daniel' });
  expect(world.rows().map(({ avatar_id, voice_id }) => `${avatar_id} ${voice_id}`)).toEqual([
    'Marcus_Studio_Front_public voice_en_daniel',
    'Anna_Office_Front_public ',
    'Marcus_Studio_Front_public voice_en_daniel',
    'Anna_Office_Front_public ',
  ]);
});
