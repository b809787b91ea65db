import { describe, expect, test } from 'vitest';
import { readHistory, readRecent } from '../../../src/app/ledger/history.ts';
import { OpenLedger } from '../../../src/app/ledger/ledger.ts';
import { isSettled } from '../../../src/app/ledger/open-lines.ts';
import type { Job } from '../../../src/core/jobs/job.ts';
import { toLine } from '../../../src/core/jobs/ledger-line.ts';
import { job, queued, START } from '../../core/jobs/jobs.ts';
import { MemoryLedgerSheet } from './memory-ledger-sheet.ts';

function sheetOf(...jobs: readonly Job[]): MemoryLedgerSheet {
  const sheet = new MemoryLedgerSheet();
  sheet.append(jobs.map((each) => ({ cells: toLine(each), request: `request of ${each.id}` })));
  sheet.flush();
  return sheet;
}

const open = (sheet: MemoryLedgerSheet): OpenLedger => new OpenLedger(sheet, sheet.readMark());

const settled = (count: number, run = 'old'): Job[] => queued(count, run, { status: 'Done', shown: 'Done' });

describe('the open part of the ledger', () => {
  test('holds what is under way, and what has ended without its row having been seen to show it', () => {
    const jobs = [
      job({ id: 'a-1-1', status: 'Done', shown: 'Done' }),
      job({ id: 'a-1-2', status: 'Done', shown: 'Rendering' }),
      job({ id: 'a-1-3', status: 'Rendering', shown: 'Rendering' }),
      job({ id: 'a-1-4', status: 'Cancelled', shown: null }),
    ];
    expect(jobs.map(isSettled)).toEqual([true, false, false, false]);
    expect(
      open(sheetOf(...jobs))
        .jobs()
        .map(({ id }) => id),
    ).toEqual(['a-1-2', 'a-1-3', 'a-1-4']);
  });

  test('counts a job that is written twice once, where it stands last: an older line is never sent', () => {
    const [queuedJob] = queued(1);
    if (queuedJob === undefined) throw new Error('There is no job.');
    const rendering = { ...queuedJob, status: 'Rendering' as const };
    expect(open(sheetOf(queuedJob, rendering)).jobs()).toEqual([rendering]);
  });

  test('is read in one call however many finished jobs lie before the mark', () => {
    const sheet = sheetOf(...settled(5_000), ...queued(3));
    open(sheet).record(true);
    sheet.flush();
    const before = sheet.calls.readLines ?? 0;
    const ledger = open(sheet);
    expect(sheet.readMark()).toBe(5_002);
    expect(ledger.jobs()).toHaveLength(3);
    expect((sheet.calls.readLines ?? 0) - before).toBe(1);
  });

  test('is read as far as jobs may be under way and go next, and a whole batch behind what is under way', () => {
    const rendering = queued(150, 'now', { status: 'Rendering' });
    const sheet = sheetOf(...settled(20), ...rendering, ...queued(3_000));
    const read = (jobs: number) => new OpenLedger(sheet, 2, { jobs, isOwn: () => true });
    expect(read(240).behind).toBeGreaterThanOrEqual(20 + 150 + 3_000 - 740);
    expect(read(240).jobs().length).toBeGreaterThanOrEqual(240);
    // Fewer jobs than are under way: the reading goes on until it has met a batch that nothing has happened to.
    expect(read(10).jobs().length).toBeGreaterThanOrEqual(150 + 100);
  });

  test('can be read with some finished jobs before it, and no more than these', () => {
    const sheet = sheetOf(...settled(5_000), ...queued(3));
    open(sheet).record(true);
    sheet.flush();
    const recent = [...readRecent(sheet, 200).values()];
    expect(recent).toHaveLength(203);
    expect(recent.slice(-3).map(({ status }) => status)).toEqual(['Queued', 'Queued', 'Queued']);
    expect(readRecent(sheetOf(...settled(3)), 200).size).toBe(3);
  });

  test('is recorded in one write, and not at all when nothing has changed', () => {
    const sheet = sheetOf(...queued(40));
    open(sheet).record();
    expect(sheet.calls.writeLines).toBeUndefined();
    const ledger = open(sheet);
    for (const { id } of queued(40)) ledger.apply(id, { type: 'cancelled', reason: '' }, START);
    ledger.record();
    expect(sheet.calls).toMatchObject({ writeLines: 1 });
    expect([...readHistory(sheet).values()].map(({ status }) => status)).toEqual(Array(40).fill('Cancelled'));
  });

  test('leaves an unknown job alone', () => {
    const ledger = open(sheetOf(...queued(1)));
    expect(ledger.apply('gone-1-1', { type: 'cancelled', reason: '' }, START)).toBeNull();
    expect(ledger.job('gone-1-1')).toBeNull();
  });

  test('gives each job its own request, wherever it stands', () => {
    const jobs = queued(4);
    const ledger = open(sheetOf(...settled(3), ...jobs));
    const wanted = [jobs[3], jobs[1]].filter((each) => each !== undefined);
    expect([...ledger.requests(wanted)]).toEqual([
      ['run-1-4', 'request of run-1-4'],
      ['run-1-2', 'request of run-1-2'],
    ]);
  });
});

describe('the mark', () => {
  const ended = queued(60, 'run', { status: 'Done', shown: 'Rendering' });

  test('waits for a write to be durable: what this execution has just settled it passes next time', () => {
    const sheet = sheetOf(...ended);
    const ledger = open(sheet);
    for (const { id } of ended) ledger.apply(id, { type: 'shown', status: 'Done' }, START);
    ledger.record(true);
    expect(sheet.readMark()).toBe(2);
    sheet.flush();
    open(sheet).record(true);
    expect(sheet.readMark()).toBe(62);
  });

  test('is moved by the way once it lags a little, and a pass comes for it alone only when it lags far', () => {
    const sheet = sheetOf(...settled(60), ...queued(1));
    expect(open(sheet).needsUpkeep()).toBe(false);
    open(sheet).moveMark();
    expect(sheet.readMark()).toBe(62);
    const soon = sheetOf(...settled(40), ...queued(1));
    open(soon).moveMark();
    expect(soon.readMark()).toBe(2);
  });

  test('never passes a job of which the sheet does not say yet that its row shows it', () => {
    const sheet = sheetOf(...ended, ...queued(1, 'next'));
    const ledger = open(sheet);
    ledger.recordAsShown([], ended);
    for (const { id } of ended) ledger.apply(id, { type: 'shown', status: 'Done' }, START);
    expect(ledger.seenButUntold().map(({ id }) => id)).toEqual(ended.map(({ id }) => id));
    ledger.record(true);
    sheet.flush();
    expect(sheet.readMark()).toBe(2);
    expect(open(sheet).jobs()).toHaveLength(61);
  });

  test('never passes a job that is open or not shown', () => {
    const sheet = sheetOf(...settled(80), ...queued(1), ...settled(80, 'later'));
    open(sheet).record(true);
    expect(sheet.readMark()).toBe(82);
  });

  test('is left where it is by a pass that has other things to do', () => {
    const sheet = sheetOf(...settled(1_000), ...queued(1));
    open(sheet).record();
    expect(sheet.readMark()).toBe(2);
    expect(open(sheet).needsUpkeep()).toBe(true);
    open(sheet).record(true);
    expect(sheet.readMark()).toBe(1_002);
    expect(open(sheet).needsUpkeep()).toBe(false);
  });
});

describe('tidying', () => {
  const mixed = (): Job[] => [...queued(3), ...settled(1_000), ...queued(2, 'new')];

  function changeOne(sheet: MemoryLedgerSheet): void {
    const ledger = open(sheet);
    ledger.apply('run-1-1', { type: 'claimed', sendAs: 'single', key: 'k', item: null }, START);
    ledger.record(true);
  }

  test('puts old open jobs behind the finished ones, so that the mark can pass these', () => {
    const sheet = sheetOf(...mixed());
    changeOne(sheet);
    sheet.flush();
    open(sheet).record(true);
    expect(sheet.readMark()).toBe(1_002);
    expect(
      open(sheet)
        .jobs()
        .map(({ id }) => id),
    ).toEqual(['run-1-1', 'run-1-2', 'run-1-3', 'new-1-1', 'new-1-2']);
  });

  test('leaves every job with its request', () => {
    const sheet = sheetOf(...mixed());
    changeOne(sheet);
    expect(sheet.calls.rewrite).toBe(1);
    expect([...readHistory(sheet).keys()].sort()).toEqual(
      mixed()
        .map(({ id }) => id)
        .sort(),
    );
    for (const { cells, request } of sheet.lines()) expect(request).toBe(`request of ${cells[0]}`);
  });

  test('is not done again while the finished jobs already lie before the open ones', () => {
    const sheet = sheetOf(...settled(1_000), ...queued(3));
    const ledger = new OpenLedger(sheet, 2);
    ledger.apply('run-1-2', { type: 'cancelled', reason: '' }, START);
    ledger.record(true);
    expect(sheet.calls.rewrite).toBeUndefined();
    expect(sheet.calls.writeLines).toBe(1);
  });

  test('does not bring an outdated line of a job back', () => {
    const stale = job({ id: 'twice-1-1', status: 'Queued' });
    const now = job({ id: 'twice-1-1', status: 'Done', shown: 'Done' });
    const sheet = sheetOf(stale, ...settled(600), now, ...queued(1));
    changeOne(sheet);
    expect(sheet.calls.rewrite).toBe(1);
    expect(readHistory(sheet).get('twice-1-1')?.status).toBe('Done');
    expect(
      open(sheet)
        .jobs()
        .map(({ id }) => id),
    ).toEqual(['run-1-1']);
  });
});

describe('a line that a person has edited', () => {
  const edited = { cells: ['x-1-1', 'done!', 'my remark'], request: '{"script":"…"}' };

  function withEdited(...behind: Job[]): MemoryLedgerSheet {
    const sheet = sheetOf(...queued(1, 'first'));
    sheet.append([edited]);
    sheet.append(behind.map((each) => ({ cells: toLine(each), request: 'r' })));
    sheet.flush();
    return sheet;
  }

  test('is left as it is, also when the jobs around it change', () => {
    const sheet = withEdited(...queued(1));
    const ledger = open(sheet);
    for (const id of ['first-1-1', 'run-1-1']) ledger.apply(id, { type: 'cancelled', reason: '' }, START);
    ledger.record(true);
    expect(sheet.lines()).toContainEqual(edited);
  });

  test('survives tidying', () => {
    const sheet = withEdited(...settled(600));
    const ledger = open(sheet);
    ledger.apply('first-1-1', { type: 'claimed', sendAs: 'single', key: 'k', item: null }, START);
    ledger.record(true);
    expect(sheet.calls.rewrite).toBe(1);
    expect(sheet.lines()).toContainEqual(edited);
  });
});
