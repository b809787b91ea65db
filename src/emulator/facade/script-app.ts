import { listOf, recordOf, textOf } from '../plain.ts';
import type { Plain } from '../service.ts';
import { mismatch, numberArgument, textArgument } from './arguments.ts';
import type { Enumeration } from './enumeration.ts';
import { createEnumeration, enumValue } from './enumeration.ts';
import type { FacadeContext } from './facade-context.ts';
import { guarded } from './guarded.ts';
import { isSpreadsheet } from './sheets-line.ts';

export interface ScriptAppParts {
  readonly authModes: Enumeration;
  /** Whether every scope of the manifest has been granted. */
  readonly fullyGranted: () => boolean;
}

export function createAuthModes(): Enumeration {
  return createEnumeration('ScriptApp.AuthMode', ['NONE', 'LIMITED', 'FULL', 'CUSTOM_FUNCTION']);
}

/** `ScriptApp`: clock triggers and the state of the authorisation. */
export function createScriptAppFacade(context: FacadeContext, parts: ScriptAppParts): object {
  const { perform } = context;
  const eventTypes = createEnumeration('ScriptApp.EventType', ['CLOCK', 'ON_OPEN', 'ON_EDIT', 'ON_CHANGE']);
  const sources = createEnumeration('ScriptApp.TriggerSource', ['CLOCK', 'SPREADSHEETS']);
  const statuses = createEnumeration('ScriptApp.AuthorizationStatus', ['REQUIRED', 'NOT_REQUIRED']);
  const ids = new Map<object, string>();

  const triggerOf = (value: Plain): object => {
    const { id, functionName } = recordOf(value);
    const trigger = guarded('Trigger', {
      getUniqueId: () => textOf(id),
      getHandlerFunction: () => textOf(functionName),
      getEventType: () => enumValue(eventTypes, 'CLOCK'),
      getTriggerSource: () => enumValue(sources, 'CLOCK'),
      getTriggerSourceId: () => null,
    });
    ids.set(trigger, textOf(id));
    return trigger;
  };

  const clockBuilder = (functionName: string): object => {
    let timing: { kind: string; amount: number } | null = null;
    const set = (kind: string, amount: number): object => {
      timing = { kind, amount };
      return builder;
    };
    const whole = (kind: string) => (amount: unknown) =>
      set(kind, numberArgument(`ClockTriggerBuilder.${kind}`, amount));
    const builder: object = guarded('ClockTriggerBuilder', {
      everyMinutes: whole('everyMinutes'),
      everyHours: whole('everyHours'),
      after: whole('after'),
      at: (date: unknown) => {
        if (Object.prototype.toString.call(date) !== '[object Date]')
          throw mismatch('ClockTriggerBuilder.at', date);
        return set('at', Number(date));
      },
      create: () => {
        if (timing === null) throw new Error('ClockTriggerBuilder.create without a time is not emulated.');
        return triggerOf(perform('triggers', 'newTrigger', functionName, timing.kind, timing.amount));
      },
    });
    return builder;
  };

  const list = (method: string): object[] => listOf(perform('triggers', method)).map(triggerOf);
  return guarded('ScriptApp', {
    AuthMode: parts.authModes,
    EventType: eventTypes,
    TriggerSource: sources,
    AuthorizationStatus: statuses,
    newTrigger: (functionName: unknown) => {
      context.permit('triggers', 'newTrigger');
      const name = textArgument('ScriptApp.newTrigger', functionName);
      return guarded('TriggerBuilder', { timeBased: () => clockBuilder(name) });
    },
    /** Those of the user in all documents that have the add-on. */
    getProjectTriggers: () => list('getProjectTriggers'),
    /** Those of the user in one document. A script can only reach its own. */
    getUserTriggers: (spreadsheet: unknown) => {
      if (!isSpreadsheet(spreadsheet)) throw mismatch('ScriptApp.getUserTriggers', spreadsheet);
      return list('getUserTriggers');
    },
    deleteTrigger: (trigger: unknown) => {
      const id = typeof trigger === 'object' && trigger !== null ? ids.get(trigger) : undefined;
      if (id === undefined) throw mismatch('ScriptApp.deleteTrigger', trigger);
      perform('triggers', 'deleteTrigger', id);
    },
    getAuthorizationInfo: () => {
      const status = parts.fullyGranted() ? 'NOT_REQUIRED' : 'REQUIRED';
      return guarded('AuthorizationInfo', {
        getAuthorizationStatus: () => enumValue(statuses, status),
        getAuthorizationUrl: () => (status === 'REQUIRED' ? 'https://accounts.google.com/emulated' : null),
      });
    },
  });
}
