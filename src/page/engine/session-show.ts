import type { Emulator } from '../../emulator/emulator.ts';
import type { Dialog, DialogAnswer } from '../../emulator/services/ui-service.ts';
import { bookPatch } from '../book-patch.ts';
import type { BookView, News } from '../page-state.ts';
import { BookViews } from './book-view.ts';

/** Where the session's news and questions go. */
export interface SessionWindow {
  tell(news: News): void;
  showPage(html: string): void;
  /** Blocks until the user has answered. */
  answer(dialog: Dialog): DialogAnswer;
}

/** Tells the page what of the emulator it has not seen yet. */
export class SessionShow {
  readonly #emulator: Emulator;
  readonly #window: SessionWindow;
  readonly #views = new BookViews();
  #book: BookView = { active: 0, selection: null, sheets: [] };
  #shown: ReturnType<Emulator['ui']['sidebar']> = null;
  #serial = 0;
  #toasts = 0;

  constructor(emulator: Emulator, window: SessionWindow) {
    this.#emulator = emulator;
    this.#window = window;
  }

  /** The spreadsheet as the page knows it. */
  get shownBook(): BookView {
    return this.#book;
  }

  book(now: number): void {
    const book = this.#views.view(this.#emulator.person, this.#emulator.snapshot(), now, this.#book);
    this.#window.tell({ kind: 'book', book: bookPatch(this.#book, book) });
    this.#book = book;
  }

  /** The sidebar and the toasts. */
  desk(): void {
    const { ui } = this.#emulator;
    if (ui.sidebar() !== this.#shown) this.#showSidebar();
    for (const toast of ui.toasts().slice(this.#toasts)) {
      this.#window.tell({ kind: 'toast', toast: { ...toast, tone: 'plain' } });
    }
    this.#toasts = ui.toasts().length;
  }

  #showSidebar(): void {
    const page = this.#emulator.ui.sidebar();
    this.#shown = page;
    if (page !== null) {
      this.#serial += 1;
      this.#window.showPage(page.html);
    }
    const sidebar = page === null ? null : { title: page.title, serial: this.#serial };
    this.#window.tell({ kind: 'sidebar', sidebar });
  }
}
