import type { Execution } from '../../src/emulator/execution.ts';
import { type Call, createCall, type Runner } from '../../src/sidebar/page/call.ts';
import { createCallQueues } from '../../src/sidebar/page/call-queues.ts';
import { type Controller, createController } from '../../src/sidebar/page/controller.ts';
import { createPolling } from '../../src/sidebar/page/polling.ts';
import { INITIAL, type State } from '../../src/sidebar/page/state.ts';
import { createStore, type Store } from '../../src/sidebar/page/store.ts';
import type { World } from './world.ts';

/** How often the page looks whether there is something to do, as in src/sidebar/main.tsx. */
const TICK_MS = 500;

/** The sidebar without its drawing, in front of the built add-on, on the world's clock. */
export class OpenSidebar {
  /** The executions of its calls. */
  readonly executions: Execution[] = [];
  readonly controller: Controller;
  readonly store: Store<State> = createStore(INITIAL);
  visible = true;
  private readonly world: World;
  private readonly tick: () => void;
  private now = 0;

  constructor(world: World) {
    this.world = world;
    const queues = createCallQueues(this.call());
    this.controller = createController(queues, this.store);
    const { controller, store } = this;
    this.tick = createPolling(controller, queues, store, {
      visible: () => this.visible,
      typing: () => false,
      now: () => this.now,
    });
  }

  /** Lets time pass. */
  async wait(ms: number): Promise<void> {
    const began = this.world.now;
    for (let passed = 0; passed < ms; passed += TICK_MS) {
      this.now += TICK_MS;
      this.world.emulator.clock.moveTo(Math.max(this.world.now, began + passed));
      const before = this.executions.length;
      this.tick();
      // One answer may lead to the next call.
      await settled();
      if (this.executions.length > before) await settled();
    }
  }

  /** How many calls of a service all executions have made together. */
  used(service: string): number {
    return this.executions.reduce((sum, { counts }) => sum + (counts.services[service] ?? 0), 0);
  }

  private call(): Call {
    const { world, executions } = this;
    const runner = (success: (reply: unknown) => void, failure: (error: unknown) => void): Runner => {
      const handlers = {
        withSuccessHandler: (handler: (reply: unknown) => void) => runner(handler, failure),
        withFailureHandler: (handler: (error: unknown) => void) => runner(success, handler),
      };
      return new Proxy(handlers, {
        get: (own, name) =>
          Reflect.get(own, name) ??
          ((...args: readonly unknown[]) => {
            const { reply, execution } = world.emulator.serve({
              functionName: String(name),
              args: JSON.parse(JSON.stringify(args)),
            });
            if (execution !== null) executions.push(execution);
            if (reply.ok) success(reply.value);
            else failure({ message: reply.error });
          }),
      });
    };
    return createCall(() =>
      runner(
        () => undefined,
        () => undefined,
      ),
    );
  }
}

/** Every promise that can be kept by now has been. */
function settled(): Promise<void> {
  return new Promise((resolve) => {
    setImmediate(resolve);
  });
}
