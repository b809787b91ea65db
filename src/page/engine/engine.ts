import { MessageChannel, Worker } from 'node:worker_threads';
import type { PageReply, PageRequest } from '../../emulator/script-run.ts';
import type { DialogAnswer } from '../../emulator/services/ui-service.ts';
import type { News } from '../page-state.ts';
import type { UserAction } from '../user-actions.ts';
import type { ActResult, EngineMessage, EngineOrder, EngineRequest } from './messages.ts';

/** The engine's thread, seen from the main thread. */
export interface Engine {
  act(act: UserAction): Promise<ActResult>;
  call(request: PageRequest): Promise<PageReply>;
  /** Answers the dialog that the script waits for. */
  answer(answer: DialogAnswer): void;
  close(): Promise<void>;
}

export interface EngineListener {
  readonly onNews: (news: News) => void;
  readonly onPage: (html: string) => void;
  /** The thread ended though nobody closed it. */
  readonly onCrash: (error: Error) => void;
}

/** How long a busy engine may take to end by itself. */
const PATIENCE_MS = 2_000;

/** Starts the bundled `engine-worker.ts`. Rejects when the add-on cannot be opened. */
export function startEngine(
  entry: URL,
  order: Omit<EngineOrder, 'flag'>,
  listener: EngineListener,
): Promise<Engine> {
  const flag = new SharedArrayBuffer(4);
  const { port1: answers, port2 } = new MessageChannel();
  const worker = new Worker(entry, {
    workerData: { order: { ...order, flag }, answers: port2 },
    transferList: [port2],
  });
  const acts = new Map<number, (result: ActResult) => void>();
  const calls = new Map<number, (reply: PageReply) => void>();
  let ids = 0;
  let closing = false;
  const exited = new Promise<void>((resolve) => {
    worker.once('exit', () => resolve());
  });
  const post = (request: EngineRequest): void => worker.postMessage(request);
  const waitFor = <Value>(waiting: Map<number, (value: Value) => void>, ask: (id: number) => EngineRequest) =>
    new Promise<Value>((resolve) => {
      ids += 1;
      waiting.set(ids, resolve);
      post(ask(ids));
    });

  const engine: Engine = {
    act: (act) => waitFor(acts, (id) => ({ kind: 'act', id, act })),
    call: (request) => waitFor(calls, (id) => ({ kind: 'call', id, request })),
    answer: (answer) => {
      answers.postMessage(answer);
      const cell = new Int32Array(flag);
      Atomics.store(cell, 0, 1);
      Atomics.notify(cell, 0);
    },
    close: async () => {
      closing = true;
      post({ kind: 'close' });
      const late = setTimeout(() => void worker.terminate(), PATIENCE_MS);
      await exited;
      clearTimeout(late);
      answers.close();
    },
  };

  return new Promise((resolve, reject) => {
    worker.on('error', (error: Error) => {
      reject(error);
      if (!closing) listener.onCrash(error);
    });
    worker.on('message', (message: EngineMessage) => {
      switch (message.kind) {
        case 'ready':
          resolve(engine);
          return;
        case 'failed':
          reject(new Error(message.message));
          void worker.terminate();
          return;
        case 'done':
          acts.get(message.id)?.(message.result);
          acts.delete(message.id);
          return;
        case 'reply':
          calls.get(message.id)?.(message.reply);
          calls.delete(message.id);
          return;
        case 'news':
          listener.onNews(message.news);
          return;
        case 'page':
          listener.onPage(message.html);
      }
    });
  });
}
