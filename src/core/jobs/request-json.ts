import { fingerprint } from '../fingerprint.ts';
import type { VideoRequest } from '../heygen/video-request.ts';

/** The fingerprint of a part of a request, behind its name. */
export type RequestPart = readonly [name: string, print: string];

/** A field of a request, with its value as JSON and the fingerprint of that. */
class WrittenField {
  readonly name: string;
  readonly value: unknown;
  readonly json: string;
  private known: RequestPart | null = null;

  constructor(name: string, value: unknown) {
    this.name = name;
    this.value = value;
    this.json = JSON.stringify(value);
  }

  get part(): RequestPart {
    this.known ??= [this.name, fingerprint(this.json)];
    return this.known;
  }
}

interface WrittenRequest {
  readonly fields: readonly WrittenField[];
  readonly json: string;
}

/**
 * The last request. Its print, its parts and its length are asked for one after the other, and the next row's request
 * has most fields in common with it.
 */
let last: (WrittenRequest & { readonly request: VideoRequest }) | null = null;

function written(request: VideoRequest): WrittenRequest {
  if (last?.request === request) return last;
  const before = last?.fields ?? [];
  const fields = Object.entries(request).map(([name, value], at) => {
    const same = before[at];
    return same !== undefined && same.value === value && same.name === name
      ? same
      : new WrittenField(name, value);
  });
  let json = '';
  for (const field of fields) json += `${json === '' ? '' : ','}"${field.name}":${field.json}`;
  last = { request, fields, json: `{${json}}` };
  return last;
}

/** What `JSON.stringify` gives for a request. */
export function requestJson(request: VideoRequest): string {
  return written(request).json;
}

/** The fields of a request, in their order. */
export function requestFields(request: VideoRequest): readonly WrittenField[] {
  return written(request).fields;
}
