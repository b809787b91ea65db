import type { ExecutionContext } from '../execution.ts';
import type { Perform } from '../service.ts';

/** What the objects that a script sees are built from, anew in each execution. */
export interface FacadeContext {
  readonly perform: Perform;
  readonly execution: ExecutionContext;
  /** Throws the platform's refusal when the service may not be used here; for what is local and makes no call. */
  readonly permit: (service: string, method: string) => void;
  /** Whether there is a document: without one, document locks and document properties are null. */
  readonly hasDocument: boolean;
  /** What the Extensions menu calls the add-on. */
  readonly addonName: string;
  readonly pages: Readonly<Record<string, string>>;
}
