import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fingerprint } from '../../../src/core/fingerprint.ts';
import { CurrentRequests } from '../../../src/core/jobs/current-request.ts';
import { withoutVideo } from '../../../src/core/jobs/deleted-video.ts';
import type { Job } from '../../../src/core/jobs/job.ts';
import { jobId } from '../../../src/core/jobs/job-id.ts';
import { type Placement, placeJobs, promisesVideo } from '../../../src/core/jobs/placement.ts';
import { requestPrintOf } from '../../../src/core/jobs/request-print.ts';
import { requestOf } from '../../../src/core/request/request.ts';
import { NO_FACTS } from '../../../src/core/row/account-facts.ts';
import { readTable, type Table } from '../../../src/core/sheet/table.ts';
import { cases } from '../../cases.ts';
import { job } from './jobs.ts';

const TAB = 7;
const HEADERS = ['name', 'greeting', 'background', 'script', 'avatar_id', 'status', 'job'];
const SCRIPT = '<<greeting|Hi>> <<name|friend>>!';

interface Cells {
  readonly name: string;
  readonly greeting?: string;
  readonly background?: string;
  readonly id?: string;
}

function sheet(rows: readonly Cells[]): Table {
  const lines = rows.map(({ name, greeting = '', background = '', id = '' }) => [
    name,
    greeting,
    background,
    SCRIPT,
    'look',
    '',
    id,
  ]);
  return readTable([HEADERS, ...lines]);
}

/** The print of what a row with these cells asks for. */
function printOf(cells: Cells): string {
  const table = sheet([cells]);
  const [row] = table.rows;
  const asked = row === undefined ? null : requestOf(table, row, {});
  if (asked?.ok !== true) throw new Error('The row of the test cannot be sent.');
  return requestPrintOf(asked.value);
}

function madeFor(id: string, cells: Cells, fields: Partial<Job> = {}): Job {
  return job({ id, status: 'Done', tab: TAB, requestPrint: printOf(cells), ...fields });
}

function placed(table: Table, jobs: readonly Job[]): Placement {
  return placeJobs(table, jobs, new CurrentRequests(table, {}, NO_FACTS), TAB);
}

/** What each row shows, from above: a job id, `~id` for a changed one, '' for nothing, `=` where it is left alone. */
function shown(table: Table, jobs: readonly Job[]): string[] {
  const { places } = placed(table, jobs);
  return table.rows.map((row) => {
    const place = places.get(row);
    if (place === undefined) return '=';
    return `${place.changed ? '~' : ''}${place.job?.id ?? ''}`;
  });
}

const [ANA, BO, CY] = [{ name: 'Ana' }, { name: 'Bo' }, { name: 'Cy' }];
const [a, b] = [madeFor(jobId('k3v9x2ab', 1), ANA), madeFor(jobId('k3v9x2ab', 2), BO)];

describe('a video follows its words', () => {
  test('where own columns were sorted apart from the outputs', () => {
    const table = sheet([
      { ...BO, id: a.id },
      { ...ANA, id: b.id },
    ]);
    expect(shown(table, [a, b])).toEqual([b.id, a.id]);
  });

  test('into a row whose copied outputs are cleared, but not where the video is another tab’s', () => {
    const table = sheet([
      { ...ANA, id: a.id },
      { ...BO, id: a.id },
    ]);
    expect(shown(table, [a, b])).toEqual([a.id, b.id]);
    expect(shown(table, [a, { ...b, tab: TAB + 1 }])).toEqual([a.id, '']);
  });

  test('but not into a copy of a row whose own cells are still being worked out', () => {
    const table = sheet([
      { ...ANA, greeting: 'Loading...', id: a.id },
      { ...BO, id: a.id },
      { ...CY, id: b.id },
    ]);
    expect(shown(table, [a, b])).toEqual(['=', '=', `~${b.id}`]);
  });

  test('and stays in its own row when nothing asks for it, although another one has become free', () => {
    const table = sheet([{ ...CY, id: a.id }, ANA, { name: 'Di', id: b.id }]);
    expect(shown(table, [a, b])).toEqual(['', a.id, `~${b.id}`]);
  });

  test('around a circle of three', () => {
    const c = madeFor(jobId('k3v9x2ab', 3), CY);
    const table = sheet([
      { ...CY, id: a.id },
      { ...ANA, id: b.id },
      { ...BO, id: c.id },
    ]);
    expect(shown(table, [a, b, c])).toEqual([c.id, a.id, b.id]);
  });

  test('to a row that has none, and leaves nothing behind', () => {
    expect(shown(sheet([{ ...CY, id: a.id }, ANA]), [a])).toEqual(['', a.id]);
  });

  test('also while it is being made', () => {
    const open = { ...a, status: 'Rendering' as const };
    expect(shown(sheet([{ ...CY, id: a.id }, ANA]), [open])).toEqual(['', a.id]);
  });

  test('but not to a row that shows its own, of the same words', () => {
    const twin = madeFor(jobId('k3v9x2ab', 3), ANA);
    const table = sheet([
      { ...CY, id: a.id },
      { ...ANA, id: twin.id },
    ]);
    expect(shown(table, [a, twin])).toEqual([`~${a.id}`, twin.id]);
  });

  test('takes the row of a failed job with the same words', () => {
    const failed = madeFor(jobId('k3v9x2ab', 3), ANA, { status: 'Failed' });
    const table = sheet([
      { ...CY, id: a.id },
      { ...ANA, id: failed.id },
    ]);
    expect(shown(table, [a, failed])).toEqual(['', a.id]);
  });

  test('and one whose cell was overwritten by another row’s id comes back', () => {
    const table = sheet([
      { ...ANA, id: b.id },
      { ...BO, id: b.id },
    ]);
    expect(shown(table, [a, b])).toEqual([a.id, b.id]);
  });

  test('a row without any job is left to the user’s Render, whatever the ledger holds', () => {
    expect(shown(sheet([ANA, { ...BO, id: b.id }]), [a, b])).toEqual(['=', b.id]);
    expect(placed(sheet([ANA]), [a]).gone).toEqual([a.id]);
  });
});

describe('where no row asks for a video', () => {
  test('it stays with its row, which says Changed', () => {
    expect(shown(sheet([{ ...CY, id: a.id }]), [a])).toEqual([`~${a.id}`]);
  });

  test('whatever that is sent was changed: a filled blank, swapped cells, another background', () => {
    const blank = madeFor(jobId('k3v9x2ab', 1), { name: '' });
    expect(shown(sheet([{ name: 'Bo', id: blank.id }]), [blank])).toEqual([`~${jobId('k3v9x2ab', 1)}`]);
    const swapped = madeFor(jobId('k3v9x2ab', 1), { name: 'Ana', greeting: 'Bo' });
    expect(shown(sheet([{ name: 'Bo', greeting: 'Ana', id: swapped.id }]), [swapped])).toEqual([
      `~${jobId('k3v9x2ab', 1)}`,
    ]);
    expect(shown(sheet([{ ...ANA, background: 'navy', id: a.id }]), [a])).toEqual([
      `~${jobId('k3v9x2ab', 1)}`,
    ]);
  });

  test('a copy with other words loses it, and one with the same words shows it too', () => {
    const table = sheet([
      { ...CY, id: a.id },
      { ...ANA, id: a.id },
      { ...ANA, id: a.id },
    ]);
    expect(shown(table, [a])).toEqual(['', a.id, a.id]);
  });

  test('and its row went to another one, it takes the row that became free', () => {
    const table = sheet([
      { ...CY, id: a.id },
      { ...ANA, id: b.id },
    ]);
    expect(shown(table, [a, b])).toEqual([`~${b.id}`, a.id]);
  });

  test('a failed job stays with its row and never wanders', () => {
    const failed = { ...a, status: 'Failed' as const };
    expect(shown(sheet([{ ...CY, id: a.id }, ANA]), [failed])).toEqual([`~${a.id}`, '=']);
  });
});

describe('what cannot be judged', () => {
  test('a row that is loading waits', () => {
    const table = sheet([{ name: 'Loading...', id: a.id }]);
    expect(shown(table, [a])).toEqual(['=']);
    expect(placed(table, [a]).waiting).toEqual(new Set([a.id]));
  });

  test('a row of another job is not taken before all of the ledger is known', () => {
    const table = sheet([
      { ...CY, id: a.id },
      { ...ANA, id: b.id },
    ]);
    const alone = placed(table, [a]);
    expect(alone.needsAllJobs).toBe(true);
    expect(shown(table, [a])).toEqual([`~${a.id}`, '=']);
  });
});

test('a row of a HeyGen template that cannot be looked up now is judged by its cells', () => {
  const table = readTable([
    ['name', 'template_id', 'status', 'job'],
    ['Ana', 'tpl', '', a.id],
    ['Bo', 'tpl', '', b.id],
  ]);
  const [own, other] = [
    { ...a, sourcePrints: [fingerprint('Ana'), fingerprint('tpl')] },
    { ...b, sourcePrints: [fingerprint('Kim'), fingerprint('tpl')] },
  ];
  expect(shown(table, [own, other])).toEqual([a.id, `~${b.id}`]);
});

describe('laws of placing, for any sheet and any jobs', () => {
  const name = fc.constantFrom('Ana', 'Bo', 'Cy', '');
  const cells = fc.record({ name, greeting: fc.constantFrom('', 'Hello') });
  const world = fc
    .record({
      jobs: fc.array(fc.record({ cells, status: fc.constantFrom('Done', 'Rendering', 'Failed', 'Queued') }), {
        minLength: 1,
        maxLength: 6,
      }),
      rows: fc.array(fc.record({ cells, carries: fc.nat({ max: 7 }) }), { minLength: 1, maxLength: 7 }),
    })
    .map(({ jobs, rows }) => {
      const made = jobs.map((each, at) =>
        madeFor(jobId('k3v9x2ab', at + 1), each.cells, { status: each.status as Job['status'] }),
      );
      return { made, rows: rows.map((row): Cells => ({ ...row.cells, id: made[row.carries]?.id ?? '' })) };
    });
  const seeded = cases(200, 20261128);

  test('a row shows only a job that it asks for, or says Changed', () => {
    fc.assert(
      fc.property(world, ({ made, rows }) => {
        const table = sheet(rows);
        const requests = new CurrentRequests(table, {}, NO_FACTS);
        for (const [row, place] of placed(table, made).places) {
          if (place.job === null || place.changed || !promisesVideo(place.job)) continue;
          expect(requests.fit(row, place.job)).toBe('fits');
        }
      }),
      seeded,
    );
  });

  test('no video that a row carried is gone from the sheet', () => {
    fc.assert(
      fc.property(world, ({ made, rows }) => {
        const table = sheet(rows);
        const visible = new Set([...placed(table, made).places.values()].map(({ job: each }) => each?.id));
        const carried = made.filter((each) => promisesVideo(each) && rows.some(({ id }) => id === each.id));
        expect(carried.filter(({ id }) => !visible.has(id))).toEqual([]);
      }),
      seeded,
    );
  });

  test('on two rows it is shown only where both ask for it', () => {
    fc.assert(
      fc.property(world, ({ made, rows }) => {
        const places = [...placed(sheet(rows), made).places.values()];
        for (const { id } of made) {
          const of = places.filter((place) => place.job?.id === id);
          if (of.length > 1) expect(of.some(({ changed }) => changed)).toBe(false);
        }
      }),
      seeded,
    );
  });

  test('and once it is written, nothing moves any more', () => {
    fc.assert(
      fc.property(world, ({ made, rows }) => {
        const first = shown(sheet(rows), made);
        const settled = rows.map((row, at): Cells => {
          const now = first[at] ?? '=';
          return now === '=' ? row : { ...row, id: now.replace('~', '') };
        });
        const again = shown(sheet(settled), made);
        const moved = again.filter(
          (place, at) => place !== '=' && place.replace('~', '') !== (settled[at]?.id ?? ''),
        );
        expect(moved).toEqual([]);
      }),
      seeded,
    );
  });
});

describe('a cancelled job that was to replace a video', () => {
  const again = madeFor(jobId('m4w8y3cd', 1), ANA, { status: 'Cancelled', replaces: a.id });

  test('gives its row back, where the row says the same and where it says something else by now', () => {
    expect(shown(sheet([{ ...ANA, id: again.id }]), [a, again])).toEqual([a.id]);
    expect(shown(sheet([{ ...CY, id: again.id }]), [a, again])).toEqual([`~${a.id}`]);
    const moved = sheet([
      { ...BO, id: again.id },
      { ...ANA, id: b.id },
    ]);
    expect(shown(moved, [a, b, again])).toEqual([b.id, a.id]);
  });

  test('keeps it where the earlier video has a row elsewhere, or is gone', () => {
    const elsewhere = sheet([
      { ...ANA, id: again.id },
      { ...ANA, id: a.id },
    ]);
    expect(shown(elsewhere, [a, again])).toEqual([again.id, a.id]);
    const deleted = withoutVideo(a);
    expect(shown(sheet([{ ...ANA, id: again.id }]), [deleted, again])).toEqual([again.id]);
  });

  test('asks for all of the ledger where the earlier one is not known', () => {
    const table = sheet([{ ...ANA, id: again.id }]);
    expect(placed(table, [again]).needsAllJobs).toBe(true);
    expect(placed(table, [again, a]).needsAllJobs).toBe(false);
  });
});
