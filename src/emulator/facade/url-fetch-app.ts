import type { FetchAnswer, FetchCall } from '../fetch-call.ts';
import { fetchAnswerOf } from '../fetch-call.ts';
import { listOf } from '../plain.ts';
import { refused } from '../refusals/refused.ts';
import type { Plain, PlatformError } from '../service.ts';
import { fieldsArgument, listArgument, mismatch, textArgument, textFieldsArgument } from './arguments.ts';
import type { Blobs } from './blob.ts';
import type { FacadeContext } from './facade-context.ts';
import { guarded } from './guarded.ts';
import { multipartBody } from './multipart.ts';

const METHODS: readonly string[] = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'];

/** What the platform sends when a script names no content type. */
const FORM = 'application/x-www-form-urlencoded';

/** `UrlFetchApp`. */
export function createUrlFetchFacade({ perform, permit }: FacadeContext, blobs: Blobs): object {
  const send = (method: string, calls: readonly FetchCall[]): readonly object[] => {
    permit('fetch', method);
    const plain: readonly Plain[] = calls.map((call) => ({ ...call }));
    return listOf(perform('fetch', method, plain)).map((answer) => responseOf(fetchAnswerOf(answer)));
  };
  return guarded('UrlFetchApp', {
    fetch: (url: unknown, options: unknown = {}) => {
      const fields = new Map(fieldsArgument('UrlFetchApp.fetch', options));
      if (fields.has('url')) throw refused('unknownAttribute', 'url');
      return send('fetch', [readCall(textArgument('UrlFetchApp.fetch', url), fields, blobs)])[0];
    },
    fetchAll: (requests: unknown) => {
      const calls = listArgument('UrlFetchApp.fetchAll', requests).map((request) => {
        if (typeof request === 'string') return readCall(request, new Map(), blobs);
        const fields = new Map(fieldsArgument('UrlFetchApp.fetchAll', request));
        const url = textArgument('UrlFetchApp.fetchAll', fields.get('url'));
        fields.delete('url');
        return readCall(url, fields, blobs);
      });
      return send('fetchAll', calls);
    },
  });
}

function readCall(url: string, fields: Map<string, unknown>, blobs: Blobs): FetchCall {
  const take = (name: string): unknown => {
    const value = fields.get(name);
    fields.delete(name);
    return value;
  };
  const flag = (name: string, usual: boolean): boolean => {
    const value = take(name) ?? usual;
    if (typeof value !== 'boolean') throw invalid(name, value);
    return value;
  };
  const [method, contentType, headers, payload] = ['method', 'contentType', 'headers', 'payload'].map(take);
  const muteHttpExceptions = flag('muteHttpExceptions', false);
  const followRedirects = flag('followRedirects', true);
  if (!flag('validateHttpsCertificates', true) || flag('useIntranet', false) || !flag('escaping', true)) {
    throw new Error('UrlFetchApp: validateHttpsCertificates, useIntranet and escaping are not emulated.');
  }
  const [unknown] = fields.keys();
  if (unknown !== undefined) throw refused('unknownAttribute', unknown);

  const wanted = String(method ?? (payload === undefined ? 'get' : 'post')).toUpperCase();
  if (!METHODS.includes(wanted)) throw invalid('method', method);
  if (wanted === 'GET' && payload !== undefined)
    throw new Error('UrlFetchApp: a GET with a payload is not emulated.');
  const sent = headers === undefined ? {} : textFieldsArgument('UrlFetchApp.fetch', headers);
  const named = Object.keys(sent).some((name) => name.toLowerCase() === 'content-type');
  const given = contentType === undefined ? null : String(contentType);
  const sending = payload === undefined || payload === null ? NOTHING : bodyOf(payload, blobs);
  if (sending.binary && (named || given !== null)) {
    throw new Error(
      'UrlFetchApp: a payload with a Blob brings its own Content-Type, with the boundary in it.',
    );
  }
  const { body, binary } = sending;
  const typed = body === null || named ? {} : { 'Content-Type': given ?? sending.contentType };
  const sentHeaders = { ...sent, ...typed };
  return { url, method: wanted, headers: sentHeaders, body, binary, muteHttpExceptions, followRedirects };
}

interface Body {
  readonly body: string | null;
  /** The body is one character per byte. */
  readonly binary: boolean;
  /** The content type when the script names none. */
  readonly contentType: string;
}

const NOTHING: Body = { body: null, binary: false, contentType: FORM };

/** An object becomes a form, and a multipart form if it has a Blob. */
function bodyOf(payload: unknown, blobs: Blobs): Body {
  if (typeof payload === 'string') return { ...NOTHING, body: payload };
  if (Array.isArray(payload) || blobs.read(payload) !== null) {
    throw new Error('UrlFetchApp: a payload of bytes or of one Blob is not emulated.');
  }
  const fields = fieldsArgument('UrlFetchApp.fetch', payload).map(([name, value]) => {
    const blob = blobs.read(value);
    if (blob === null && !['string', 'number', 'boolean'].includes(typeof value)) {
      throw mismatch('UrlFetchApp.fetch', value);
    }
    return [name, blob ?? String(value)] as const;
  });
  const texts = fields.flatMap(([name, field]) =>
    typeof field === 'string' ? [`${encodeURIComponent(name)}=${encodeURIComponent(field)}`] : [],
  );
  if (texts.length === fields.length) return { ...NOTHING, body: texts.join('&') };
  return { ...multipartBody(fields), binary: true };
}

function invalid(name: string, value: unknown): PlatformError {
  return refused('invalidAttribute', `${name} (${String(value)})`);
}

function responseOf({ status, headers, body }: FetchAnswer): object {
  return guarded('HTTPResponse', {
    getResponseCode: () => status,
    getContentText: () => body,
    getHeaders: () =>
      Object.fromEntries(
        Object.entries(headers).map(([name, value]) => [name, typeof value === 'string' ? value : value[0]]),
      ),
    getAllHeaders: () =>
      Object.fromEntries(
        Object.entries(headers).map(([name, value]) => [
          name,
          typeof value === 'string' ? value : [...value],
        ]),
      ),
  });
}
