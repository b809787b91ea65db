import { numberOf, recordOf, textOf, textsOf } from './plain.ts';
import type { Plain } from './service.ts';

/** One request of a script, with the platform's defaults filled in. */
export interface FetchCall {
  readonly url: string;
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | null;
  /** The body is bytes, one character each (latin1): only text crosses to a service. */
  readonly binary: boolean;
  readonly muteHttpExceptions: boolean;
  readonly followRedirects: boolean;
}

/** What the script gets. Header names come in any case. */
export interface FetchAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | readonly string[]>>;
  readonly body: string;
}

export function fetchCallOf(value: Plain | undefined): FetchCall {
  const { url, method, headers, body, binary, muteHttpExceptions, followRedirects } = recordOf(value);
  return {
    url: textOf(url),
    method: textOf(method),
    headers: textsOf(headers),
    body: body === null ? null : textOf(body),
    binary: binary === true,
    muteHttpExceptions: muteHttpExceptions === true,
    followRedirects: followRedirects === true,
  };
}

export function fetchAnswerOf(value: Plain | undefined): FetchAnswer {
  const { status, headers, body } = recordOf(value);
  const read: Record<string, string | readonly string[]> = {};
  for (const [name, content] of Object.entries(recordOf(headers))) {
    read[name] = Array.isArray(content) ? content.map(textOf) : textOf(content);
  }
  return { status: numberOf(status), headers: read, body: textOf(body) };
}
