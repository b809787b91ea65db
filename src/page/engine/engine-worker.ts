import type { MessagePort } from 'node:worker_threads';
import { parentPort, receiveMessageOnPort, workerData } from 'node:worker_threads';
import type { Dialog, DialogAnswer } from '../../emulator/services/ui-service.ts';
import { EmulatorSession } from './emulator-session.ts';
import type { EngineMessage, EngineOrder, EngineRequest } from './messages.ts';

/**
 * Entry of the engine's thread. The emulator blocks it during requests and dialogs. So the page's server has another
 * thread, where it can always answer.
 */
const { order, answers }: { order: EngineOrder; answers: MessagePort } = workerData;
const flag = new Int32Array(order.flag);
const TICK_MS = 200;
const WORLD_MS = 1_000;
let dialogs = 0;

function post(message: EngineMessage): void {
  parentPort?.postMessage(message);
}

function ask(dialog: Dialog): DialogAnswer {
  dialogs += 1;
  post({ kind: 'news', news: { kind: 'dialog', dialog: { id: dialogs, ...dialog } } });
  for (;;) {
    Atomics.wait(flag, 0, 0);
    Atomics.store(flag, 0, 0);
    const received: { message: DialogAnswer } | undefined = receiveMessageOnPort(answers);
    if (received === undefined) continue;
    post({ kind: 'news', news: { kind: 'dialog', dialog: null } });
    return received.message;
  }
}

const session = new EmulatorSession(order, {
  tell: (news) => post({ kind: 'news', news }),
  showPage: (html) => post({ kind: 'page', html }),
  answer: ask,
});

let told = 0;
function turn(): void {
  // One at a time, so that the user's actions can come between them.
  if (session.work()) setImmediate(turn);
  else if (Date.now() - told > WORLD_MS) {
    told = Date.now();
    session.refresh();
  }
}

/** At once, unless Google is slow. Others go on meanwhile, as on the platform. */
function after(ms: number, run: () => void): void {
  if (ms === 0) run();
  else setTimeout(run, ms);
}

parentPort?.on('message', (request: EngineRequest) => {
  switch (request.kind) {
    case 'act':
      after(session.startUpMs(request.act), () =>
        post({ kind: 'done', id: request.id, result: session.act(request.act) }),
      );
      return;
    case 'call':
      after(session.startUpMs(), () => {
        session.call(request.request, (reply, waitMs) =>
          after(waitMs, () => post({ kind: 'reply', id: request.id, reply })),
        );
        setImmediate(turn);
      });
      return;
    case 'close':
      session.close();
      process.exit(0);
  }
});

try {
  session.open();
  setInterval(turn, TICK_MS);
  post({ kind: 'ready' });
} catch (error) {
  post({ kind: 'failed', message: error instanceof Error ? (error.stack ?? error.message) : String(error) });
}
