import type { PageReply, PageRequest } from '../../emulator/script-run.ts';
import type { InstallMode } from '../../emulator/services/trigger-service.ts';
import type { News } from '../page-state.ts';
import type { UserAction } from '../user-actions.ts';

/** What the engine's thread is given when it starts. */
export interface EngineOrder {
  /** Folder of the built add-on. */
  readonly addOn: string;
  readonly title: string;
  /** The cells to begin with when nothing was saved; the header first. */
  readonly rows: readonly (readonly string[])[];
  readonly mode: InstallMode;
  /** What answers for `https://api.heygen.com`. */
  readonly origin: string;
  /** The built-in simulator uses the emulated time, any other server the real one. */
  readonly simulated: boolean;
  readonly stateFile: string;
  /** Wakes the engine's thread, which sleeps until there is an answer to a dialog in `answers`. */
  readonly flag: SharedArrayBuffer;
}

/** From the main thread to the engine. */
export type EngineRequest =
  | { readonly kind: 'act'; readonly id: number; readonly act: UserAction }
  | { readonly kind: 'call'; readonly id: number; readonly request: PageRequest }
  | { readonly kind: 'close' };

export type ActResult = { readonly ok: true } | { readonly ok: false; readonly message: string };

/** From the engine to the main thread. */
export type EngineMessage =
  | { readonly kind: 'ready' }
  | { readonly kind: 'failed'; readonly message: string }
  | { readonly kind: 'done'; readonly id: number; readonly result: ActResult }
  | { readonly kind: 'reply'; readonly id: number; readonly reply: PageReply }
  | { readonly kind: 'news'; readonly news: News }
  /** The page of the sidebar, to be served. */
  | { readonly kind: 'page'; readonly html: string };
