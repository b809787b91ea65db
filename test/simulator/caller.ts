import type { Answer, Reply } from '../../src/simulator/exchange.ts';
import type { SimulatorChoices } from '../../src/simulator/options.ts';
import { createSimulator, type Simulator, type SimulatorHooks } from '../../src/simulator/simulator.ts';

export const START = 1_790_000_000_000;

// What a test reads of a reply is named here, all of it optional.
export interface Wire {
  readonly data?: Wire & readonly Wire[];
  readonly error?: { readonly code?: string; readonly message?: string; readonly param?: string } | null;
  readonly id?: string;
  readonly video_id?: string | null;
  readonly batch_id?: string | null;
  readonly item_index?: number | null;
  readonly items?: readonly Wire[];
  readonly status?: string;
  readonly title?: string | null;
  readonly video_url?: string | null;
  readonly thumbnail_url?: string | null;
  readonly gif_url?: string | null;
  readonly captioned_video_url?: string | null;
  readonly subtitle_url?: string | null;
  readonly video_page_url?: string | null;
  readonly preview_image_url?: string;
  readonly preview_video_url?: string;
  readonly preview_audio_url?: string;
  readonly url?: string;
  readonly asset_id?: string;
  readonly voice_id?: string;
  readonly folder_id?: string | null;
  readonly endpoint_id?: string;
  readonly secret?: string;
  readonly events?: readonly string[] | null;
  readonly event_type?: string;
  readonly event_data?: { readonly url?: string };
  readonly duration?: number | null;
  readonly audio_url?: string;
  readonly word_timestamps?: readonly {
    readonly word: string;
    readonly start: number;
    readonly end: number;
  }[];
  readonly brand_glossary_id?: string;
  readonly supported_api_engines?: readonly string[];
  readonly name?: string;
  readonly has_more?: boolean;
  readonly next_token?: string | null;
  readonly counts_by_status?: Readonly<Record<string, number>>;
  readonly wallet?: { readonly remaining_balance?: number };
  readonly failure_code?: string;
  readonly failure_message?: string;
}

export interface Answered {
  readonly status: number;
  readonly json: Wire;
  readonly headers: Readonly<Record<string, string>>;
}

/** A script that is worth a dollar or so, and asks for nothing unusual. */
export function avatarBody(changes: Readonly<Record<string, unknown>> = {}): Record<string, unknown> {
  return {
    type: 'avatar',
    avatar_id: 'Anna_Office_Front_public',
    script: 'Hello Ana, here is your video.',
    title: 'A video',
    ...changes,
  };
}

/** A caller of the simulator's core with a clock of its own. */
export class Caller {
  now = START;
  readonly simulator: Simulator;
  key = 'key-1';

  constructor(choices: SimulatorChoices = {}, hooks: SimulatorHooks = {}) {
    this.simulator = createSimulator({ renderMs: [60_000, 60_000], ...choices }, hooks);
  }

  answer(method: string, path: string, body?: unknown, headers: Record<string, string> = {}): Answer {
    const text = body === undefined ? '' : typeof body === 'string' ? body : JSON.stringify(body);
    const all = { 'X-Api-Key': this.key, 'Content-Type': 'application/json', ...headers };
    return this.simulator.handle({ method, path, headers: all, body: text }, this.now);
  }

  reply(method: string, path: string, body?: unknown, headers?: Record<string, string>): Reply {
    const answer = this.answer(method, path, body, headers);
    if (answer.kind === 'cut') throw new Error(`${method} ${path} was cut`);
    return answer;
  }

  call(method: string, path: string, body?: unknown, headers?: Record<string, string>): Answered {
    const reply = this.reply(method, path, body, headers);
    return { status: reply.status, json: JSON.parse(String(reply.body)), headers: reply.headers };
  }

  get(path: string): Answered {
    return this.call('GET', path);
  }

  create(changes: Readonly<Record<string, unknown>> = {}, key?: string): Answered {
    return this.call(
      'POST',
      '/v3/videos',
      avatarBody(changes),
      key === undefined ? {} : { 'Idempotency-Key': key },
    );
  }

  /** Creates one and answers its id. */
  made(changes: Readonly<Record<string, unknown>> = {}): string {
    const { json } = this.create(changes);
    return json.data?.video_id ?? '';
  }

  batch(videos: readonly unknown[], key?: string): Answered {
    const headers: Record<string, string> = key === undefined ? {} : { 'Idempotency-Key': key };
    return this.call('POST', '/v3/videos/batches', { title: 'a batch', videos }, headers);
  }

  wait(seconds: number): void {
    this.now += seconds * 1000;
  }

  /** Opens an absolute URL that the simulator handed out. */
  open(url: string | null | undefined): Reply {
    const { publicUrl } = this.simulator.options();
    if (!url?.startsWith(publicUrl)) throw new Error(`not one of ours: ${url}`);
    return this.reply('GET', url.slice(publicUrl.length), undefined, { 'X-Api-Key': '' });
  }
}
