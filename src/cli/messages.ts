import type { RowSpan } from '../core/sheet/selection.ts';
import type { HeyGenChoice } from './arguments.ts';
import type { FinishedRow } from './finished-rows.ts';
import type { Grid } from './grid.ts';
import type { Ignored } from './grid-table.ts';
import type { MoneyReport } from './money-report.ts';
import type { Speech } from './speech-options.ts';

/** What the engine's thread gets when it starts. */
export interface EngineOrder {
  /** Folder of the built add-on. */
  readonly addOn: string;
  /** The state file. It is read at the start and written at every durable change. */
  readonly state: string;
  readonly csv: Grid;
  /** The sheet for a run without a state: the CSV, perhaps with results of an earlier run. */
  readonly firstSheet: Grid;
  /** Rows to render, none of them a header. */
  readonly rows: readonly RowSpan[];
  /** Numbers of those of them to make once more although they are done. */
  readonly again: readonly number[];
  /** Name of the `--again` order that is under way, perhaps since an earlier run; null when none is. */
  readonly againOrder: string | null;
  /** Only a sample of at most so many rows is rendered; null: all of them. */
  readonly sample: number | null;
  /** The user has looked at the sample and wants the rest. */
  readonly approve: boolean;
  /** Rows with warnings are blocked. */
  readonly strict: boolean;
  /** Rows that ask for the very same video have one together. */
  readonly share: boolean;
  /** The condition that a row must meet to be rendered; '' for none. */
  readonly only: string;
  /** What this sheet's run may cost in US dollars; null: no limit. */
  readonly maxUsd: number | null;
  /** How rows speak that do not say it themselves. */
  readonly speech: Speech;
  /** How names sound; null when the command does not say. */
  readonly names: Grid | null;
  /** Columns that steer nothing. */
  readonly ignore: Ignored;
  readonly key: string;
  readonly heygen: HeyGenChoice['kind'];
  /** What answers for `https://api.heygen.com`; null for the real one. */
  readonly origin: string | null;
  readonly mode: 'bound' | 'addon';
  /** Real milliseconds between the starts of two trigger runs. */
  readonly triggerMs: number;
  /** Emulated time goes on from here, in milliseconds; null: from now. */
  readonly startAt: number | null;
  /** Whether each finished row is told. */
  readonly tellsRows: boolean;
  /** Shared with the main thread: see control.ts. */
  readonly control: SharedArrayBuffer;
}

/** Why the engine has ended. */
export type EngineEnd =
  /** Every row is at its end or needs the user. */
  | { readonly kind: 'at-rest' }
  /** HeyGen refused for a reason that concerns the account, with this HTTP status. */
  | { readonly kind: 'stopped'; readonly httpStatus: number }
  /** HeyGen could not be reached any more. */
  | { readonly kind: 'unreachable' }
  /** What was given is no key, so nothing was sent to HeyGen. */
  | { readonly kind: 'unusable-key' }
  | { readonly kind: 'interrupted' }
  /** The state file cannot be used; a sentence. */
  | { readonly kind: 'unusable-state'; readonly message: string }
  /** The run could not be saved any more, and did nothing after that; a sentence. */
  | { readonly kind: 'unsaved'; readonly message: string };

/** What one execution used. */
export interface ExecutionUse {
  readonly sheetCalls: number;
  /** One operation's name for each request. */
  readonly operations: readonly string[];
}

/** From the engine to the main thread. Only the main thread talks to the user. */
export type EngineMessage =
  /** The add-on asks a yes-or-no question and waits for the answer. */
  | { readonly kind: 'ask'; readonly title: string; readonly message: string }
  /** The add-on, or the engine, has something to say. */
  | { readonly kind: 'tell'; readonly message: string }
  /** A failure of the script itself. */
  | { readonly kind: 'complain'; readonly message: string }
  /** Statuses of the selected rows, and how many rows show each, at this emulated time. */
  | { readonly kind: 'progress'; readonly statuses: Readonly<Record<string, number>>; readonly now: number }
  /** Rows that have come to their end since the last such message. */
  | { readonly kind: 'rows'; readonly rows: readonly FinishedRow[] }
  | { readonly kind: 'execution'; readonly use: ExecutionUse }
  | ({ readonly kind: 'money' } & MoneyReport)
  | { readonly kind: 'end'; readonly end: EngineEnd };
