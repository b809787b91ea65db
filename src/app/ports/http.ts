/** One HTTP request as the platform can make it: synchronous, text or a file in, text out. */
export interface HttpRequest {
  readonly method: 'GET' | 'POST' | 'DELETE';
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  /** JSON text; absent for GET and DELETE, and beside a file. */
  readonly body?: string;
  /** Sent as the only field of a multipart form; `content` is the platform's own object for a file. */
  readonly file?: { readonly field: string; readonly content: unknown };
}

/** Why the platform itself did not send a request. */
export type Unsent = 'too-often' | 'quota' | 'permission' | 'too-large' | 'not-reached';

/**
 * The outcome. `not-sent`: the platform refused the request before it left, so it certainly had no effect. `no-reply`:
 * the network failed, so it may or may not have had an effect. `detail` is for the log only, and the adapter has taken
 * the URL and the key out of it.
 */
export type HttpOutcome =
  | {
      readonly kind: 'reply';
      readonly status: number;
      /** Names in lower case. Of several values only the first. */
      readonly headers: Readonly<Record<string, string>>;
      readonly body: string;
    }
  | { readonly kind: 'not-sent'; readonly why: Unsent }
  | { readonly kind: 'no-reply'; readonly detail: string };

/** The HTTP port: all that the client needs of the platform's network. */
export interface Http {
  send(request: HttpRequest): HttpOutcome;
  /**
   * Sends reads at the same moment, which takes as long as the slowest of them. Where the network fails for one, the
   * platform loses the replies to all.
   */
  sendAll(requests: readonly HttpRead[]): readonly HttpOutcome[];
}

/** A request that changes nothing, so that its reply may get lost. */
export type HttpRead = HttpRequest & { readonly method: 'GET' };
