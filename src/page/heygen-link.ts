import { optionsOfDays } from './bad-days.ts';
import type { HeyGenView } from './page-state.ts';
import type { HeyGenChange } from './user-actions.ts';

/** Reads and changes the simulated HeyGen for the panel. */
export interface HeyGenLink {
  read(): Promise<HeyGenView>;
  change(change: HeyGenChange): Promise<HeyGenView>;
}

interface SimulatorState {
  readonly accounts: readonly {
    readonly spent: number;
    readonly waiting: number;
    readonly rendering: number;
  }[];
  readonly counts: Readonly<Record<string, number>>;
  readonly paid_videos: readonly unknown[];
  readonly videos: readonly { readonly state: string; readonly deletedAt: number }[];
}

interface SimulatorOptions {
  readonly slots: number;
  readonly renderMs: readonly [number, number];
  readonly acceptTest: boolean;
}

/** `now` is the emulated time, which is also the simulator's. */
export function createHeyGenLink(origin: string, now: () => number): HeyGenLink {
  let days: readonly string[] = [];

  const ask = async <Answer>(path: string, body?: unknown): Promise<Answer> => {
    const told = now();
    const reply = await fetch(origin + path, {
      method: body === undefined ? 'GET' : 'POST',
      headers: {
        'Content-Type': 'application/json',
        ...(told === 0 ? {} : { 'x-emulated-now': String(told) }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    // The simulator was built together with this file, so its replies have this type.
    return (await reply.json()) as Answer;
  };

  const read = async (): Promise<HeyGenView> => {
    const [state, { slots, renderMs, acceptTest }] = await Promise.all([
      ask<SimulatorState>('/_simulator/state'),
      ask<SimulatorOptions>('/_simulator/options'),
    ]);
    const sum = (field: 'spent' | 'waiting' | 'rendering'): number =>
      state.accounts.reduce((total, account) => total + account[field], 0);
    const count = (word: string): number => state.videos.filter((video) => video.state === word).length;
    const requests = Object.entries(state.counts).filter(([operation]) => operation.includes(' /'));
    return {
      slots,
      renderSeconds: Math.round((renderMs[0] + renderMs[1]) / 2_000),
      takesTests: acceptTest,
      days,
      waiting: sum('waiting'),
      rendering: sum('rendering'),
      completed: count('completed'),
      failed: count('failed'),
      paidVideos: state.paid_videos.length,
      charged: sum('spent'),
      requests: requests.reduce((total, [, times]) => total + times, 0),
    };
  };

  return {
    read,
    change: async (change) => {
      const { slots, renderSeconds, takesTests } = change;
      if (change.days !== undefined) days = change.days;
      await ask('/_simulator/options', {
        ...(slots === undefined ? {} : { slots }),
        ...(renderSeconds === undefined ? {} : { renderMs: [renderSeconds * 500, renderSeconds * 1_500] }),
        ...(takesTests === undefined ? {} : { acceptTest: takesTests }),
        ...(change.days === undefined ? {} : optionsOfDays(days)),
      });
      return read();
    },
  };
}
