import { parentPort, workerData } from 'node:worker_threads';
import { createSteered } from './control.ts';
import { runEngine } from './engine-run.ts';
import type { EngineMessage, EngineOrder } from './messages.ts';

/** Entry of the emulator's thread, which blocks while a request is under way. */
const order: EngineOrder = workerData;

const send = (message: EngineMessage): void => {
  parentPort?.postMessage(message);
};

send({ kind: 'end', end: runEngine(order, createSteered(order.control), send) });
