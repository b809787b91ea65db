import type { Http, HttpOutcome, HttpRequest } from '../app/ports/http.ts';
import { isTooLarge, unsentReason } from './unsent.ts';

type Options = GoogleAppsScript.URL_Fetch.URLFetchRequestOptions;

/** UrlFetchApp as the HTTP port. It follows no redirect, which would hide the answer to a POST. */
export function createHttp(): Http {
  return {
    send(request) {
      if (isTooLarge(request.url, request.body)) return TOO_LARGE;
      try {
        return replyOf(UrlFetchApp.fetch(request.url, optionsOf(request)));
      } catch (error) {
        return thrown(error, request.url);
      }
    },

    sendAll(requests) {
      const going = requests.filter(({ url }) => !isTooLarge(url));
      const outcomes = new Map<HttpRequest, HttpOutcome>();
      const [first] = going;
      if (first === undefined) return requests.map(() => TOO_LARGE);
      try {
        const replies = UrlFetchApp.fetchAll(going.map((each) => ({ url: each.url, ...optionsOf(each) })));
        going.forEach((each, at) => {
          const reply = replies[at];
          if (reply !== undefined) outcomes.set(each, replyOf(reply));
        });
      } catch (error) {
        const outcome = thrown(error, first.url);
        for (const each of going) outcomes.set(each, outcome);
      }
      return requests.map((each) => outcomes.get(each) ?? TOO_LARGE);
    },
  };
}

const TOO_LARGE: HttpOutcome = { kind: 'not-sent', why: 'too-large' };

function optionsOf(request: HttpRequest): Options {
  return {
    method: METHODS[request.method],
    headers: { ...request.headers },
    muteHttpExceptions: true,
    followRedirects: false,
    ...payloadOf(request),
  };
}

function replyOf(response: GoogleAppsScript.URL_Fetch.HTTPResponse): HttpOutcome {
  return {
    kind: 'reply',
    status: response.getResponseCode(),
    headers: lowerCased(response.getAllHeaders()),
    body: response.getContentText(),
  };
}

/** The platform throws when the network fails. A request may have taken effect all the same. */
function thrown(error: unknown, url: string): HttpOutcome {
  const text = String(error);
  const why = unsentReason(text, url);
  return why === null ? { kind: 'no-reply', detail: withoutUrls(text) } : { kind: 'not-sent', why };
}

/** The platform sends a form with a Blob as multipart, with its own content type. */
function payloadOf({ body, file }: HttpRequest): Pick<Options, 'contentType' | 'payload'> {
  if (file !== undefined) return { payload: { [file.field]: file.content } };
  return body === undefined ? {} : { contentType: 'application/json', payload: body };
}

const METHODS = { GET: 'get', POST: 'post', DELETE: 'delete' } as const;

/** The exception's text contains the URL, which may contain secrets. */
function withoutUrls(text: string): string {
  return text.replace(/https?:\/\/\S+/g, '(address)');
}

/** Names come in any case; a header that was sent twice is an array. */
function lowerCased(headers: object): Record<string, string> {
  const result: Record<string, string> = {};
  for (const [name, value] of Object.entries(headers)) {
    result[name.toLowerCase()] = String(Array.isArray(value) ? value[0] : value);
  }
  return result;
}
