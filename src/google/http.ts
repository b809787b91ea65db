import type { Http, HttpRequest } from '../app/ports/http.ts';
import { isTooLarge, unsentReason } from './unsent.ts';

type Options = GoogleAppsScript.URL_Fetch.URLFetchRequestOptions;

/** UrlFetchApp as the HTTP port. It follows no redirect, which would hide the answer to a POST. */
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
        // The platform throws when the network fails. The request may have taken effect all the same.
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
