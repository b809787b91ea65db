import { recordOf, textOf } from '../plain.ts';
import { refused } from '../refusals/refused.ts';
import type { Plain } from '../service.ts';
import { mismatch, textArgument } from './arguments.ts';
import { createEnumeration, enumValue, nameOfValue } from './enumeration.ts';
import type { FacadeContext } from './facade-context.ts';
import { guarded } from './guarded.ts';
import type { HtmlFacade } from './html-service.ts';

/** `SpreadsheetApp.getUi()`. It throws when no user has the document open. */
export function createUiFacade(context: FacadeContext, html: HtmlFacade, interactive: boolean): () => object {
  const { perform, permit } = context;
  const buttons = createEnumeration('Ui.Button', ['CLOSE', 'OK', 'CANCEL', 'YES', 'NO']);
  const sets = createEnumeration('Ui.ButtonSet', ['OK', 'OK_CANCEL', 'YES_NO', 'YES_NO_CANCEL']);

  /** (message) · (message, buttons) · (title, message, buttons) */
  const ask = (method: 'alert' | 'prompt', usual: string, args: readonly unknown[]) => {
    permit('ui', method);
    const where = `Ui.${method}`;
    const [title, message, set] = args.length === 3 ? args : ['', args[0], args[1] ?? enumValue(sets, usual)];
    const name = nameOfValue(sets, set);
    if (name === null || args.length > 3) throw mismatch(where, set);
    const answer = perform('ui', method, textArgument(where, title), textArgument(where, message), name);
    const { button, text } = recordOf(answer);
    return { button: enumValue(buttons, textOf(button)), text: textOf(text) };
  };

  const page = (where: string, output: unknown, title?: unknown): Plain => {
    const content = html.contentOf(output);
    if (content === null) throw mismatch(where, output);
    return { ...content, title: title === undefined ? content.title : textArgument(where, title) };
  };

  const menu = (label: string): object => {
    const entries: Plain[] = [];
    const built: object = guarded('Menu', {
      addItem: (caption: unknown, functionName: unknown) => {
        const name = textArgument('Menu.addItem', functionName);
        entries.push({ kind: 'item', label: textArgument('Menu.addItem', caption), functionName: name });
        return built;
      },
      addSeparator: () => {
        entries.push({ kind: 'separator' });
        return built;
      },
      addSubMenu: (sub: unknown) => {
        const inner = submenus.get(sub);
        if (inner === undefined) throw mismatch('Menu.addSubMenu', sub);
        entries.push({ kind: 'submenu', ...inner });
        return built;
      },
      addToUi: () => {
        perform('ui', 'setMenu', { label, entries: [...entries] });
      },
    });
    submenus.set(built, { label, entries });
    return built;
  };
  const submenus = new Map<unknown, { label: string; entries: readonly Plain[] }>();

  const ui = guarded('Ui', {
    Button: buttons,
    ButtonSet: sets,
    createMenu: (caption: unknown) => menu(textArgument('Ui.createMenu', caption)),
    createAddonMenu: () => menu(context.addonName),
    alert: (...args: unknown[]) => ask('alert', 'OK', args).button,
    prompt: (...args: unknown[]) => {
      const { button, text } = ask('prompt', 'OK', args);
      return guarded('PromptResponse', { getSelectedButton: () => button, getResponseText: () => text });
    },
    showSidebar: (output: unknown) => {
      perform('ui', 'showSidebar', page('Ui.showSidebar', output));
    },
    showModalDialog: (output: unknown, title: unknown) => {
      perform('ui', 'showDialog', page('Ui.showModalDialog', output, title));
    },
    showModelessDialog: (output: unknown, title: unknown) => {
      perform('ui', 'showDialog', page('Ui.showModelessDialog', output, title));
    },
  });
  return () => {
    if (!interactive) throw refused('noUserInterface');
    return ui;
  };
}
