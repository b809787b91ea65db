import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fingerprint } from '../../../src/core/fingerprint.ts';
import { CurrentRequests } from '../../../src/core/jobs/current-request.ts';
import type { Job } from '../../../src/core/jobs/job.ts';
import { type RequestParts, requestPartsOf, requestPrintOf } from '../../../src/core/jobs/request-print.ts';
import { outputOf, SHOWN_OUTPUTS } from '../../../src/core/jobs/row-output.ts';
import { type WriteBack, writeBack } from '../../../src/core/jobs/write-back.ts';
import { requestOf } from '../../../src/core/request/request.ts';
import { NO_FACTS } from '../../../src/core/row/account-facts.ts';
import { readTable, type Table } from '../../../src/core/sheet/table.ts';
import { cases } from '../../cases.ts';
import { job, STATUSES } from './jobs.ts';

const HEADERS = [
  'first_name',
  'script',
  'avatar_id',
  'status',
  'problem',
  'video_url',
  'video_page',
  'thumbnail',
  'seconds',
  'job',
];

const sheet = (...rows: string[][]): Table => readTable([HEADERS, ...rows]);

/** What the rows of a table are to show of these jobs. */
const compared = (table: Table, jobs: readonly Job[]): WriteBack =>
  writeBack({ table, requests: new CurrentRequests(table, {}, NO_FACTS), tab: 7, now: 0 }, jobs);

function partsOf(cells: readonly string[]): RequestParts {
  const table = sheet([...cells]);
  const [first] = table.rows;
  const asked = first === undefined ? null : requestOf(table, first, {});
  return asked?.ok === true ? requestPartsOf(asked.value) : [];
}

/** The print of what the row asks for. */
function printOf(cells: readonly string[]): string {
  const table = sheet([...cells]);
  const [first] = table.rows;
  const asked = first === undefined ? null : requestOf(table, first, {});
  return asked?.ok === true ? requestPrintOf(asked.value) : '';
}

/** A row that nothing was written into yet, but its job id. */
const row = (name: string, id: string): string[] => [
  name,
  'Hi <<first_name>>',
  'look',
  '',
  '',
  '',
  '',
  '',
  '',
  id,
];

const doneFor = (name: string, fields: Partial<Job> = {}): Job =>
  job({
    status: 'Done',
    video_url: `https://files.example/${name}.mp4`,
    video_page: 'https://app.example/v',
    seconds: 12.34,
    requestPrint: printOf(row(name, '')),
    sourcePrints: [fingerprint(name), fingerprint('Hi <<first_name>>')],
    ...fields,
  });

describe('what a row shows of its job', () => {
  test('makes nothing for an extra column that the table lacks, and all others', () => {
    const whole = outputOf(doneFor('Ana'), 0);
    expect(outputOf(doneFor('Ana'), 0, () => false)).toEqual({ ...whole, email_html: '' });
    expect(outputOf(doneFor('Ana'), 0, (name) => name === 'email_html')).toEqual(whole);
  });

  test('is its status, its problem, and once it is done the video', () => {
    expect(outputOf(doneFor('Ana'), 0)).toEqual({
      status: 'Done',
      problem: '',
      video_url: 'https://files.example/Ana.mp4',
      video_page: 'https://app.example/v',
      thumbnail: '',
      seconds: '12.3',
      gif_url: '',
      captioned_video_url: '',
      subtitle_url: '',
      valid_until: '',
      email_html: expect.stringContaining('href="https://app.example/v"'),
      thumbnail_image: '',
    });
    expect(
      outputOf(job({ status: 'Failed', problem: 'Change the script.', video_url: 'https://x.example' }), 0),
    ).toMatchObject({
      status: 'Failed',
      problem: 'Change the script.',
      video_url: '',
    });
  });

  test('fills the columns that only some sheets have where the user made them, and makes none', () => {
    const done = doneFor('Ana', {
      video_url: 'https://files.example/Ana.mp4?Expires=1796000000&Signature=x',
      gif_url: 'https://files.example/Ana.gif',
      captioned_video_url: 'https://files.example/Ana-captions.mp4',
      subtitle_url: 'https://files.example/Ana.srt',
    });
    const wide = readTable([
      [...HEADERS, 'GIF url', 'captioned_video_url', 'Subtitle URL', 'valid until'],
      row('Ana', 'run-1-1'),
    ]);
    expect(wide.missingOutputs).toEqual([]);
    expect(sheet(row('Ana', '')).missingOutputs).toEqual([]);
    expect(compared(wide, [done]).patches[0]?.output).toMatchObject({
      gif_url: 'https://files.example/Ana.gif',
      captioned_video_url: 'https://files.example/Ana-captions.mp4',
      subtitle_url: 'https://files.example/Ana.srt',
      valid_until: '2026-11-30 00:53 UTC',
    });
  });

  test('tells until when a link works only where the link says so', () => {
    const until = (video_url: string): string => outputOf(doneFor('Ana', { video_url }), 0).valid_until;
    expect(until('https://files.example/a.mp4?Expires=1796000000')).toBe('2026-11-30 00:53 UTC');
    expect(until('https://files.example/a.mp4?a=1&expires=1796000000#t=1')).toBe('2026-11-30 00:53 UTC');
    for (const url of ['', 'https://f.example/a.mp4', 'https://f.example/a.mp4?Expires=soon']) {
      expect(until(url)).toBe('');
    }
  });

  test('is found by the id in its job cell, wherever the row is now', () => {
    const table = sheet(row('Bo', ''), row('Ana', 'run-1-1'));
    expect(compared(table, [doneFor('Ana')]).patches).toMatchObject([{ row: 3, job: 'run-1-1' }]);
  });

  test('is written once: a row that shows it is left alone and counts as shown', () => {
    const { status, problem, video_url, video_page, thumbnail } = outputOf(doneFor('Ana'), 0);
    const shown = [
      'Ana',
      'Hi <<first_name>>',
      'look',
      status,
      problem,
      video_url,
      video_page,
      thumbnail,
      '12,3',
      'run-1-1',
    ];
    expect(compared(sheet(shown), [doneFor('Ana')])).toMatchObject({ patches: [], shown: ['run-1-1'] });
    // A job with a copy that does not show it yet is not done with.
    const copied = compared(sheet(shown, row('Ana', 'run-1-1')), [doneFor('Ana')]);
    expect(copied).toMatchObject({ patches: [{ row: 3 }], shown: [] });
  });

  test('waits while a formula of the row is being worked out', () => {
    const [name = '', ...rest] = row('Ana', 'run-1-1');
    const loading = [name, 'Loading...', ...rest.slice(1)];
    expect(compared(sheet(loading), [doneFor('Ana')])).toMatchObject({ patches: [], shown: [], gone: [] });
    expect(compared(sheet(row('Ana', 'run-1-1')), [doneFor('Ana')]).patches).toHaveLength(1);
  });

  test('carries the code of its problem beside the sentence', () => {
    const failed = job({ status: 'Failed', problem: 'Change it.', code: 'tts_text_invalid' });
    expect(compared(sheet(row('Ana', 'run-1-1')), [failed]).patches[0]?.code).toBe('tts_text_invalid');
    expect(compared(sheet(row('Ana', 'run-1-1')), [{ ...failed, problem: '' }]).patches[0]?.code).toBe('');
  });
});

describe('a video', () => {
  test('is shown in every copy of its row', () => {
    const table = sheet(row('Ana', 'run-1-1'), row('Ana', 'run-1-1'));
    expect(compared(table, [doneFor('Ana')]).patches.map(({ output }) => output.video_url)).toEqual([
      'https://files.example/Ana.mp4',
      'https://files.example/Ana.mp4',
    ]);
  });

  test('is not shown in a copy that was edited, and what the copy brought along is cleared', () => {
    const copy = [
      'Bo',
      'Hi <<first_name>>',
      'look',
      'Done',
      '',
      'https://files.example/Ana.mp4',
      '',
      '',
      '12',
      'run-1-1',
    ];
    const patches = compared(sheet(copy, row('Ana', 'run-1-1')), [doneFor('Ana')]).patches;
    expect(patches.map(({ row: at, output }) => [at, output.status, output.video_url])).toEqual([
      [2, '', ''],
      [3, 'Done', 'https://files.example/Ana.mp4'],
    ]);
  });

  test('stays beside a row that was changed, which says what it still speaks', () => {
    const job = doneFor('Ana', { says: 'Hi Ana' });
    const [patch] = compared(sheet(row('Bo', 'run-1-1')), [job]).patches;
    expect(patch?.output).toMatchObject({ status: 'Changed', video_url: job.video_url });
    expect(patch?.output.problem).toContain('still says: “Hi Ana”');
    expect(patch?.moves).toBe(null);
  });

  test('that only looks otherwise is told by what differs', () => {
    const [name = '', script = ''] = row('Ana', '');
    const wide = readTable([
      [...HEADERS, 'background'],
      [name, script, 'look', '', '', '', '', '', '', 'run-1-1', 'navy'],
    ]);
    const done = doneFor('Ana', { says: 'Hi Ana', requestParts: partsOf(row('Ana', '')) });
    expect(compared(wide, [done]).patches[0]?.output.problem).toContain('another background.');
  });

  test('moves to the row that asks for it, job id and all, and leaves the other one', () => {
    const table = sheet(row('Bo', 'run-1-1'), row('Ana', ''));
    expect(compared(table, [doneFor('Ana')]).patches).toMatchObject([
      { row: 2, job: '', moves: 'leaves', output: { status: '', video_url: '' } },
      { row: 3, job: 'run-1-1', moves: 'comes', output: { status: 'Done' } },
    ]);
  });

  test('stays with its row when columns are renamed or moved', () => {
    const moved = readTable([
      ['job', 'First Name', 'Script', 'Avatar ID', 'status', 'video url'],
      ['run-1-1', 'Ana', 'Hi <<first_name>>', 'look', '', ''],
    ]);
    expect(compared(moved, [doneFor('Ana')]).patches[0]?.output.video_url).toMatch(/Ana/);
  });

  test('is not proven to be the row’s by what Reelmerge itself wrote there', () => {
    const forged = ['Bo', 'Hi <<first_name>>', 'look', '', 'Ana', '', '', '', '', 'run-1-1'];
    expect(compared(sheet(forged), [doneFor('Ana')]).patches[0]?.output.status).toBe('Changed');
  });
});

describe('a job', () => {
  test('without a row is gone, and without a job column nothing is known of any row', () => {
    expect(compared(sheet(row('Ana', '')), [doneFor('Ana')])).toMatchObject({
      gone: ['run-1-1'],
      shown: [],
      patches: [],
    });
    const without = readTable([['script'], ['Hi']]);
    expect(compared(without, [doneFor('Ana')])).toEqual({
      patches: [],
      shown: [],
      gone: [],
      needsAllJobs: false,
      settled: false,
      readable: false,
    });
  });
});

describe('for every sheet and every ledger', () => {
  const names = fc.constantFrom('Ana', 'Bo', 'Cy', '');
  const ids = fc.constantFrom('run-1-1', 'run-1-2', 'run-1-3', '');
  const url = fc.constantFrom('', 'https://files.example/Ana.mp4', 'https://files.example/Bo.mp4');
  const rows = fc.array(
    fc
      .tuple(names, ids, url)
      .map(([name, id, link]) => [name, 'Hi <<first_name|you>>', 'look', '', '', link, '', '', '', id]),
    { maxLength: 8 },
  );
  const jobs = fc
    .uniqueArray(
      fc.tuple(fc.constantFrom('run-1-1', 'run-1-2', 'run-1-3'), names, fc.constantFrom(...STATUSES)),
      {
        selector: ([id]) => id,
      },
    )
    .map((list) =>
      list.map(([id, name, status]) =>
        doneFor(name, { id, status, requestPrint: printOf([name, 'Hi <<first_name|you>>', 'look']) }),
      ),
    );

  /** The sheet once the patches are in it. */
  function patched(lines: readonly string[][], table: Table, list: readonly Job[]): string[][] {
    const next = lines.map((line) => [...line]);
    for (const { row: at, job: id, output } of compared(table, list).patches) {
      const line = next[at - 2];
      if (line === undefined) continue;
      for (const name of SHOWN_OUTPUTS) line[table.columnOf(name)] = output[name];
      line[table.columnOf('job')] = id;
    }
    return next;
  }

  test('a link stands only beside a row that asks for its video, or the row says Changed', () => {
    fc.assert(
      fc.property(rows, jobs, (lines, list) => {
        for (const line of patched(lines, sheet(...lines), list)) {
          const owner = list.find(({ id }) => id === line[9]);
          if (owner === undefined || line[5] === '') continue;
          expect(line[5]).toBe(owner.video_url);
          if (line[3] !== 'Changed') expect(owner.requestPrint).toBe(printOf(line));
        }
      }),
      cases(350, 10),
    );
  });

  test('written once, there is nothing more to write, and only rows that carry a job are touched', () => {
    fc.assert(
      fc.property(rows, jobs, (lines, list) => {
        const once = patched(lines, sheet(...lines), list);
        const again = compared(sheet(...once), list);
        expect(again.patches).toEqual([]);
        expect([...again.shown, ...again.gone].sort()).toEqual(list.map(({ id }) => id).sort());
        lines.forEach((line, at) => {
          const isTouched = [line[9], once[at]?.[9]].some((id) => list.some((each) => each.id === id));
          if (!isTouched) expect(once[at]).toEqual(line);
        });
      }),
      cases(200, 11),
    );
  });
});
