import type { LogLine } from '../execution.ts';
import { isInteractive } from '../execution.ts';
import type { PageForm } from '../page-form.ts';
import { refused } from '../refusals/refused.ts';
import { HandEdit } from '../spreadsheet/hand-edit.ts';
import { createBlobs } from './blob.ts';
import { createCacheFacade } from './cache-service.ts';
import { createConsoles } from './console.ts';
import { createEditEvent } from './edit-event.ts';
import type { FacadeContext } from './facade-context.ts';
import { createFormReader } from './form-object.ts';
import { createHtmlFacade } from './html-service.ts';
import { createLanguageFacade } from './language-app.ts';
import { createLockFacade } from './lock-service.ts';
import { createMailFacade } from './mail-app.ts';
import { createPropertiesFacade } from './properties-service.ts';
import { createAuthModes, createScriptAppFacade } from './script-app.ts';
import { createSessionFacade } from './session.ts';
import { createSheetsLine } from './sheets-line.ts';
import { createSpreadsheetApp } from './spreadsheet-app.ts';
import { createUiFacade } from './ui.ts';
import { createUrlFetchFacade } from './url-fetch-app.ts';
import { createUtilitiesFacade } from './utilities.ts';

/** What a trigger's event object says besides the `authMode`: an edit, or ready fields. */
export type TriggerEvent = HandEdit | Readonly<Record<string, unknown>>;

/** What a script finds besides the language, built anew for each execution. */
export interface Globals {
  readonly names: Readonly<Record<string, unknown>>;
  /** The event object of a trigger, with this execution's own enumerations. */
  readonly eventOf: (event: TriggerEvent) => object;
  /** Puts the fields of a page's form onto `target`, an empty object of the script's context. */
  readonly formOnto: (target: unknown, form: PageForm) => unknown;
}

export function createGlobals(context: FacadeContext, logs: LogLine[], fullyGranted: () => boolean): Globals {
  const { perform, execution } = context;
  const interactive = isInteractive(execution.kind);
  const html = createHtmlFacade(context.pages);
  const getUi = createUiFacade(context, html, interactive);
  const authModes = createAuthModes();
  const blobs = createBlobs();
  const sheets = withRules(createSpreadsheetApp(perform, { getUi, interactive }), context);
  return {
    names: {
      SpreadsheetApp: sheets,
      UrlFetchApp: createUrlFetchFacade(context, blobs),
      PropertiesService: createPropertiesFacade(context),
      CacheService: createCacheFacade(context),
      LanguageApp: createLanguageFacade(context),
      LockService: createLockFacade(context),
      ScriptApp: createScriptAppFacade(context, { authModes, fullyGranted }),
      HtmlService: html.service,
      MailApp: createMailFacade(context),
      Session: createSessionFacade(context),
      Utilities: createUtilitiesFacade(context, blobs),
      ...createConsoles(logs),
    },
    formOnto: createFormReader(blobs),
    eventOf: (event) => ({
      authMode: authModes[execution.authMode],
      ...(event instanceof HandEdit
        ? createEditEvent(context, createSheetsLine(perform, interactive), event)
        : event),
    }),
  };
}

/** What needs no document. */
const WITHOUT_DOCUMENT: readonly string[] = ['getUi', 'flush'];

/** Under NONE only the menu is allowed. Without a document nothing is active. */
function withRules(app: object, { permit, document }: FacadeContext): object {
  return new Proxy(app, {
    get: (target, property) => {
      const member: unknown = Reflect.get(target, property);
      if (typeof member !== 'function' || property === 'getUi' || typeof property === 'symbol') return member;
      return (...args: readonly unknown[]) => {
        permit('sheets', property);
        if (document === 'document' || WITHOUT_DOCUMENT.includes(property)) {
          return Reflect.apply(member, undefined, args);
        }
        if (document === 'exception') throw refused('documentUnavailable');
        return null;
      };
    },
  });
}
