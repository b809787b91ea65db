import { describe, expect, it } from 'vitest';
import { OpenLedger } from '../../../src/app/ledger/ledger.ts';
import { mayBeToldLater, tellNow } from '../../../src/app/sync/told-later.ts';
import { UNKNOWN_ACCOUNT } from '../../../src/core/jobs/account.ts';
import type { Job } from '../../../src/core/jobs/job.ts';
import { toLine } from '../../../src/core/jobs/ledger-line.ts';
import { job, START } from '../../core/jobs/jobs.ts';
import { MemoryLedgerSheet } from '../ledger/memory-ledger-sheet.ts';

const done = job({ id: 'a-1-1', status: 'Done', shown: 'Rendering' });
const underWay = job({ id: 'a-1-2', status: 'Rendering', shown: 'Rendering' });
const ofAnotherRun = job({ id: 'b-1-1', status: 'Rendering', shown: 'Rendering' });

describe('that a row shows its end is written by a later pass', () => {
  it('where its run goes on and another pass is sure to come', () => {
    expect(mayBeToldLater([done], [done, underWay], UNKNOWN_ACCOUNT, START)).toBe(true);
  });

  it.each<[string, readonly Job[], readonly Job[]]>([
    ['ends its run, while another run goes on', [done], [done, ofAnotherRun]],
    ['comes along with one that goes back to the queue', [done, job({ id: 'a-1-3' })], [done, underWay]],
    ['has a job beside it that is in doubt', [done], [done, underWay, { ...underWay, status: 'Submitting' }]],
    ['has none beside it but those that are shown just now', [done], [done, { ...underWay, shown: null }]],
  ])('but at once where it %s', (_, ended, own) => {
    expect(mayBeToldLater(ended, own, UNKNOWN_ACCOUNT, START)).toBe(false);
  });

  it('and not of a job that has another status by then: Undo takes the ledger back', () => {
    const sheet = new MemoryLedgerSheet();
    const goesOn = { ...underWay, shown: null };
    sheet.append([done, goesOn].map((each) => ({ cells: toLine(each), request: '' })));
    sheet.flush();
    const ledger = new OpenLedger(sheet, sheet.readMark());
    tellNow(ledger, [done, { ...goesOn, status: 'Done' }], START);
    expect([done, goesOn].map(({ id }) => ledger.job(id)?.shown)).toEqual(['Done', null]);
  });
});
