import { Worker } from 'node:worker_threads';
import type { Ending } from './ending.ts';
import { engineOrder } from './engine-order.ts';
import type { EngineMessage } from './messages.ts';
import type { SheetPart } from './sheet-parts.ts';

/** What all sheets of a run have in common. */
export interface SheetRunContext {
  /** Folder of the built files. */
  readonly home: URL;
  /** Address of the built-in simulator; null without one. */
  readonly simulator: string | null;
  readonly control: SharedArrayBuffer;
  /** Name of the `--again` order that is under way; null when none is. */
  readonly againOrder: string | null;
  /** The emulated time at which the sheet before has ended; null for the first. */
  readonly startAt: number | null;
}

/**
 * A pass makes copies of much of the sheet that live as long as it does. With the usual 48, these are moved from place
 * to place half as often again.
 */
const YOUNG_MEGABYTES = 192;

/** The engine's thread, which renders one sheet. */
export class SheetRun {
  private readonly worker: Worker;
  private ending: Ending | null = null;

  constructor(part: SheetPart, context: SheetRunContext) {
    const workerData = engineOrder(part.order, part.input, context);
    this.worker = new Worker(new URL('engine.js', context.home), {
      workerData,
      resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MEGABYTES },
    });
  }

  /** Resolves when the thread has ended. */
  toTheEnd(hear: (message: Exclude<EngineMessage, { kind: 'end' }>) => void): Promise<Ending> {
    return new Promise((resolve, reject) => {
      this.worker.on('message', (message: EngineMessage) => {
        if (message.kind !== 'end') {
          hear(message);
          return;
        }
        this.ending = message.end;
        // Its thread waits and does not end by itself.
        if (message.end.kind === 'unsaved') this.kill();
      });
      this.worker.once('error', reject);
      this.worker.once('exit', () => resolve(this.ending ?? { kind: 'interrupted' }));
    });
  }

  /** The state survives it. */
  kill(): void {
    void this.worker.terminate();
  }
}
