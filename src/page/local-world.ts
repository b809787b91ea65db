import type { ServerResponse } from 'node:http';
import type { PageReply, PageRequest } from '../emulator/script-run.ts';
import { type Engine, startEngine } from './engine/engine.ts';
import type { ActResult, EngineOrder } from './engine/messages.ts';
import { createHeyGenLink } from './heygen-link.ts';
import { createEventStream } from './http/event-stream.ts';
import { NO_SIDEBAR } from './http/sidebar-page.ts';
import { afterNews, emptyState, type Facts, type News } from './page-state.ts';
import type { DialogReply, HeyGenChange, UserAction } from './user-actions.ts';

/** Everything behind the page: the engine, HeyGen, and what all open pages show. */
export interface LocalWorld {
  listen(response: ServerResponse): void;
  act(act: UserAction): Promise<ActResult>;
  call(request: PageRequest): Promise<PageReply>;
  answer(reply: DialogReply): ActResult;
  changeHeyGen(change: HeyGenChange): Promise<ActResult>;
  sidebarPage(): string;
  close(): Promise<void>;
}

export interface LocalWorldOptions extends Omit<EngineOrder, 'flag' | 'title' | 'mode' | 'simulated'> {
  readonly facts: Facts;
  /** The bundled `engine-worker.ts`. */
  readonly engineEntry: URL;
  readonly onCrash: (error: Error) => void;
}

const HEYGEN_MS = 1_000;

export async function createLocalWorld(options: LocalWorldOptions): Promise<LocalWorld> {
  const { facts, engineEntry, onCrash, ...order } = options;
  const stream = createEventStream();
  let state = emptyState(facts);
  let page = NO_SIDEBAR;
  const tell = (news: News): void => {
    state = afterNews(state, news);
    stream.send(news);
  };
  const link = facts.heygen === null ? createHeyGenLink(order.origin, () => state.world.now) : null;
  const showHeyGen = async (): Promise<void> => {
    if (link === null) return;
    const heygen = await link.read();
    if (JSON.stringify(heygen) !== JSON.stringify(state.heygen)) tell({ kind: 'heygen', heygen });
  };
  const engine: Engine = await startEngine(
    engineEntry,
    { ...order, title: facts.title, mode: facts.mode, simulated: facts.heygen === null },
    {
      onNews: tell,
      onPage: (html) => {
        page = html;
      },
      onCrash,
    },
  );
  // An earlier start may have left bad days switched on.
  if (link !== null) tell({ kind: 'heygen', heygen: await link.change({ days: [] }) });
  const watch = setInterval(() => {
    if (stream.count() > 0) showHeyGen().catch(onCrash);
  }, HEYGEN_MS);

  return {
    listen: (response) => stream.add(response, { kind: 'state', state }),
    act: (act) => engine.act(act),
    call: (request) => engine.call(request),
    answer: ({ id, button, text }) => {
      if (state.dialog?.id !== id) return { ok: false, message: 'This dialog was answered already.' };
      // Another page may be about to answer the same dialog.
      tell({ kind: 'dialog', dialog: null });
      engine.answer(text === undefined ? { button } : { button, text });
      return { ok: true };
    },
    changeHeyGen: async (change) => {
      if (link === null) return { ok: false, message: 'Only the built-in simulator can be changed here.' };
      tell({ kind: 'heygen', heygen: await link.change(change) });
      return { ok: true };
    },
    sidebarPage: () => page,
    close: async () => {
      clearInterval(watch);
      stream.close();
      // A script that waits for an answer would never end.
      if (state.dialog !== null) engine.answer({ button: 'CLOSE' });
      await engine.close();
    },
  };
}
