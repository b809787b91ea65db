import { describe, expect, test } from 'vitest';
import { CurrentRequests } from '../../../src/core/jobs/current-request.ts';
import type { Job } from '../../../src/core/jobs/job.ts';
import { type NoticedEdit, noticedEdits } from '../../../src/core/jobs/noticed-edit.ts';
import { requestPrintOf } from '../../../src/core/jobs/request-print.ts';
import { requestOf } from '../../../src/core/request/request.ts';
import { NO_FACTS } from '../../../src/core/row/account-facts.ts';
import { readTable, type Table } from '../../../src/core/sheet/table.ts';
import { job } from './jobs.ts';

const ID = 'k3v9x2ab-1-1';
const LINK = 'https://files.example/ana.mp4';

interface Cells {
  readonly name: string;
  readonly status?: string;
  readonly link?: string;
}

function sheet(rows: readonly Cells[]): Table {
  const lines = rows.map(({ name, status = 'Done', link = LINK }) => [
    name,
    'Hi <<name>>!',
    'look',
    status,
    link,
    '',
    ID,
  ]);
  return readTable([['name', 'script', 'avatar_id', 'status', 'video_url', 'problem', 'job'], ...lines]);
}

function madeFor(name: string): Job {
  const table = sheet([{ name }]);
  const [row] = table.rows;
  const asked = row === undefined ? null : requestOf(table, row, {});
  if (asked?.ok !== true) throw new Error('The row of the test cannot be sent.');
  const requestPrint = requestPrintOf(asked.value);
  return job({ id: ID, status: 'Done', tab: 7, requestPrint, video_url: LINK });
}

/** What an edit in every row changes, where the video says "Hi Ana!". */
function noticed(rows: readonly Cells[]): readonly Pick<NoticedEdit, 'kind' | 'row'>[] {
  const table = sheet(rows);
  const requests = new CurrentRequests(table, {}, NO_FACTS);
  const edits = noticedEdits(
    { table, requests, tab: 7, now: 0 },
    table.rows,
    new Map([[ID, madeFor('Ana')]]),
  );
  return edits.map(({ kind, row }) => ({ kind, row }));
}

describe('an edit beside a finished video', () => {
  test('is told in the row that carries it', () => {
    expect(noticed([{ name: 'Zoe' }])).toEqual([{ kind: 'told', row: 2 }]);
  });

  test('takes the outputs from a copy whose original still fits', () => {
    expect(noticed([{ name: 'Ana' }, { name: 'Zoe' }])).toEqual([{ kind: 'cleared', row: 3 }]);
  });

  test('takes them from neither of two copies where none fits: the only link to a paid video stays', () => {
    expect(noticed([{ name: 'Bo' }, { name: 'Zoe' }])).toEqual([
      { kind: 'told', row: 2 },
      { kind: 'told', row: 3 },
    ]);
  });

  test('changes nothing in a row that shows another link than its job', () => {
    expect(noticed([{ name: 'Zoe', link: 'https://files.example/bo.mp4' }])).toEqual([]);
    expect(noticed([{ name: 'Ana', status: 'Changed', link: '' }])).toEqual([]);
  });
});
