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

/** Why the platform itself did not let a request out. */
export type Unsent = 'too-often' | 'quota' | 'permission' | 'too-large' | 'not-reached';

/**
 * What came of it. `not-sent` means that the platform refused it before it left: it has certainly not taken
 * effect. `no-reply` means that the network failed: the request may or may not have taken
 * effect. `detail` is for the log only, and the adapter has taken the URL and the key out of it.
 */
export type HttpOutcome =
  | {
      readonly kind: 'reply';
      readonly status: number;
      /** Header names in lower case; of several values the first. */
      readonly headers: Readonly<Record<string, string>>;
      readonly body: string;
    }
  | { readonly kind: 'not-sent'; readonly why: Unsent }
  | { readonly kind: 'no-reply'; readonly detail: string };

/** The HTTP port: the platform's network, behind the narrowest interface that the client needs. */
export interface Http {
  send(request: HttpRequest): HttpOutcome;
}
