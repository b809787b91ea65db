import type { Counts, PricedCall } from './execution.ts';

/** Counts platform calls by service and by method. */
export function countsOf(calls: readonly PricedCall[]): Counts {
  const services: Record<string, number> = {};
  const methods: Record<string, number> = {};
  for (const { service, method } of calls) {
    services[service] = (services[service] ?? 0) + 1;
    const name = `${service}.${method}`;
    methods[name] = (methods[name] ?? 0) + 1;
  }
  return { total: calls.length, services, methods };
}
