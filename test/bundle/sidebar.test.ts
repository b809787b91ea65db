import { expect, it } from 'vitest';
import { called, renderedByPage, usedByPage } from './page-calls.ts';
import { MINUTE, people, World } from './world.ts';

/** Opens the sidebar and lets it load everything. Returns how many looks, voices and requests that came to. */
function opened(world: World): { looks: number; voices: number; fetches: number; first: number } {
  const start = called(world, 'sidebarStart');
  let { fetches } = start;
  let looks = start.value.looks?.looks.length ?? 0;
  const first = looks;
  for (let next = start.value.looks?.next ?? null; next !== null; ) {
    const page = called(world, 'sidebarLooks', next);
    looks += page.value.looks.length;
    fetches += page.fetches;
    next = page.value.next;
  }
  let voices = 0;
  for (let next: string | null | undefined; next !== null; ) {
    const page = called(world, 'sidebarVoices', next ?? null);
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
  const plan = called(world, 'sidebarPlan').value;
  expect(plan.videos).toBe(3);
  world.hands.select(world.sheet, ['A2:C3']);
  const refused = called(world, 'sidebarRender', plan.runPrint).value;
  expect(refused.videos).toBe(0);
  expect(refused.message).toContain('have changed since they were counted');
  expect(world.posts()).toEqual([]);
  world.selectAll();
  expect(renderedByPage(world).value.videos).toBe(3);
  world.follow();
  const progress = called(world, 'sidebarSync', true).value;
  expect(progress.counts.Done).toBe(3);
});

it('a look is written into the selected visible rows only', () => {
  const world = new World();
  world.prepare(people(4));
  world.hands.hideRows(world.sheet, 3);
  world.hands.select(world.sheet, ['A2:A4']);
  usedByPage(world, { avatar_id: 'Marcus_Studio_Front_public', voice_id: 'voice_en_daniel' });
  expect(world.rows().map(({ avatar_id, voice_id }) => `${avatar_id} ${voice_id}`)).toEqual([
    'Marcus_Studio_Front_public voice_en_daniel',
    'Anna_Office_Front_public ',
    'Marcus_Studio_Front_public voice_en_daniel',
    'Anna_Office_Front_public ',
  ]);
});

it('a choice goes into the rows that the button named: with more rows selected, or others, nothing is written', () => {
  const world = new World();
  world.prepare(people(4));
  world.hands.select(world.sheet, ['A3:C3']);
  const { rowsPrint, selectedRows } = called(world, 'sidebarRow', 0).value;
  expect(selectedRows).toBe(1);
  const before = world.hands.displayValues(world.sheet);
  for (const others of ['A2:C5', 'A4:C4']) {
    world.hands.select(world.sheet, [others]);
    const { rows, message } = called(world, 'sidebarUse', { voice_id: 'voice_en_daniel' }, rowsPrint).value;
    expect([rows, message]).toEqual([0, expect.stringContaining('Nothing was written.')]);
  }
  expect(world.hands.displayValues(world.sheet)).toEqual(before);
  world.hands.select(world.sheet, ['A3:C3']);
  expect(called(world, 'sidebarUse', { voice_id: 'voice_en_daniel' }, rowsPrint).value.rows).toBe(1);
  expect(world.rows().map((row) => row.voice_id)).toEqual(['', 'voice_en_daniel', '', '']);
});

it('any input column can be written, is added with its note when it is missing, and no other column ever is', () => {
  const world = new World();
  world.prepare([...people(1).map((row) => [...row, 'mine']), ['Person9', '', '', 'kept']]);
  world.hands.select(world.sheet, ['A2:D2']);
  const values = { image: 'asset:face_1', background: '=1+1', voice_id: '', status: 'Done', mine: 'theirs' };
  expect(usedByPage(world, values).value.rows).toBe(1);
  expect(world.hands.displayValues(world.sheet)).toEqual([
    ['first_name', 'script', 'avatar_id', 'mine', 'background', 'image'],
    [...(people(1)[1] ?? []), 'mine', '=1+1', 'asset:face_1'],
    ['Person9', '', '', 'kept', '', ''],
  ]);
  expect(world.hands.cell(world.sheet, 1, 6).note).toContain('A picture that speaks');
  expect(() => usedByPage(world, { image: '' })).toThrow('Nothing was chosen.');
});

it('only the user’s own columns are offered as merge fields', () => {
  const world = new World();
  world.prepare([
    ['First Name', 'script', 'Video URL', 'gif_url', 'Company'],
    ['Ana', 'Hello.', '', '', 'Café Lumen'],
  ]);
  expect(called(world, 'sidebarRow', 0).value.fields).toEqual(['First Name', 'Company']);
});

it('the Yes is for the rows that were counted: as many others, or the same asking for something else, are not sent', () => {
  const world = new World();
  world.prepare(people(4));
  world.hands.select(world.sheet, ['A2:C3']);
  const { runPrint, videos } = called(world, 'sidebarPlan').value;
  world.hands.select(world.sheet, ['A4:C5']);
  expect(videos).toBe(2);
  expect(called(world, 'sidebarRender', runPrint).value.videos).toBe(0);
  world.hands.select(world.sheet, ['A2:C3']);
  called(world, 'sidebarDefaults', { test_mode: 'yes' }, world.sheet);
  expect(called(world, 'sidebarPlan').value.tests).toBe(2);
  expect(called(world, 'sidebarRender', runPrint).value.videos).toBe(0);
  expect(world.posts()).toEqual([]);
  called(world, 'sidebarDefaults', { test_mode: '' }, world.sheet);
  expect(called(world, 'sidebarRender', runPrint).value.videos).toBe(2);
});

it('many failed rows far apart are selected together', () => {
  const world = new World({ failWhen: 'Hello' });
  world.prepare(people(5));
  world.hands.select(world.sheet, ['A2:C2', 'A4:C5']);
  world.menu('renderSelectedRows');
  world.follow();
  expect(called(world, 'sidebarSelectFailed').value.selectedRows).toBe(3);
  expect(called(world, 'sidebarPlan').value.videos).toBe(3);
  world.hands.select(world.sheet, ['A3:C3']);
  const none = new World();
  none.prepare(people(1));
  expect(() => called(none, 'sidebarSelectFailed')).toThrow('No row of this sheet has failed.');
});

it('while another run keeps the lock, nothing is cancelled, and the page and the menu say so', () => {
  const world = new World({
    faults: [{ when: { method: 'POST', path: '/v3/videos/batches' }, do: 'refuse', status: 405 }],
    slots: 1,
  });
  world.prepare(people(3));
  world.menu('renderSelectedRows');
  const words =
    'Another run of Reelmerge is working on this spreadsheet. Nothing was cancelled. Try again in a minute.';
  world.emulator.holdLock('document', 10 * MINUTE);
  expect(() => called(world, 'sidebarCancelQueued')).toThrow(words);
  world.menu('cancelQueuedRows');
  expect(world.told()).toBe(`Reelmerge\n${words}`);
  expect(world.statuses()).toEqual(['Rendering', 'Queued', 'Queued']);
});

it('what is queued is cancelled, what failed is selected and rendered again', () => {
  const world = new World({
    faults: [{ when: { method: 'POST', path: '/v3/videos/batches' }, do: 'refuse', status: 405 }],
    slots: 1,
    failWhen: 'Person1,',
  });
  world.prepare(people(3));
  world.menu('renderSelectedRows');
  expect(world.statuses()).toEqual(['Rendering', 'Queued', 'Queued']);
  called(world, 'sidebarCancelQueued');
  expect(world.statuses()).toEqual(['Rendering', 'Cancelled', 'Cancelled']);
  world.follow();
  expect(world.statuses()).toEqual(['Failed', 'Cancelled', 'Cancelled']);
  world.simulator.set({ failWhen: '' });
  expect(called(world, 'sidebarSelectFailed').value.selectedRows).toBe(1);
  expect(renderedByPage(world).value.videos).toBe(1);
  world.follow();
  expect(world.statuses()).toEqual(['Done', 'Cancelled', 'Cancelled']);
});

it('rows that stay unconfirmed are looked for again, and sent again only on the user’s word', () => {
  const world = new World({
    faults: [{ when: { method: 'POST', path: '/v3/videos/batches', nth: 1 }, do: 'cut-before' }],
  });
  world.prepare(people(2));
  world.menu('renderSelectedRows');
  const lost = called(world, 'sidebarSync', false).value.unconfirmed;
  expect(lost.map(({ row }) => row)).toEqual([2, 3]);
  const jobs = lost.map(({ job }) => job);
  called(world, 'sidebarSettle', jobs, 'check-again');
  expect(world.posts()).toHaveLength(1);
  called(world, 'sidebarSettle', jobs, 'send-again');
  expect(world.posts()).toHaveLength(2);
  expect(world.posts()[1]?.key).not.toBe(world.posts()[0]?.key);
  world.follow();
  expect(world.statuses()).toEqual(['Done', 'Done']);
  expect(world.simulator.paidVideos()).toHaveLength(2);
});
