/** One HTTP request on its way out. The whitelist allows it, and its host is already the real one. */
export interface WireRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | null;
  /** The body is one character per byte (latin1). Without this it is text and leaves as UTF-8. */
  readonly binary?: boolean;
}

/** Any reply, whatever its status. `tookMs` is what network and server took. */
export interface WireReply {
  readonly kind: 'reply';
  readonly status: number;
  /** Names in lower case; repeated headers as a list. */
  readonly headers: Readonly<Record<string, string | readonly string[]>>;
  readonly body: string;
  readonly tookMs: number;
}

/** No reply: the request may or may not have taken effect. */
export interface NetworkFailure {
  readonly kind: 'network-failure';
  readonly detail: string;
  /** There was no connection at all, so that nothing left. */
  readonly unsent?: boolean;
  readonly tookMs: number;
}

/** Sends requests, all at once, and returns when each has a reply or has failed. */
export interface Transport {
  /** `now` is the emulated time. One outcome a request, in the same order. */
  send(requests: readonly WireRequest[], now: number): readonly (WireReply | NetworkFailure)[];
  close(): void;
}
