import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { afterNews, type LogEntry, type News, type PageState, type RectView } from '../page-state.ts';
import type { UserAction } from '../user-actions.ts';
import { a1 } from './a1.ts';
import { createServer, type Server } from './server.ts';

export interface ToastView {
  readonly id: number;
  readonly title: string;
  readonly message: string;
  readonly tone: LogEntry['tone'];
}

/** What must not wait for the next drawing of the page. */
interface Hand {
  ids: number;
  /** How many selections are on their way. */
  sending: number;
  sent: string;
  /** The newest selection, while an older one is on its way. */
  next: UserAction | null;
  /** The sheet whose tab was pressed, while the server has not heard of it. */
  opening: string | null;
}

export interface Store {
  readonly state: PageState | null;
  readonly connected: boolean;
  readonly toasts: readonly ToastView[];
  /** The selection as the server moved it last. What the user selects here does not change it. */
  readonly moved: readonly RectView[] | null;
  /** How many selections of this page the server knows of. */
  readonly selections: number;
  readonly server: Server;
  act(act: UserAction): void;
  select(sheet: string, rects: readonly RectView[]): void;
  dismiss(id: number): void;
  complain(message: string): void;
}

/** What the page knows, kept up to date by the server's news. */
export function useStore(): Store {
  const server = useMemo(createServer, []);
  const [state, setState] = useState<PageState | null>(null);
  const [connected, setConnected] = useState(true);
  const [toasts, setToasts] = useState<readonly ToastView[]>([]);
  const [moved, setMoved] = useState<readonly RectView[] | null>(null);
  const [selections, setSelections] = useState(0);
  const hand = useRef<Hand>({ ids: 0, sending: 0, sent: '', next: null, opening: null });

  const toast = (view: Omit<ToastView, 'id'>, seconds: number): void => {
    hand.current.ids += 1;
    const id = hand.current.ids;
    setToasts((all) => [...all.slice(-3), { ...view, id }]);
    if (seconds > 0)
      setTimeout(() => setToasts((all) => all.filter((one) => one.id !== id)), seconds * 1_000);
  };
  const complain = (message: string): void => toast({ title: '', message, tone: 'bad' }, 8);

  /** The user's own selection comes back as news too. Only a different one moves the cursor. */
  const follow = (book: {
    readonly active: number;
    readonly selection: readonly RectView[] | null;
  }): void => {
    const told = selectionKey(book.active, book.selection ?? []);
    if (hand.current.sending > 0 || told === hand.current.sent) return;
    hand.current.sent = told;
    setMoved(book.selection);
  };

  useEffect(() => {
    const hear = (news: News): void => {
      if (news.kind === 'toast') {
        const { title, message, seconds, tone } = news.toast;
        toast({ title, message, tone }, seconds);
        return;
      }
      if (news.kind === 'state') {
        hand.current.sent = '';
        follow(news.state.book);
      } else if (news.kind === 'book') follow(news.book);
      setState((before) => {
        const after = next(before, news);
        return after && withOpen(after, hand.current.opening);
      });
    };
    return server.listen(hear, setConnected);
  }, []);

  const send = (act: UserAction): Promise<void> =>
    server.act(act).then((result) => {
      if (!result.ok) complain(result.message);
    });

  /** Drawn at once: a click before the server's news would hit a cell of the sheet that was left. */
  const open = (act: Extract<UserAction, { kind: 'activate-sheet' }>): void => {
    hand.current.opening = act.sheet;
    setState((before) => before && withOpen(before, act.sheet));
    void send(act).then(() => {
      if (hand.current.opening === act.sheet) hand.current.opening = null;
    });
  };

  const sendSelection = (): void => {
    const { next } = hand.current;
    if (next === null) return;
    hand.current.next = null;
    hand.current.sending += 1;
    void send(next).then(() => {
      hand.current.sending -= 1;
      if (hand.current.next === null) setSelections((count) => count + 1);
      else sendSelection();
    });
  };

  return {
    state,
    connected,
    toasts,
    moved,
    selections,
    server,
    act: (act) => {
      // What is selected must be known before anything is done to it.
      sendSelection();
      if (act.kind === 'activate-sheet') open(act);
      else void send(act);
    },
    select: (sheet, rects) => {
      const gid = state?.book.sheets.find(({ name }) => name === sheet)?.gid ?? 0;
      const key = selectionKey(gid, rects);
      if (key === hand.current.sent) return;
      hand.current.sent = key;
      hand.current.next = { kind: 'select', sheet, ranges: rects.map(a1) };
      // While the mouse is drawn over cells, only the newest selection counts.
      if (hand.current.sending === 0) sendSelection();
    },
    dismiss: (id) => setToasts((all) => all.filter((one) => one.id !== id)),
    complain,
  };
}

function selectionKey(gid: number, rects: readonly RectView[]): string {
  return `${gid} ${rects.map(a1).join(' ')}`;
}

function withOpen(state: PageState, name: string | null): PageState {
  const sheet = state.book.sheets.find((one) => one.name === name);
  return sheet === undefined ? state : { ...state, book: { ...state.book, active: sheet.gid } };
}

function next(before: PageState | null, news: News): PageState | null {
  if (news.kind === 'state') return news.state;
  return before === null ? null : afterNews(before, news);
}
