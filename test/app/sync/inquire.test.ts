import { describe, expect, it } from 'vitest';
import type { AnswerAhead, Question } from '../../../src/app/ports/heygen.ts';
import { inquire } from '../../../src/app/sync/inquire.ts';
import { UNKNOWN_ACCOUNT } from '../../../src/core/jobs/account.ts';
import type { Job } from '../../../src/core/jobs/job.ts';
import { batchOf, batchSearch } from '../../../src/core/jobs/job-id.ts';
import { BATCH, job, MINUTE, START } from '../../core/jobs/jobs.ts';
import { FifoHeyGen } from './fifo-heygen.ts';

/** Notes what is asked, in order. `''` is the look at the newest videos, which shows whether there is room. */
class NotedHeyGen extends FifoHeyGen {
  readonly asked: string[][] = [];

  override ahead(questions: readonly Question[]): readonly AnswerAhead[] {
    const parts = questions.map((each) => (each.kind === 'titles' ? each.part : each.batchId));
    if (parts.length > 0) this.asked.push(parts);
    return parts.map(() => 'answered');
  }

  override videosByTitle(...[part, enough]: Parameters<FifoHeyGen['videosByTitle']>) {
    this.asked.push([part]);
    return super.videosByTitle(part, enough);
  }
}

const rendering = (id: string): Job =>
  job({ id, status: 'Rendering', batch: BATCH, sentAt: START, videoId: `v-${id}` });
const lost = (id: string): Job =>
  job({ id, status: 'Unconfirmed', sendAs: 'single', key: 'k', sentAt: START });

/** What one pass asks about these jobs, each of which is a question of its own. */
function askedAbout(own: readonly Job[]): string[][] {
  const client = new NotedHeyGen({ slots: 3, renderMinutes: 5, idsAtOnce: true, queues: true }, () => START);
  inquire({
    client,
    takeCalls: () => 0,
    asks: own.map((each) => ({ kind: 'titles', batch: batchOf(each.id), jobs: [each] })),
    own,
    account: UNKNOWN_ACCOUNT,
    clock: { now: () => START, pause: () => undefined, random: () => 0.5, newRun: () => 'run' },
    deadline: START + MINUTE,
  });
  return client.asked;
}

const [first, second, third] = ['run-1', 'run-2', 'run-3'].map(batchSearch);

describe('the titles of a batch of which a POST was lost', () => {
  it.each<[string, Job[]]>([
    ['', [lost('run-1-1')]],
    [', also where other videos of the batch are asked about', [rendering('run-1-1'), lost('run-1-2')]],
  ])('are read after the look for room, and not at the same moment as others%s', (_, batch) => {
    const asked = askedAbout([...batch, rendering('run-2-1'), rendering('run-3-1')]);
    expect(asked[0]).toEqual([second, third]);
    expect(asked.map(([part]) => part).filter((part) => part === '' || part === first)).toEqual(['', first]);
  });
});
