import { describe, expect, it } from 'vitest';
import { Progress } from '../../src/cli/progress.ts';
import { adviceOnChanged, countStatuses, tableOfOthers, wrapped } from '../../src/cli/report.ts';

class Paper {
  text = '';
  readonly isTTY: boolean;
  readonly columns = 100;

  constructor(isTTY: boolean) {
    this.isTTY = isTTY;
  }

  write(text: string): void {
    this.text += text;
  }
}

describe('Progress', () => {
  it('is a bar on a terminal, with counts, elapsed time and time left', () => {
    const paper = new Paper(true);
    let now = 0;
    const progress = new Progress(paper, 10, () => now);
    progress.show({ '': 10 });
    now = 30_000;
    progress.show({ Done: 4, Rendering: 5, Blocked: 1 });
    expect(paper.text.split('\r').at(-1)).toBe(
      '██████████░░░░░░░░░░ 5/10  4 done, 5 rendering, 1 blocked  0:30  about 0:38 left\u001b[K',
    );
  });

  it('is a plain line elsewhere, whenever the counts have changed and at most one a second', () => {
    const paper = new Paper(false);
    let now = 0;
    const progress = new Progress(paper, 2, () => now);
    progress.show({ Queued: 2 });
    now = 500;
    progress.show({ Rendering: 2 });
    now = 1_000;
    progress.tick();
    now = 3_000;
    progress.show({ Rendering: 2 });
    now = 3_723_000;
    progress.show({ Done: 2 });
    progress.end();
    expect(paper.text).toBe('0:00  2 queued\n0:01  2 rendering\n1:02:03  2 done\n');
  });

  it('promises no time before something has come to its end, and gives way to a question', () => {
    const paper = new Paper(true);
    const progress = new Progress(paper, 4, () => 0);
    progress.show({ Done: 2, Queued: 2 });
    expect(paper.text).not.toContain('left');
    progress.hold(true);
    const before = paper.text;
    progress.tick();
    expect(paper.text).toBe(before);
  });
});

describe('The table of rows that are not Done', () => {
  const results = [
    { row: 2, status: 'Done', problem: '' },
    {
      row: 3,
      status: 'Blocked',
      problem: '<<first_name>> is empty. Fill the cell or write <<first_name|there>>.',
    },
    { row: 10, status: 'Queued', problem: '' },
    { row: 11, status: 'Queued', problem: '' },
    { row: 13, status: '', problem: '' },
  ];

  it('wraps the advice to the width of the terminal and joins neighbours in the same case', () => {
    expect(tableOfOthers(results, 60)).toBe(
      [
        'Row 3       Blocked   <<first_name>> is empty. Fill the cell',
        '                      or write <<first_name|there>>.',
        'Rows 10–11  Queued',
        'Row 13      not sent',
      ].join('\n'),
    );
  });

  it('counts every row once', () => {
    expect(countStatuses(results)).toEqual({
      rows: 5,
      done: 1,
      changed: 0,
      failed: 0,
      blocked: 1,
      queued: 2,
      rendering: 0,
      unconfirmed: 0,
    });
  });

  it('is followed by the way to have changed rows made anew', () => {
    expect(adviceOnChanged(results)).toBe('');
    const changed = [4, 5, 8].map((row) => ({ row, status: 'Changed', problem: 'The video still says: Hi' }));
    expect(adviceOnChanged([...results, ...changed])).toContain('add --again 4-5,8.');
  });

  it('loses no word in wrapping', () => {
    expect(wrapped('one two\nthree averyveryverylongword four', 9)).toEqual([
      'one two',
      'three',
      'averyveryverylongword',
      'four',
    ]);
  });
});
