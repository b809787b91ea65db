import type { PageReply, PageRequest } from './script-run.ts';
import type { SeededRandom } from './seeded-random.ts';

/** At most ten calls of one page run at once. */
const AT_ONCE = 10;

/** The calls that a page has under way. As on the platform, they end in no particular order. */
export interface PageCalls {
  /** Accepts a call, which runs when `settleOne` picks it. An eleventh fails at once. */
  submit(request: PageRequest, settle: (reply: PageReply) => void): void;
  /** Runs one of the calls under way, chosen by the seed. False when there is none. */
  settleOne(): boolean;
  underWay(): number;
}

export function createPageCalls(serve: (request: PageRequest) => PageReply, random: SeededRandom): PageCalls {
  const waiting: { readonly request: PageRequest; readonly settle: (reply: PageReply) => void }[] = [];
  return {
    submit: (request, settle) => {
      if (waiting.length >= AT_ONCE) {
        settle({ ok: false, error: 'There are too many calls of google.script.run at once.' });
        return;
      }
      waiting.push({ request, settle });
    },
    settleOne: () => {
      const [picked] = waiting.splice(Math.floor(random.next() * waiting.length), 1);
      if (picked === undefined) return false;
      picked.settle(serve(picked.request));
      return true;
    },
    underWay: () => waiting.length,
  };
}
