import { inspect } from 'node:util';
import type { LogLine } from '../execution.ts';
import { guarded } from './guarded.ts';

/** `console` and `Logger`. Their lines stay in the execution's record. */
export function createConsoles(logs: LogLine[]): { readonly console: object; readonly Logger: object } {
  const write =
    (level: string) =>
    (...parts: unknown[]): void => {
      const text = parts.map((part) => (typeof part === 'string' ? part : inspect(part))).join(' ');
      logs.push({ level, text });
    };
  const logger: object = guarded('Logger', {
    log: (...parts: unknown[]) => {
      write('log')(...parts);
      return logger;
    },
  });
  return {
    console: guarded('console', {
      log: write('log'),
      info: write('info'),
      warn: write('warn'),
      error: write('error'),
      time: () => undefined,
      timeEnd: () => undefined,
    }),
    Logger: logger,
  };
}
