import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { RectView } from '../page-state.ts';
import { a1 } from './a1.ts';
import { textOf } from './cell-view.ts';
import { type CommandContext, contextLines, menuBar, rowCommands } from './commands.ts';
import { AskDialog, FilterDialog, ScriptDialog } from './dialogs.tsx';
import { focusGrid, GridPane } from './grid-pane.tsx';
import { MailPreview } from './mail-preview.tsx';
import { MenuLineUp } from './menu.tsx';
import { SidebarFrame } from './sidebar-frame.tsx';
import { useStore } from './store.ts';
import { Tabs } from './tabs.tsx';
import { Toasts } from './toasts.tsx';
import { Toolbar } from './toolbar.tsx';
import { WorldPanel } from './world-panel.tsx';

const CORNER: RectView = { row: 1, column: 1, rows: 1, columns: 1 };

export function App() {
  const store = useStore();
  const { state, server, act } = store;
  const [rects, setRects] = useState<readonly RectView[]>([CORNER]);
  const [viewed, setViewed] = useState<number | null>(null);
  const [filtering, setFiltering] = useState(false);
  const [question, setQuestion] = useState<{
    text: string;
    usual: string;
    then: (text: string) => void;
  } | null>(null);
  const [panel, setPanel] = useState(true);
  const shell = useRef<HTMLDivElement>(null);

  useEffect(() => {
    if (store.moved !== null) setRects(store.moved);
  }, [store.moved]);
  useEffect(() => {
    // In a sheet Tab goes from cell to cell. F6 leaves it.
    const walk = (event: KeyboardEvent): void => {
      if (event.key !== 'F6') return;
      event.preventDefault();
      nextArea(shell.current, event.shiftKey);
    };
    document.addEventListener('keydown', walk);
    return () => document.removeEventListener('keydown', walk);
  }, []);
  const closeSidebar = useCallback(() => act({ kind: 'close-sidebar' }), []);
  const focusSheet = useCallback(() => focusGrid(shell.current), []);

  if (state === null)
    return <p class="loading">{store.connected ? 'Opening the sheet…' : 'The server does not answer.'}</p>;
  const hiddenSheet = state.book.sheets.find(({ gid, hidden }) => gid === viewed && hidden);
  const sheet =
    hiddenSheet ?? state.book.sheets.find(({ gid }) => gid === state.book.active) ?? state.book.sheets[0];
  if (sheet === undefined) return null;

  const context: CommandContext = {
    state,
    sheet,
    rects,
    act,
    openFilter: () => setFiltering(true),
    ask: (text, usual, then) => setQuestion({ text, usual, then }),
    view: setViewed,
  };
  const commands = rowCommands(context);
  const column = rects.at(-1)?.column ?? 1;
  const { dialog, sidebar } = state;
  return (
    <div class="shell" ref={shell}>
      <header>
        <div class="top" data-area tabIndex={-1}>
          <span class="logo" aria-hidden="true" />
          <h1>{state.facts.title}</h1>
          <MenuLineUp menus={menuBar(context, commands)} />
          <span class="grow" />
          <span class="mode">{modeWords(state.facts.mode)}</span>
          <button type="button" aria-pressed={panel} onClick={() => setPanel(!panel)}>
            World
          </button>
        </div>
        <Toolbar
          commands={commands}
          cursor={rects.map(a1).at(-1) ?? ''}
          ranges={rects.length}
          sheet={sheet}
          rects={rects}
        />
      </header>
      <div class="middle">
        <div class="left">
          <GridPane
            sheet={sheet}
            selection={hiddenSheet === undefined ? store.moved : null}
            act={act}
            onSelect={(next) => {
              setRects(next);
              if (!sheet.hidden) store.select(sheet.name, next);
            }}
            contextLines={contextLines(commands)}
          />
          <MailPreview sheet={sheet} cursor={rects.at(-1) ?? CORNER} />
          <Toasts toasts={store.toasts} connected={store.connected} dismiss={store.dismiss} />
          <Tabs
            book={state.book}
            shown={sheet.gid}
            choose={(one) => {
              setViewed(one.hidden ? one.gid : null);
              if (!one.hidden) act({ kind: 'activate-sheet', sheet: one.name });
            }}
          />
          {panel && (
            <WorldPanel
              state={state}
              act={act}
              change={(change) =>
                void server.changeHeyGen(change).then((result) => {
                  if (!result.ok) store.complain(result.message);
                })
              }
            />
          )}
        </div>
        {sidebar !== null && (
          <SidebarFrame
            key={sidebar.serial}
            title={sidebar.title}
            serial={sidebar.serial}
            simulated={state.facts.heygen === null}
            server={server}
            close={closeSidebar}
            focusSheet={focusSheet}
            selections={store.selections}
          />
        )}
      </div>
      {dialog !== null && (
        <ScriptDialog
          key={dialog.id}
          dialog={dialog}
          answer={(button, text) =>
            void server.answer(
              text === undefined ? { id: dialog.id, button } : { id: dialog.id, button, text },
            )
          }
        />
      )}
      {question !== null && (
        <AskDialog
          question={question.text}
          usual={question.usual}
          then={(text) => {
            setQuestion(null);
            if (text !== null) question.then(text);
          }}
        />
      )}
      {filtering && (
        <FilterDialog
          title={`Filter by “${textOf(sheet.rows[0]?.cells[column - 1]) || 'this column'}”`}
          values={[...new Set(sheet.rows.slice(1).map(({ cells }) => textOf(cells[column - 1])))].sort()}
          hidden={sheet.filter?.[String(column)] ?? []}
          then={(hidden) => {
            setFiltering(false);
            if (hidden !== null) act({ kind: 'filter', sheet: sheet.name, column, hidden: [...hidden] });
          }}
        />
      )}
    </div>
  );
}

function modeWords(mode: string): string {
  if (mode === 'bound') return 'bound script';
  return mode === 'addon' ? 'published add-on' : 'test deployment';
}

function nextArea(shell: HTMLElement | null, back: boolean): void {
  const areas = [...(shell?.querySelectorAll<HTMLElement>('[data-area]') ?? [])];
  const at = areas.findIndex((area) => area.contains(document.activeElement));
  const area = areas[(at + (back ? areas.length - 1 : 1)) % areas.length];
  const first = area?.querySelector<HTMLElement>('.grid, iframe, button:not([tabindex="-1"]), input');
  (first ?? area)?.focus();
}
