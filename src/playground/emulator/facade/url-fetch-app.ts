import type { FetchAnswer, FetchCall } from '../fetch-call.ts';
import { fetchAnswerOf } from '../fetch-call.ts';
import { listOf } from '../plain.ts';
import type { Plain } from '../service.ts';
import { PlatformError } from '../service.ts';
import { fieldsArgument, listArgument, mismatch, textArgument, textFieldsArgument } from './arguments.ts';
import type { FacadeContext } from './facade-context.ts';
import { guarded } from './guarded.ts';

const METHODS: readonly string[] = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'];

/** What the platform sends when a script forgets to say: the reason always to say it. */
const FORM = 'application/x-www-form-urlencoded';

/** `UrlFetchApp`. */
export function createUrlFetchFacade({ perform, permit }: FacadeContext): object {
  const send = (method: string, calls: readonly FetchCall[]): readonly object[] => {
    permit('fetch', method);
    const plain: readonly Plain[] = calls.map((call) => ({ ...call }));
    return listOf(perform('fetch', method, plain)).map((answer) => responseOf(fetchAnswerOf(answer)));
  };
  return guarded('UrlFetchApp', {
    fetch: (url: unknown, options: unknown = {}) => {
      const fields = new Map(fieldsArgument('UrlFetchApp.fetch', options));
      if (fields.has('url')) throw new PlatformError('Attribute provided with no field: url');
      return send('fetch', [readCall(textArgument('UrlFetchApp.fetch', url), fields)])[0];
    },
    fetchAll: (requests: unknown) => {
      const calls = listArgument('UrlFetchApp.fetchAll', requests).map((request) => {
        if (typeof request === 'string') return readCall(request, new Map());
        const fields = new Map(fieldsArgument('UrlFetchApp.fetchAll', request));
        const url = textArgument('UrlFetchApp.fetchAll', fields.get('url'));
        fields.delete('url');
        return readCall(url, fields);
      });
      return send('fetchAll', calls);
    },
  });
}

function readCall(url: string, fields: Map<string, unknown>): FetchCall {
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
  if (unknown !== undefined) throw new PlatformError(`Attribute provided with no field: ${unknown}`);

  const wanted = String(method ?? (payload === undefined ? 'get' : 'post')).toUpperCase();
  if (!METHODS.includes(wanted)) throw invalid('method', method);
  if (wanted === 'GET' && payload !== undefined)
    throw new Error('UrlFetchApp: a GET with a payload is not emulated.');
  const sent = headers === undefined ? {} : textFieldsArgument('UrlFetchApp.fetch', headers);
  const named = Object.keys(sent).some((name) => name.toLowerCase() === 'content-type');
  const body = payload === undefined || payload === null ? null : bodyOf(payload);
  const typed =
    body === null || named ? {} : { 'Content-Type': contentType === undefined ? FORM : String(contentType) };
  return { url, method: wanted, headers: { ...sent, ...typed }, body, muteHttpExceptions, followRedirects };
}

function bodyOf(payload: unknown): string {
  if (typeof payload === 'string') return payload;
  if (Array.isArray(payload)) throw new Error('UrlFetchApp: a payload of bytes is not emulated.');
  const fields = fieldsArgument('UrlFetchApp.fetch', payload).map(([name, value]) => {
    if (typeof value === 'object') throw mismatch('UrlFetchApp.fetch', value);
    return `${encodeURIComponent(name)}=${encodeURIComponent(String(value))}`;
  });
  return fields.join('&');
}

function invalid(name: string, value: unknown): PlatformError {
  return new PlatformError(`Attribute provided with invalid value: ${name} (${String(value)})`);
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
