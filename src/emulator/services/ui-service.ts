import type { ExecutionContext } from '../execution.ts';
import { isInteractive } from '../execution.ts';
import { listOf, numberOf, recordOf, textOf } from '../plain.ts';
import type { Plain, Service } from '../service.ts';

/** One line of the add-on's menu. */
export type MenuEntry =
  | { readonly kind: 'item'; readonly label: string; readonly functionName: string }
  | { readonly kind: 'separator' }
  | { readonly kind: 'submenu'; readonly label: string; readonly entries: readonly MenuEntry[] };

export interface Menu {
  readonly label: string;
  readonly entries: readonly MenuEntry[];
}

/** A dialog that waits for the user. */
export interface Dialog {
  readonly kind: 'alert' | 'prompt';
  readonly title: string;
  readonly message: string;
  readonly buttons: 'OK' | 'OK_CANCEL' | 'YES_NO' | 'YES_NO_CANCEL';
}

/** `tookMs`: how long the dialog stayed open, which counts against the six minutes. */
export interface DialogAnswer {
  readonly button: 'OK' | 'CANCEL' | 'YES' | 'NO' | 'CLOSE';
  readonly text?: string;
  readonly tookMs?: number;
}

export interface AskedDialog extends Dialog {
  readonly answer: DialogAnswer;
}

/** A page that a script showed, in the sidebar or in a dialog. */
export interface ShownPage {
  readonly title: string;
  readonly html: string;
  readonly width: number | null;
  readonly height: number | null;
}

export interface Toast {
  readonly message: string;
  readonly title: string;
  /** Negative: until dismissed. */
  readonly seconds: number;
}

/** What the user sees around the cells. It lives in the browser tab, so nothing of it is durable. */
export interface UiService extends Service {
  menus(): readonly Menu[];
  sidebar(): ShownPage | null;
  closeSidebar(): void;
  pages(): readonly ShownPage[];
  toasts(): readonly Toast[];
  dialogs(): readonly AskedDialog[];
}

const SHOW_MS = 100;
const USUAL_TOAST_SECONDS = 5;

export function createUiService(
  answer: (dialog: Dialog) => DialogAnswer,
  contextOf: (execution: number) => ExecutionContext,
): UiService {
  let menus: readonly Menu[] = [];
  let sidebar: ShownPage | null = null;
  const pages: ShownPage[] = [];
  const toasts: Toast[] = [];
  const dialogs: AskedDialog[] = [];

  const ask = (dialog: Dialog): { value: Plain; cost: number } => {
    const given = answer(dialog);
    dialogs.push({ ...dialog, answer: given });
    return { value: { button: given.button, text: given.text ?? '' }, cost: given.tookMs ?? 0 };
  };

  return {
    perform: (method, args, execution) => {
      switch (method) {
        case 'setMenu': {
          const menu = menuOf(args[0]);
          menus = [...menus.filter((other) => other.label !== menu.label), menu];
          return { value: null, cost: SHOW_MS };
        }
        case 'alert':
        case 'prompt':
          return ask(dialogOf(method, args));
        case 'showSidebar':
          sidebar = pageOf(args[0]);
          return { value: null, cost: SHOW_MS };
        case 'showDialog':
          pages.push(pageOf(args[0]));
          return { value: null, cost: SHOW_MS };
        case 'toast':
          // Without an open document nobody sees it. The platform does not complain.
          if (isInteractive(contextOf(execution).kind)) toasts.push(toastOf(args));
          return { value: null, cost: SHOW_MS };
        default:
          throw new Error(`Ui.${method} is not emulated.`);
      }
    },
    snapshot: () => null,
    restore: () => {
      sidebar = null;
    },
    menus: () => menus,
    sidebar: () => sidebar,
    closeSidebar: () => {
      sidebar = null;
    },
    pages: () => pages,
    toasts: () => toasts,
    dialogs: () => dialogs,
  };
}

function menuOf(value: Plain | undefined): Menu {
  const { label, entries } = recordOf(value);
  return { label: textOf(label), entries: listOf(entries).map(entryOf) };
}

function entryOf(value: Plain): MenuEntry {
  const { kind, functionName, label } = recordOf(value);
  if (kind === 'separator') return { kind };
  if (kind === 'submenu') return { kind, ...menuOf(value) };
  return { kind: 'item', label: textOf(label), functionName: textOf(functionName) };
}

function dialogOf(kind: 'alert' | 'prompt', args: readonly Plain[]): Dialog {
  const buttons = textOf(args[2]);
  if (buttons !== 'OK' && buttons !== 'OK_CANCEL' && buttons !== 'YES_NO' && buttons !== 'YES_NO_CANCEL') {
    throw new Error(`ButtonSet.${buttons} is not emulated.`);
  }
  return { kind, title: textOf(args[0]), message: textOf(args[1]), buttons };
}

function pageOf(value: Plain | undefined): ShownPage {
  const { title, html, width, height } = recordOf(value);
  const size = (given: Plain | undefined): number | null => (typeof given === 'number' ? given : null);
  return { title: textOf(title), html: textOf(html), width: size(width), height: size(height) };
}

function toastOf(args: readonly Plain[]): Toast {
  const [message, title, seconds] = args;
  return {
    message: textOf(message),
    title: typeof title === 'string' ? title : '',
    seconds: typeof seconds === 'number' ? numberOf(seconds) : USUAL_TOAST_SECONDS,
  };
}
