import type { Http, HttpRequest } from '../app/ports/http.ts';
import { isTooLarge, unsentReason } from './unsent.ts';

type Options = GoogleAppsScript.URL_Fetch.URLFetchRequestOptions;

/** UrlFetchApp as the HTTP port. A redirected POST would hide what was answered, so none is followed. */
export function createHttp(): Http {
  return {
    send(request) {
      if (isTooLarge(request.url, request.body)) return { kind: 'not-sent', why: 'too-large' };
      let response: GoogleAppsScript.URL_Fetch.HTTPResponse;
      try {
        response = UrlFetchApp.fetch(request.url, {
          method: METHODS[request.method],
          headers: { ...request.headers },
          muteHttpExceptions: true,
          followRedirects: false,
          ...payloadOf(request),
        });
      } catch (error) {
        const text = String(error);
        const why = unsentReason(text, request.url);
        if (why !== null) return { kind: 'not-sent', why };
        // The platform throws when the network fails, although the request may have taken effect.
        return { kind: 'no-reply', detail: withoutUrls(text) };
      }
      return {
        kind: 'reply',
        status: response.getResponseCode(),
        headers: lowerCased(response.getAllHeaders()),
        body: response.getContentText(),
      };
    },
  };
}

/** A form with a Blob in it goes out as multipart, and brings its own content type. */
function payloadOf({ body, file }: HttpRequest): Pick<Options, 'contentType' | 'payload'> {
  if (file !== undefined) return { payload: { [file.field]: file.content } };
  return body === undefined ? {} : { contentType: 'application/json', payload: body };
}

const METHODS = { GET: 'get', POST: 'post', DELETE: 'delete' } as const;

/** The exception's text holds the URL, which may hold what must not be logged. */
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
