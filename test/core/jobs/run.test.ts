import { describe, expect, test } from 'vitest';
import { fingerprint } from '../../../src/core/fingerprint.ts';
import { withoutVideo } from '../../../src/core/jobs/deleted-video.ts';
import type { Job } from '../../../src/core/jobs/job.ts';
import { planRun, type RunPlan } from '../../../src/core/jobs/run.ts';
import type { TemplateKnowledge } from '../../../src/core/row/account-facts.ts';
import { readTable } from '../../../src/core/sheet/table.ts';
import { knownTemplate } from '../row/known-template.ts';
import { job } from './jobs.ts';

const HEADERS = ['first_name', 'script', 'avatar_id', 'status', 'job'];

const line = (name: string, id = '', script = 'Hello <<first_name>>!'): string[] => [
  name,
  script,
  'Anna',
  '',
  id,
];

function plan(lines: readonly string[][], jobs: readonly Job[] = [], rows?: readonly number[]): RunPlan {
  const table = readTable([HEADERS, ...lines]);
  const history = new Map(jobs.map((each) => [each.id, each]));
  return planRun({ table, rows: rows ?? lines.map((_, at) => at + 2), history, defaults: {}, tab: 7 });
}

const NOTHING_SKIPPED = { blank: 0, done: 0, changed: 0, underWay: 0, unconfirmed: 0 };

/** The job that rendering this row would have made. */
function jobOf(row: string[], fields: Partial<Job>): Job {
  const [ready] = plan([row]).ready;
  if (ready === undefined) throw new Error('the row is not ready');
  return job({ sourcePrints: ready.sourcePrints, requestPrint: ready.requestPrint, ...fields });
}

describe('a run', () => {
  test('asks for the wanted rows only, and says why another cannot be sent', () => {
    const planned = plan([line('Ana'), line('Bo'), line('')], [], [2, 4]);
    expect(planned.ready).toMatchObject([{ row: 2, request: { script: 'Hello Ana!' } }]);
    expect(planned.blocked).toMatchObject([{ row: 4, issues: [{ code: 'field_empty' }] }]);
  });

  test('leaves out blank rows, rows under way, and rows that are done', () => {
    const jobs = [
      jobOf(line('Ana'), { id: 'j-1-1', status: 'Rendering' }),
      jobOf(line('Bo'), { id: 'j-1-2', status: 'Done' }),
      jobOf(line('Cy'), { id: 'j-1-3', status: 'Unconfirmed' }),
    ];
    const lines = [line('Ana', 'j-1-1'), line('Bo', 'j-1-2'), line('Cy', 'j-1-3'), ['', '', '', '', '']];
    expect(plan(lines, jobs)).toMatchObject({
      ready: [],
      skipped: { ...NOTHING_SKIPPED, underWay: 1, done: 1, unconfirmed: 1, blank: 1 },
    });
  });

  test('asks anew for rows that failed or were cancelled, and for ids that lead nowhere', () => {
    const jobs = [
      jobOf(line('Ana'), { id: 'j-1-1', status: 'Failed' }),
      jobOf(line('Bo'), { id: 'j-1-2', status: 'Cancelled' }),
    ];
    expect(
      plan([line('Ana', 'j-1-1'), line('Bo', 'j-1-2'), line('Cy', 'lost-1-1')], jobs).ready,
    ).toHaveLength(3);
  });

  test('does not pay again for a done row that was edited: it is counted apart', () => {
    const done = jobOf(line('Ana'), { id: 'j-1-1', status: 'Done' });
    expect(plan([line('Anna', 'j-1-1')], [done])).toMatchObject({
      ready: [],
      skipped: { ...NOTHING_SKIPPED, changed: 1 },
    });
  });

  test('asks for more than the ledger can hold from no row', () => {
    const long = line('x'.repeat(4_000), '', '<<first_name>>');
    const table = readTable([
      [...HEADERS, 'background'],
      [...long, `https://pictures.example/${'a'.repeat(48_000)}.png`],
    ]);
    const planned = planRun({ table, rows: [2], history: new Map(), defaults: {}, tab: 7 });
    expect(planned.ready).toEqual([]);
    expect(planned.blocked).toHaveLength(1);
  });
});

describe('a pasted copy of a row', () => {
  const done = jobOf(line('Ana'), { id: 'j-1-1', status: 'Done' });

  test('gets a job of its own, whichever of the two stands first', () => {
    const planned = plan([line('Bo', 'j-1-1'), line('Ana', 'j-1-1')], [done]);
    expect(planned.ready.map(({ row }) => row)).toEqual([2]);
    expect(planned.skipped).toMatchObject({ done: 1, changed: 0 });
  });

  test('that was not edited gets one too, and the first of the two keeps the video', () => {
    const planned = plan([line('Ana', 'j-1-1'), line('Ana', 'j-1-1')], [done]);
    expect(planned.ready.map(({ row }) => row)).toEqual([3]);
    expect(planned.skipped.done).toBe(1);
  });

  test('of a row under way does not take its job away', () => {
    const rendering = jobOf(line('Ana'), { id: 'j-1-1', status: 'Rendering' });
    const planned = plan([line('Bo', 'j-1-1'), line('Ana', 'j-1-1')], [rendering], [3]);
    expect(planned).toMatchObject({ ready: [], skipped: { underWay: 1 } });
  });
});

describe('a row that lost its job cell', () => {
  const open = jobOf(line('Ana'), { id: 'j-1-1', status: 'Rendering' });

  test('gets its job back while its very request is under way, and is not paid again', () => {
    const planned = plan([line('Ana')], [open]);
    expect(planned).toMatchObject({ ready: [], relinked: [{ row: 2, job: { id: 'j-1-1' } }] });
  });

  test('gets the video of a job that is done and that no row has shown yet', () => {
    const done = { ...open, status: 'Done' as const, shown: 'Rendering' as const };
    expect(plan([line('Ana')], [done]).relinked.map(({ row }) => row)).toEqual([2]);
  });

  test('is relinked once: a second row with the same request is a row of its own', () => {
    const planned = plan([line('Ana'), line('Ana')], [open]);
    expect(planned.relinked.map(({ row }) => row)).toEqual([2]);
    expect(planned.ready.map(({ row }) => row)).toEqual([3]);
  });

  test('gets a video that was shown before and that no row shows any more', () => {
    const done = { ...open, status: 'Done' as const, shown: 'Done' as const };
    expect(plan([line('Ana')], [done]).relinked).toHaveLength(1);
    expect(plan([line('Ana')], [{ ...done, tab: 8 }]).relinked).toHaveLength(1);
  });

  test('is not given a job that another row shows, that is under way for another tab or asks for something else', () => {
    expect(plan([line('Ana'), line('Ana', 'j-1-1')], [open], [2]).ready).toHaveLength(1);
    expect(plan([line('Ana')], [{ ...open, tab: 8 }]).ready).toHaveLength(1);
    expect(plan([line('Bo')], [open]).ready).toHaveLength(1);
  });

  test('is paid where the job that it lost promises no video: it failed, was cancelled, or was deleted at HeyGen', () => {
    const done = { ...open, status: 'Done' as const };
    for (const lost of [
      { ...open, status: 'Failed' as const },
      { ...open, status: 'Cancelled' as const },
      withoutVideo(done),
    ]) {
      expect(plan([line('Ana')], [lost])).toMatchObject({ ready: [{ row: 2 }], relinked: [] });
    }
  });

  test('gets nothing where the user asks for new videos', () => {
    const done = { ...open, status: 'Done' as const, shown: 'Done' as const };
    const table = readTable([HEADERS, line('Ana', 'j-1-1')]);
    const history = new Map([[done.id, done]]);
    const anew = planRun({ table, rows: [2], history, defaults: {}, tab: 7, again: true });
    expect(anew).toMatchObject({ ready: [{ row: 2, replaces: done.id }], relinked: [] });
  });
});

describe('the print of a row', () => {
  test('is the same for the same request and another for any other', () => {
    const [first, second, third] = plan([line('Ana'), line('Ana'), line('Bo')]).ready;
    expect(first?.requestPrint).toBe(second?.requestPrint);
    expect(first?.requestPrint).not.toBe(third?.requestPrint);
  });
});

describe('a row with a template', () => {
  const known = {
    looks: new Map(),
    templates: new Map<string, TemplateKnowledge>([
      ['one', knownTemplate([{ name: 'first_name', type: 'text' }])],
      ['two', knownTemplate([{ name: 'first_name', type: 'text' }])],
      ['three', { kind: 'unreachable', why: 'HeyGen is down.' }],
    ]),
  };
  const table = readTable([
    ['first_name', 'template_id', 'fit'],
    ['Ana', 'one', 'cover'],
    ['Ana', 'two', ''],
  ]);

  test('is ready with the POST that takes it and what is worth telling, once its template is known', () => {
    const [first] = planRun({
      table,
      rows: [2, 3],
      history: new Map(),
      defaults: {},
      tab: 7,
      facts: known,
    }).ready;
    expect(first?.endpoint).toEqual({ kind: 'template', templateId: 'one' });
    expect(first?.warnings.map(({ code }) => code)).toEqual(['column_unused']);
    expect(planRun({ table, rows: [2, 3], history: new Map(), defaults: {}, tab: 7 }).blocked).toMatchObject([
      { row: 2, issues: [{ code: 'template_unknown' }] },
      { row: 3, issues: [{ code: 'template_unknown' }] },
    ]);
  });

  test('is blocked with the reason when its template cannot be looked up', () => {
    const lost = readTable([
      ['first_name', 'template_id'],
      ['Ana', 'three'],
    ]);
    const [blocked] = planRun({
      table: lost,
      rows: [2],
      history: new Map(),
      defaults: {},
      tab: 7,
      facts: known,
    }).blocked;
    expect(blocked?.issues).toMatchObject([{ code: 'template_unreachable', column: 'template_id' }]);
    expect(blocked?.issues[0]?.message).toContain('HeyGen is down.');
  });

  test('is known by its cells, whatever HeyGen repeats of the template from one look to the next', () => {
    const told = (at: number) => ({
      ...known,
      templates: new Map([
        ['one', knownTemplate([{ name: 'first_name', type: 'text', value: { type: 'text', at } }])],
      ]),
    });
    const printAt = (at: number) =>
      planRun({ table, rows: [2], history: new Map(), defaults: {}, tab: 7, facts: told(at) }).ready[0]
        ?.requestPrint;
    expect(printAt(1)).toBe(printAt(2));
    const other = readTable([
      ['first_name', 'template_id'],
      ['Bo', 'one'],
    ]);
    expect(
      planRun({ table: other, rows: [2], history: new Map(), defaults: {}, tab: 7, facts: told(1) }).ready[0]
        ?.requestPrint,
    ).not.toBe(printAt(1));
  });

  test('is known by what goes into which variable, and by how that is said', () => {
    const three = ['a', 'b', 'c'].map((name) => ({ name, type: 'text' }));
    const told = { ...known, templates: new Map([['one', knownTemplate(three)]]) };
    const rows = readTable([
      ['a', 'b', 'c', 'template_id', 'locale', 'title'],
      ['Sale', 'yes', 'Sale', 'one', '', 'x'],
      ['Sale', 'yes', 'yes', 'one', '', 'x'],
      ['Sale', 'yes', '<<b:upper>>', 'one', '', 'x'],
    ]);
    const { ready, blocked } = planRun({
      table: rows,
      rows: [2, 3, 4],
      history: new Map(),
      defaults: {},
      tab: 7,
      facts: told,
    });
    expect(blocked).toEqual([]);
    expect(new Set(ready.map(({ requestPrint }) => requestPrint)).size).toBe(3);
  });

  test('has the template itself as evidence, so that its video is found to be another row’s after a sort', () => {
    const [first] = planRun({
      table,
      rows: [2],
      history: new Map(),
      defaults: {},
      tab: 7,
      facts: known,
    }).ready;
    expect(first?.sourcePrints).toContain(fingerprint('one'));
    const plain = readTable([['first_name'], ['Ana']]);
    const [byDefault] = planRun({
      table: plain,
      rows: [2],
      history: new Map(),
      defaults: { template_id: 'one' },
      tab: 7,
      facts: known,
    }).ready;
    expect(byDefault?.sourcePrints).toEqual([fingerprint('Ana')]);
  });

  test('has another print than the same words in another template', () => {
    const [first, second] = planRun({
      table,
      rows: [2, 3],
      history: new Map(),
      defaults: {},
      tab: 7,
      facts: known,
    }).ready;
    expect(first?.request).toEqual(second?.request);
    expect(first?.requestPrint).not.toBe(second?.requestPrint);
  });
});

test('a picture in the cell that leaves no room for the words is told as what it is', () => {
  const table = readTable([
    ['script', 'image', 'voice_id', 'motion_prompt'],
    ['Hi', `data:image/png;base64,${'A'.repeat(39_000)}`, 'sara', 'waves '.repeat(2_000)],
  ]);
  expect(planRun({ table, rows: [2], history: new Map(), defaults: {}, tab: 7 }).blocked).toMatchObject([
    { row: 2, issues: [{ code: 'request_too_long', column: 'image' }] },
  ]);
});
