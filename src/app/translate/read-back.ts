import { fingerprint } from '../../core/fingerprint.ts';
import { type Result, success } from '../../core/result.ts';
import type { Table } from '../../core/sheet/table.ts';
import { nameOf } from '../../core/translate/draft-plan.ts';
import { translateTemplate } from '../../core/translate/translate-template.ts';
import {
  fallbacksIn,
  type UnreadDraft,
  unreadDrafts,
  unreadPrint,
} from '../../core/translate/unread-drafts.ts';
import type { Platform } from '../ports/ports.ts';
import type { Tab } from '../ports/tab.ts';
import { translating } from './translating.ts';

/** A draft that nobody has marked as read, as the page shows it. */
export interface DraftView {
  /** Identifies the text that is read. */
  readonly print: string;
  /** The header of its column. */
  readonly column: string;
  /** Some of its rows. */
  readonly rows: readonly number[];
  readonly count: number;
  readonly words: string;
  /** What it says, translated back; '' where nobody could. */
  readonly back: string;
  /** The name of the language that it is read back in; '' where there is none. */
  readonly backIn: string;
  /** Words for empty cells, which are not translated. */
  readonly fallbacks: readonly string[];
}

export interface UnreadView {
  readonly drafts: readonly DraftView[];
  /** How many more there are. */
  readonly more: number;
  /** Why drafts are not translated back; '' when they are. */
  readonly trouble: string;
}

/** A person reads one after the other. The next ones come when these are read. */
const MOST_SHOWN = 5;
const MOST_ROWS = 5;

/** Long enough to read it; nothing of it is kept longer. */
const KEPT_SECONDS = 3_600;

/** The drafts that nobody has marked as read, with what they say in the language of their source. */
export function readBack(platform: Platform, tab: Tab, table: Table): UnreadView {
  const unread = unreadDrafts(table, platform.settings.defaults(tab.id));
  const shown = unread.slice(0, MOST_SHOWN);
  platform.cache.ahead(shown.map(cacheName));
  let trouble = '';
  const drafts = shown.map((draft): DraftView => {
    const back = backOf(platform, draft, trouble === '');
    if (!back.ok) trouble = back.failure;
    return {
      print: unreadPrint(draft),
      column: table.headers[draft.index] ?? '',
      rows: draft.rows.slice(0, MOST_ROWS),
      count: draft.rows.length,
      words: draft.words,
      back: back.ok ? back.value : '',
      backIn: draft.readIn === '' ? '' : nameOf(draft.readIn),
      fallbacks: fallbacksIn(draft.words),
    };
  });
  return { drafts, more: unread.length - shown.length, trouble };
}

function backOf(platform: Platform, draft: UnreadDraft, mayAsk: boolean): Result<string> {
  const kept = platform.cache.read(cacheName(draft));
  if (kept !== null || !mayAsk || draft.readIn === '') return success(kept ?? '');
  const google = translating(platform, draft.language, draft.readIn);
  const back = translateTemplate(draft.words, google.translate);
  if (back.ok) platform.cache.write(cacheName(draft), back.value, KEPT_SECONDS);
  return back;
}

function cacheName({ language, readIn, words }: UnreadDraft): string {
  return `draft-back ${fingerprint(`${language} ${readIn} ${words}`)}`;
}
