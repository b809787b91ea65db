import { existsSync, readFileSync } from 'node:fs';

/**
 * What is left of a published request schema once its prose is taken out. Bodies are closed: a property that
 * is not listed is refused.
 */
export interface Schema {
  readonly type?: string;
  readonly const?: string;
  readonly enum?: readonly (string | number)[];
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly items?: Schema;
  readonly oneOf?: readonly Schema[];
}

interface PublishedRequests {
  /** The arms of `POST /v3/videos` by their type. */
  readonly video: Readonly<Record<string, Schema>>;
  /** `POST /v3/templates/{template_id}`. */
  readonly template: Schema;
}

const FIXTURE = new URL('../../fixtures/published-requests.json', import.meta.url);
const PUBLISHED = new URL('../../../../shared/heygen-v3/api.json', import.meta.url);

export const REQUESTS: PublishedRequests = JSON.parse(readFileSync(FIXTURE, 'utf8'));

/** The schemas as HeyGen published them, where the file is at hand; null elsewhere. */
export function publishedRequests(): { readonly video: Schema; readonly template: Schema } | null {
  if (!existsSync(PUBLISHED)) return null;
  const operations: { operation: string; request: Schema }[] = JSON.parse(
    readFileSync(PUBLISHED, 'utf8'),
  ).operations;
  const requestOf = (name: string): Schema =>
    operations.find(({ operation }) => operation === name)?.request ?? {};
  return { video: requestOf('VideoCreate'), template: requestOf('TemplateGenerate') };
}

/** Every field that a schema has, as `voice_settings.speed`; those of the entries of a list as if there were one. */
export function fieldsOf(schema: Schema, path = ''): string[] {
  const fields = Object.entries(schema.properties ?? {}).flatMap(([name, inner]) => {
    const own = path === '' ? name : `${path}.${name}`;
    return [own, ...fieldsOf(inner, own)];
  });
  const inner = [...(schema.oneOf ?? []), ...(schema.items === undefined ? [] : [schema.items])];
  return [...new Set([...fields, ...inner.flatMap((each) => fieldsOf(each, path))])];
}

/** The fields that a body fills, named as `fieldsOf` names them. */
export function filledFields(body: unknown, path = ''): string[] {
  if (Array.isArray(body)) return [...new Set(body.flatMap((entry) => filledFields(entry, path)))];
  if (typeof body !== 'object' || body === null) return [];
  return Object.entries(body).flatMap(([name, value]) => {
    const own = path === '' ? name : `${path}.${name}`;
    return [own, ...filledFields(value, own)];
  });
}

/** What a value breaks of a schema, as sentences; none when it passes. */
export function breaches(value: unknown, schema: Schema, path = ''): string[] {
  if (schema.oneOf !== undefined) {
    const tries = schema.oneOf.map((arm) => breaches(value, arm, path));
    return tries.some((found) => found.length === 0)
      ? []
      : (tries.sort((a, b) => a.length - b.length)[0] ?? []);
  }
  const wrong = (what: string): string[] => [`${path}: ${what} (${JSON.stringify(value)?.slice(0, 80)})`];
  if (schema.const !== undefined && value !== schema.const) return wrong(`is not ${schema.const}`);
  if (schema.enum !== undefined && !schema.enum.some((word) => word === value))
    return wrong('is no such word');
  if (schema.type !== undefined && !isOf(schema.type, value)) return wrong(`is no ${schema.type}`);
  if (typeof value === 'number') {
    const { minimum = value, maximum = value } = schema;
    return value < minimum || value > maximum ? wrong(`is not in ${minimum}..${maximum}`) : [];
  }
  if (Array.isArray(value)) {
    const { minItems = 0, maxItems = value.length, items = {} } = schema;
    if (value.length < minItems || value.length > maxItems) return wrong('has too few or too many entries');
    return value.flatMap((entry, at) => breaches(entry, items, `${path}[${at}]`));
  }
  const { properties = {}, required = [] } = schema;
  // An object whose properties are not listed may hold any: a template's variables.
  if (typeof value !== 'object' || value === null || Object.keys(properties).length === 0) return [];
  return [
    ...required.filter((name) => !(name in value)).map((name) => `${path}: ${name} is missing`),
    ...Object.entries(value).flatMap(([name, inner]) => {
      const known = properties[name];
      return known === undefined
        ? [`${path}: ${name} is unknown`]
        : breaches(inner, known, `${path}.${name}`);
    }),
  ];
}

function isOf(type: string, value: unknown): boolean {
  if (type === 'array') return Array.isArray(value);
  if (type === 'object') return typeof value === 'object' && value !== null && !Array.isArray(value);
  if (type === 'integer') return Number.isInteger(value);
  const name: string = typeof value;
  return name === type;
}
