import type { Authority } from './authority.ts';
import { createAuthority } from './authority.ts';
import type { CompiledBundle } from './bundle.ts';
import { compileBundle } from './bundle.ts';
import { FIRST_CELL_EXECUTION } from './custom-functions.ts';
import type { EmulatorOptions } from './emulator-options.ts';
import type { Execution, ExecutionContext } from './execution.ts';
import type { Executions } from './executions.ts';
import { createExecutions } from './executions.ts';
import type { Language } from './refusals/refused.ts';
import { createSeededRandom, type SeededRandom, uuidFrom } from './seeded-random.ts';
import type { ExecutionId, Service } from './service.ts';
import { createCacheService } from './services/cache-service.ts';
import { createDailyQuotas, type DailyQuotas } from './services/daily-quotas.ts';
import { createBurstGuard } from './services/fetch-burst.ts';
import { createFetchService, type FetchService } from './services/fetch-service.ts';
import { createHostMap } from './services/host-map.ts';
import { createLanguageService } from './services/language-service.ts';
import { createLockTable, type LockTable } from './services/lock-table.ts';
import { createMailService, type MailService } from './services/mail-service.ts';
import { createPropertiesService } from './services/properties-service.ts';
import { createSessionService } from './services/session-service.ts';
import { createTriggerService, type TriggerService } from './services/trigger-service.ts';

/** What all documents of an add-on share: its code, its users, and what Google keeps for them. */
export interface Account {
  readonly options: EmulatorOptions;
  /** What the users speak now. */
  readonly language: () => Language;
  readonly speak: (language: Language) => void;
  readonly defaultUser: string;
  readonly bundle: CompiledBundle;
  readonly random: SeededRandom;
  readonly authority: Authority;
  readonly quotas: DailyQuotas;
  readonly locks: LockTable;
  readonly triggers: TriggerService;
  readonly fetches: FetchService;
  readonly mail: MailService;
  /** Without those that belong to one document. */
  readonly services: Readonly<Record<string, Service>>;
  readonly executions: Executions;
  /** Those that work out formulas. */
  readonly cellExecutions: Executions;
  readonly contextOf: (id: ExecutionId) => ExecutionContext;
  readonly onDurable: () => void;
  /** Reports the record of an execution, and hands it on. */
  readonly told: (execution: Execution) => Execution;
}

export function createAccount(options: EmulatorOptions): Account {
  const { clock, transport } = options;
  const account = options.account ?? 'consumer';
  let spoken = options.language ?? 'en';
  const language = (): Language => spoken;
  const bundle = compileBundle(options.bundle);
  const { manifest } = bundle;
  const random = createSeededRandom(options.seed ?? 1);
  const executions = createExecutions(1);
  const cellExecutions = createExecutions(FIRST_CELL_EXECUTION);
  const contextOf = (id: ExecutionId): ExecutionContext =>
    (id < FIRST_CELL_EXECUTION ? executions : cellExecutions).contextOf(id);
  const onDurable = (): void => options.onDurable?.();
  const quotas = createDailyQuotas(clock);
  const newId = (): string => uuidFrom(random.next);
  const triggers = createTriggerService(options.mode ?? 'bound', clock, contextOf, newId, onDurable);
  const fetches = createFetchService({
    clock,
    random,
    quotas,
    burst: createBurstGuard(options.fetchBurst ?? null),
    account,
    transport,
    hosts: createHostMap(options.hosts ?? {}),
    whitelist: manifest.urlFetchWhitelist,
    contextOf,
  });
  const mail = createMailService({ clock, quotas, account, contextOf, onDurable });
  return {
    options,
    language,
    speak: (next) => {
      spoken = next;
    },
    defaultUser: options.user ?? 'anna@example.com',
    bundle,
    random,
    authority: createAuthority(manifest.oauthScopes, options.grantedScopes ?? null),
    quotas,
    locks: createLockTable(clock.now),
    triggers,
    fetches,
    mail,
    services: {
      properties: createPropertiesService({ quotas, account, contextOf, onDurable }),
      cache: createCacheService(clock, random, options.cacheForgets ?? 0),
      triggers,
      fetch: fetches,
      mail,
      language: createLanguageService({
        random,
        quotas,
        account,
        habits: options.translation ?? {},
        contextOf,
      }),
      session: createSessionService(manifest.timeZone, language, contextOf),
    },
    executions,
    cellExecutions,
    contextOf,
    onDurable,
    told: (execution) => {
      options.onExecution?.(execution);
      return execution;
    },
  };
}
