import type { DocumentAccess } from '../emulator-options.ts';
import type { ExecutionContext } from '../execution.ts';
import type { Perform } from '../service.ts';

/** What an execution's objects are built from. */
export interface FacadeContext {
  readonly perform: Perform;
  readonly execution: ExecutionContext;
  /** Throws the platform's refusal when the service may not be used here. For members that make no call. */
  readonly permit: (service: string, method: string) => void;
  /** Without a document, its lock and its properties are null. */
  readonly document: DocumentAccess;
  /** Names the document's lock, properties and cache. */
  readonly documentKey: string;
  /** What the Extensions menu calls the add-on. */
  readonly addonName: string;
  readonly pages: Readonly<Record<string, string>>;
}
