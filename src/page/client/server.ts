import type { PageReply } from '../../emulator/script-run.ts';
import type { News } from '../page-state.ts';
import type { DialogReply, HeyGenChange, SentCall, UserAction } from '../user-actions.ts';

type Result = { readonly ok: true } | { readonly ok: false; readonly message: string };

const GONE = 'The server does not answer. Is "npm start" still running?';

async function post<Answer>(path: string, body: unknown): Promise<Answer> {
  const reply = await fetch(path, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  });
  const answer: Answer = await reply.json();
  return answer;
}

/** The page's server. The user's actions arrive in their order. */
export interface Server {
  act(act: UserAction): Promise<Result>;
  call(call: SentCall): Promise<PageReply>;
  answer(reply: DialogReply): Promise<Result>;
  changeHeyGen(change: HeyGenChange): Promise<Result>;
  /** Gets all news from now on, the whole state first, and again after a lost connection. */
  listen(heard: (news: News) => void, connected: (yes: boolean) => void): () => void;
}

export function createServer(): Server {
  let last: Promise<unknown> = Promise.resolve();
  const inOrder = <Answer>(send: () => Promise<Answer>, lost: Answer): Promise<Answer> => {
    const next = last.then(send).catch(() => lost);
    last = next;
    return next;
  };
  const gone: Result = { ok: false, message: GONE };
  return {
    act: (act) => {
      // A menu's function may wait for a dialog, so nothing may wait for the function.
      if (act.kind === 'menu') return last.then(() => post<Result>('/act', act)).catch(() => gone);
      return inOrder(() => post<Result>('/act', act), gone);
    },
    call: (call) => last.then(() => post<PageReply>('/call', call)).catch(() => ({ ok: false, error: GONE })),
    answer: (reply) => post<Result>('/answer', reply).catch(() => gone),
    changeHeyGen: (change) => post<Result>('/heygen', change).catch(() => gone),
    listen: (heard, connected) => {
      const source = new EventSource('/events');
      source.onopen = () => connected(true);
      source.onerror = () => connected(false);
      source.onmessage = (event) => heard(JSON.parse(event.data));
      return () => source.close();
    },
  };
}
