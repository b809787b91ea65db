import { type Budget, type Hold, heldBack, holdsOf } from '../../core/jobs/budget.ts';
import type { Job } from '../../core/jobs/job.ts';
import { historyOf } from '../ledger/history.ts';
import type { Owner, Platform } from '../ports/ports.ts';

/**
 * What the budgets of the sheets hold back, judged by the ledger alone. What was finished long ago counts for a budget
 * too, so the whole ledger is read once in an execution, and only where a sheet with a budget has rows that wait.
 */
export class Budgets {
  private readonly platform: Platform;
  private readonly owner: Owner;
  private history: ReadonlyMap<string, Job> | null;

  /** `history`: all of the ledger, where this execution has just read it. */
  constructor(platform: Platform, owner: Owner, history: ReadonlyMap<string, Job> | null = null) {
    this.platform = platform;
    this.owner = owner;
    this.history = history;
  }

  holds(own: readonly Job[]): Hold[] {
    const { settings, clock } = this.platform;
    const waiting = own.filter(({ status, key }) => status === 'Queued' && key === null);
    return [...new Set(waiting.map(({ tab }) => tab))].flatMap((tab) => {
      const budget: Budget = settings.ofSheet(tab);
      if (budget.budgetRunUsd === null && budget.budgetDayUsd === null) return [];
      return holdsOf(this.ofTab(tab, own), budget, settings.prices(), clock.now());
    });
  }

  /** The jobs as the passes see them. */
  within(own: readonly Job[]): Job[] {
    return heldBack(own, this.holds(own));
  }

  private ofTab(tab: number, own: readonly Job[]): Job[] {
    this.history ??= historyOf(this.platform);
    const jobs = new Map(this.history);
    for (const job of own) jobs.set(job.id, job);
    return [...jobs.values()].filter((job) => job.tab === tab && this.owner.names.includes(job.owner));
  }
}
