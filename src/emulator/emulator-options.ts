import type { Bundle } from './bundle.ts';
import type { Clock } from './clock.ts';
import type { SimpleTriggers } from './edit-runs.ts';
import type { Execution } from './execution.ts';
import type { Language } from './refusals/refused.ts';
import type { ScriptWork } from './script-work.ts';
import type { AccountKind } from './services/daily-quotas.ts';
import type { FetchBurst } from './services/fetch-burst.ts';
import type { TranslationHabits } from './services/language-service.ts';
import type { InstallMode } from './services/trigger-service.ts';
import type { Dialog, DialogAnswer } from './services/ui-service.ts';
import type { SheetHabits } from './spreadsheet/sheet-habits.ts';
import type { LocaleName } from './spreadsheet/sheet-locale.ts';
import type { Transport } from './transport/transport.ts';

/** What a script gets that looks for its document. */
export type DocumentAccess = 'document' | 'null' | 'exception';

/** A new spreadsheet. */
export interface SpreadsheetOptions {
  readonly id?: string;
  readonly name?: string;
  /** How it writes dates, numbers, errors and TRUE; default `en_US`. The user may speak another language. */
  readonly locale?: LocaleName;
}

/** The world in which the add-on runs. */
export interface EmulatorOptions extends SheetHabits {
  readonly bundle: Bundle;
  readonly clock: Clock;
  readonly transport: Transport;
  /** Answers `Ui.alert` and `Ui.prompt`. Without it a dialog throws. */
  readonly answer?: (dialog: Dialog) => DialogAnswer;
  /** Default `bound`. */
  readonly mode?: InstallMode;
  /** Default `consumer`. */
  readonly account?: AccountKind;
  /** The user who works in the sheet; default `anna@example.com`. */
  readonly user?: string;
  /** What the users speak: the platform's refusals come in their language. Default `en`. */
  readonly language?: Language;
  /** Where requests to an origin really go, such as `https://api.example.com` to `http://127.0.0.1:4010`. */
  readonly hosts?: Readonly<Record<string, string>>;
  /** The seed of all random choices; default 1. */
  readonly seed?: number;
  /**
   * A user may send so many requests within so many ms. A burst beyond that is refused before it leaves.
   * Google publishes no figures; default: no limit.
   */
  readonly fetchBurst?: FetchBurst;
  /** What the platform takes to start an execution, before its first line runs; default 1,000 ms. */
  readonly startUpMs?: number;
  /** What the script's own work and the bytes of its calls take; default: nothing. */
  readonly scriptWork?: ScriptWork;
  /** Scopes that the user granted; default: all of the manifest. */
  readonly grantedScopes?: readonly string[];
  /** How `LanguageApp` treats what it gets; default: it changes marks now and then. */
  readonly translation?: TranslationHabits;
  /** The chance that a cache item is gone too early, drawn each time it is read; default 0. */
  readonly cacheForgets?: number;
  /** Whether the script belongs to a document; default true. */
  readonly container?: boolean;
  /**
   * What a published add-on's clock trigger gets for its document: the document, null, or an exception.
   * Unsettled; default: the exception, which is the hardest to live with.
   */
  readonly addonTriggerDocument?: DocumentAccess;
  /**
   * Calls, such as `fetch.fetch`, that the script must not make while it holds a lock. One of them ends the
   * execution with `RuleBroken`. The platform allows all of them; default: none.
   */
  readonly neverUnderALock?: readonly string[];
  /**
   * When an edit by hand runs `onEdit`: `prompt` (the default), `late`, only by `Emulator.runLateEdits`, or
   * `never`. The platform promises none of them.
   */
  readonly simpleTriggers?: SimpleTriggers;
  /** What the Extensions menu calls the add-on; default `Add-on`. */
  readonly addonName?: string;
  readonly spreadsheet?: SpreadsheetOptions;
  /** Called after each durable change, also inside an execution. Save a snapshot here. */
  readonly onDurable?: () => void;
  /** Called at the end of each execution, with its record. */
  readonly onExecution?: (execution: Execution) => void;
}
