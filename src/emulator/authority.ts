import type { ExecutionContext } from './execution.ts';
import { refused } from './refusals/refused.ts';
import type { PlatformError } from './service.ts';

/**
 * What a script may do. NONE, before an installed add-on is used in a file: only its menu. LIMITED: what simple
 * triggers may. FULL: everything that the user granted.
 */
export type AuthMode = 'NONE' | 'LIMITED' | 'FULL';

interface Demand {
  /** The service as scripts write it. */
  readonly label: string;
  readonly mode: AuthMode;
  /** One of these is enough. */
  readonly scopes: readonly string[];
}

const SCOPE = 'https://www.googleapis.com/auth/';
const DOCUMENT = [`${SCOPE}spreadsheets.currentonly`, `${SCOPE}spreadsheets`];
const CONTAINER_UI = [`${SCOPE}script.container.ui`];
const EMAIL = [`${SCOPE}userinfo.email`];

const OF_SERVICE: Readonly<Record<string, Demand>> = {
  sheets: { label: 'SpreadsheetApp', mode: 'LIMITED', scopes: DOCUMENT },
  properties: { label: 'PropertiesService', mode: 'LIMITED', scopes: [] },
  cache: { label: 'CacheService', mode: 'LIMITED', scopes: [] },
  lock: { label: 'LockService', mode: 'LIMITED', scopes: [] },
  fetch: { label: 'UrlFetchApp', mode: 'FULL', scopes: [`${SCOPE}script.external_request`] },
  mail: { label: 'MailApp', mode: 'FULL', scopes: [`${SCOPE}script.send_mail`] },
  triggers: { label: 'ScriptApp', mode: 'FULL', scopes: [`${SCOPE}script.scriptapp`] },
  session: { label: 'Session', mode: 'LIMITED', scopes: [] },
  // The reference of LanguageApp names no scope, where other methods name theirs.
  language: { label: 'LanguageApp', mode: 'LIMITED', scopes: [] },
};

const OF_METHOD: Readonly<Record<string, Demand>> = {
  'ui.setMenu': { label: 'Ui', mode: 'NONE', scopes: [] },
  'ui.toast': { label: 'Spreadsheet', mode: 'LIMITED', scopes: DOCUMENT },
  'ui.alert': { label: 'Ui', mode: 'FULL', scopes: [] },
  'ui.prompt': { label: 'Ui', mode: 'FULL', scopes: [] },
  'ui.showSidebar': { label: 'Ui', mode: 'FULL', scopes: CONTAINER_UI },
  'ui.showDialog': { label: 'Ui', mode: 'FULL', scopes: CONTAINER_UI },
  'session.getActiveUser': { label: 'Session', mode: 'LIMITED', scopes: EMAIL },
  'session.getEffectiveUser': { label: 'Session', mode: 'LIMITED', scopes: EMAIL },
};

/** Services that a custom function may use; everything else throws there. */
const IN_CUSTOM_FUNCTIONS: readonly string[] = [
  'properties',
  'cache',
  'lock',
  'sheets',
  'utilities',
  'fetch',
  'language',
];

/** A custom function may read the sheet but not change it. */
const READS = /^(get|is|resolve|flush)/;

const RANK: Readonly<Record<AuthMode, number>> = { NONE: 0, LIMITED: 1, FULL: 2 };

/** Checks a call against the authorisation mode, the manifest's scopes and what the user granted. */
export interface Authority {
  /** Throws the platform's refusal, which names the scopes that are missing. */
  permit(context: Pick<ExecutionContext, 'authMode' | 'kind'>, service: string, method: string): void;
  grant(scopes: readonly string[]): void;
  granted(): readonly string[];
}

/** `declared` is the manifest's list; null means whatever the code needs. */
export function createAuthority(
  declared: readonly string[] | null,
  first: readonly string[] | null,
): Authority {
  let grants: readonly string[] | null = first ?? declared;
  return {
    permit: (context, service, method) => {
      const demand = OF_METHOD[`${service}.${method}`] ?? OF_SERVICE[service];
      if (demand === undefined) return;
      const custom = context.kind === 'custom-function';
      const writes = service === 'sheets' && !READS.test(method);
      if (custom && (writes || !IN_CUSTOM_FUNCTIONS.includes(service))) {
        throw refused('callNotAllowed', `${demand.label}.${method}`);
      }
      const holds = (held: readonly string[] | null): boolean =>
        held === null || demand.scopes.length === 0 || demand.scopes.some((scope) => held.includes(scope));
      // Simple triggers work in their own document before anything is granted, so only the manifest counts there.
      const granted = context.authMode !== 'FULL' || holds(grants);
      if (RANK[context.authMode] < RANK[demand.mode] && !custom) throw refusal(demand, method);
      if (!holds(declared) || !granted) throw refusal(demand, method);
    },
    grant: (scopes) => {
      grants = scopes;
    },
    granted: () => grants ?? [],
  };
}

function refusal(demand: Demand, method: string): PlatformError {
  return refused('missingScopes', `${demand.label}.${method}`, demand.scopes);
}
