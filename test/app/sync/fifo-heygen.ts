import type { AnswerAhead, Asked, HeyGen, Question, Sent } from '../../../src/app/ports/heygen.ts';
import type { BatchItem, Video, VideoState } from '../../../src/core/heygen/video.ts';
import type { Endpoint } from '../../../src/core/heygen/video-request.ts';
import { success } from '../../../src/core/result.ts';
import { MINUTE, problem, video } from '../../core/jobs/jobs.ts';

interface Work {
  readonly id: string;
  readonly title: string;
  readonly batchId: string;
  readonly index: number;
  readonly key: string;
  /** When it began to render; null while it waits for a slot. */
  startedAt: number | null;
}

export interface FifoOptions {
  readonly slots: number;
  readonly renderMinutes: number;
  /** A member's video exists from the beginning as waiting, or only once it gets its slot. */
  readonly idsAtOnce: boolean;
  /** Whether a batch may be larger than the free slots; else its surplus fails, and so do surplus POSTs. */
  readonly queues: boolean;
}

/** HeyGen in memory: renders in the order in which it was asked, in so many slots, on a virtual clock. */
export class FifoHeyGen implements HeyGen {
  /** How often each operation was called. */
  readonly calls: Record<string, number> = {};
  private readonly works: Work[] = [];
  private readonly refused = new Set<string>();
  private readonly options: FifoOptions;
  private readonly now: () => number;
  private batches = 0;

  constructor(options: FifoOptions, now: () => number) {
    this.options = options;
    this.now = now;
  }

  /** When each video was finished, by its title; only finished ones. */
  finishedAt(): Map<string, number> {
    this.advance();
    const done = this.works.filter((work) => this.state(work) === 'completed');
    return new Map(
      done.map((work) => [work.title, (work.startedAt ?? 0) + this.options.renderMinutes * MINUTE]),
    );
  }

  /** How many videos were made with this title. */
  made(title: string): number {
    return this.works.filter((work) => work.title === title && !this.refused.has(work.id)).length;
  }

  /** Everything is asked when its turn comes. */
  ahead(_questions: readonly Question[]): readonly AnswerAhead[] {
    return [];
  }

  createVideo(_endpoint: Endpoint, body: string, key: string): Sent<{ readonly videoId: string }> {
    this.count('createVideo');
    this.advance();
    const known = this.works.find((work) => work.key === key);
    if (known !== undefined) return { kind: 'accepted', value: { videoId: known.id } };
    if (this.underWay() >= this.options.slots) {
      return { kind: 'refused', problem: problem('wait', { code: 'rate_limit_exceeded', httpStatus: 429 }) };
    }
    return { kind: 'accepted', value: { videoId: this.add(body, '', -1, key).id } };
  }

  createBatch(
    bodies: readonly string[],
    _title: string,
    _key: string,
  ): Sent<{ readonly batchId: string; readonly totalItems: number }> {
    this.count('createBatch');
    this.advance();
    const batchId = `b${++this.batches}`;
    bodies.forEach((body, index) => {
      const isSurplus = !this.options.queues && this.underWay() >= this.options.slots;
      const work = this.add(body, batchId, index, '');
      if (isSurplus) this.refused.add(work.id);
    });
    return { kind: 'accepted', value: { batchId, totalItems: bodies.length } };
  }

  batchItems(batchId: string): Asked<readonly BatchItem[]> {
    this.count('batchItems');
    this.advance();
    const members = this.works.filter((work) => work.batchId === batchId);
    return success(
      members.map((work) => ({
        index: work.index,
        videoId: this.isShown(work) ? work.id : '',
        state: this.state(work),
        failureCode: this.refused.has(work.id) ? 'rate_limit_exceeded' : '',
        failureMessage: '',
      })),
    );
  }

  videosByTitle(
    part: string,
    enough: (soFar: readonly Video[]) => boolean,
  ): Asked<{ readonly videos: readonly Video[]; readonly complete: boolean }> {
    this.advance();
    const all = this.works.filter((work) => this.isShown(work) && work.title.includes(part)).reverse();
    const videos: Video[] = [];
    for (let from = 0; ; from += 100) {
      this.count('videosByTitle');
      videos.push(...all.slice(from, from + 100).map((work) => this.resource(work)));
      if (from + 100 >= all.length) return success({ videos, complete: true });
      if (enough(videos)) return success({ videos, complete: false });
    }
  }

  statuses(videoIds: readonly string[]): ReturnType<HeyGen['statuses']> {
    this.count('statuses');
    this.advance();
    return success(
      videoIds.map((videoId) => {
        const work = this.works.find(({ id }) => id === videoId);
        const state: VideoState = work === undefined ? 'not_found' : this.state(work);
        return { videoId, batchId: '', index: null, state, failureCode: '', failureMessage: '' };
      }),
    );
  }

  video(id: string): Asked<Video> {
    this.count('video');
    this.advance();
    const work = this.works.find((each) => each.id === id);
    return success(work === undefined ? video({ id, state: 'not_found' }) : this.resource(work));
  }

  deleteVideo(): Asked<null> {
    return success(null);
  }

  account(): ReturnType<HeyGen['account']> {
    return success({ username: 'ana', email: '', balance: null, billing: '' });
  }

  totalCalls(): number {
    return Object.values(this.calls).reduce((sum, count) => sum + count, 0);
  }

  private add(body: string, batchId: string, index: number, key: string): Work {
    const { title } = JSON.parse(body) as { title: string };
    const work: Work = { id: `v${this.works.length + 1}`, title, batchId, index, key, startedAt: null };
    this.works.push(work);
    this.advance();
    return work;
  }

  /** Gives free slots to waiting videos, in order, at the moments at which they became free. */
  private advance(): void {
    const { slots, renderMinutes } = this.options;
    const free: number[] = [];
    for (const { startedAt } of this.works)
      if (startedAt !== null) free.push(startedAt + renderMinutes * MINUTE);
    const latest = free.sort((a, b) => b - a).slice(0, slots);
    for (const work of this.works) {
      if (work.startedAt !== null || this.refused.has(work.id)) continue;
      const at = latest.length < slots ? this.now() : (latest[latest.length - 1] ?? 0);
      if (at > this.now()) return;
      work.startedAt = at;
      latest.push(at + renderMinutes * MINUTE);
      latest.sort((a, b) => b - a).splice(slots);
    }
  }

  private underWay(): number {
    return this.works.filter((work) => !['completed', 'failed'].includes(this.state(work))).length;
  }

  private isShown(work: Work): boolean {
    return !this.refused.has(work.id) && (this.options.idsAtOnce || work.startedAt !== null);
  }

  private state(work: Work): VideoState {
    if (this.refused.has(work.id)) return 'failed';
    if (work.startedAt === null) return 'waiting';
    return this.now() >= work.startedAt + this.options.renderMinutes * MINUTE ? 'completed' : 'rendering';
  }

  private resource(work: Work): Video {
    const state = this.state(work);
    const video_url = state === 'completed' ? `https://files.example/${work.id}.mp4` : '';
    const end = (work.startedAt ?? 0) + this.options.renderMinutes * MINUTE;
    const completedAt = state === 'completed' ? Math.floor(end / 1000) : null;
    return video({ id: work.id, title: work.title, state, video_url, completedAt });
  }

  private count(operation: string): void {
    this.calls[operation] = (this.calls[operation] ?? 0) + 1;
  }
}
