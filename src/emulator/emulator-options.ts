import type { Bundle } from './bundle.ts';
import type { Clock } from './clock.ts';
import type { Execution } from './execution.ts';
import type { AccountKind } from './services/daily-quotas.ts';
import type { FetchBurst } from './services/fetch-burst.ts';
import type { InstallMode } from './services/trigger-service.ts';
import type { Dialog, DialogAnswer } from './services/ui-service.ts';
import type { Transport } from './transport/transport.ts';

/** The world in which the add-on runs. */
export interface EmulatorOptions {
  readonly bundle: Bundle;
  readonly clock: Clock;
  readonly transport: Transport;
  /** Answers `Ui.alert` and `Ui.prompt`; without it a dialog throws. */
  readonly answer?: (dialog: Dialog) => DialogAnswer;
  /** Default `bound`. */
  readonly mode?: InstallMode;
  /** Default `consumer`. */
  readonly account?: AccountKind;
  /** The user who sits before the sheet; default `anna@example.com`. */
  readonly user?: string;
  /** Origins that are really somewhere else, such as `https://api.heygen.com` at `http://127.0.0.1:4010`. */
  readonly hosts?: Readonly<Record<string, string>>;
  /** Decides every draw of chance; default 1. */
  readonly seed?: number;
  /**
   * So many requests a user may send within so many ms; a burst beyond is refused before it leaves. Google
   * publishes no figures; default: no limit.
   */
  readonly fetchBurst?: FetchBurst;
  /** Scopes that the user granted; default: all of the manifest. */
  readonly grantedScopes?: readonly string[];
  /** The chance, at each cache item asked for, that it is gone too early; default 0. */
  readonly cacheForgets?: number;
  /** Whether the script belongs to a document; default true. */
  readonly container?: boolean;
  /** Whether a published add-on's clock trigger has its document: not settled on paper; default true. */
  readonly addonTriggerHasDocument?: boolean;
  /** What the Extensions menu calls the add-on; default `Reelmerge`. */
  readonly addonName?: string;
  readonly spreadsheet?: { readonly id?: string; readonly name?: string };
  /** Called after each durable change, also in the middle of an execution: the moment to save a snapshot. */
  readonly onDurable?: () => void;
  /** Called with the record of each execution when it is over. */
  readonly onExecution?: (execution: Execution) => void;
}
