import type { ExecutionContext } from './execution.ts';
import { refused } from './refusals/refused.ts';
import type { ExecutionId } from './service.ts';

/** One user may have so many executions at once, in all documents together. */
const AT_ONCE = 30;

/** The executions that are under way, by their numbers. */
export interface Executions {
  /** Gives it the next number. Throws the platform's refusal when the user has too many under way. */
  begin(context: Omit<ExecutionContext, 'id'>): ExecutionContext;
  end(id: ExecutionId): void;
  /** Throws when it is over. */
  contextOf(id: ExecutionId): ExecutionContext;
  running(): readonly ExecutionContext[];
}

export function createExecutions(firstId: ExecutionId): Executions {
  const running = new Map<ExecutionId, ExecutionContext>();
  let lastId = firstId - 1;
  return {
    begin: (fields) => {
      lastId += 1;
      const own = [...running.values()].filter(({ user }) => user === fields.user);
      if (own.length >= AT_ONCE) throw refused('tooManyAtOnce');
      const context = { id: lastId, ...fields };
      running.set(lastId, context);
      return context;
    },
    end: (id) => {
      running.delete(id);
    },
    contextOf: (id) => {
      const context = running.get(id);
      if (context === undefined) throw new Error(`Execution ${id} is over.`);
      return context;
    },
    running: () => [...running.values()],
  };
}
