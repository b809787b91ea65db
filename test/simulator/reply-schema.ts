import { existsSync, readFileSync } from 'node:fs';

/** What is left of a published reply schema once its prose is taken out. */
export interface ReplySchema {
  readonly type?: string;
  readonly nullable?: boolean;
  readonly enum?: readonly string[];
  readonly properties?: Readonly<Record<string, ReplySchema>>;
  readonly required?: readonly string[];
  readonly items?: ReplySchema;
}

type Replies = Readonly<Record<string, ReplySchema>>;

const FIXTURE = new URL('../fixtures/published-replies.json', import.meta.url);
const PUBLISHED = new URL('../../../shared/heygen-v3/api.json', import.meta.url);

/** By operation, e.g. `GET /v3/videos/{video_id}`. `later` are those that HeyGen published afterwards. */
export const REPLIES: { readonly published: Replies; readonly later: Replies } = JSON.parse(
  readFileSync(FIXTURE, 'utf8'),
);

/** The schemas as HeyGen published them, where the file is at hand; null elsewhere. */
export function publishedReplies(): Replies | null {
  if (!existsSync(PUBLISHED)) return null;
  const { operations }: { operations: { method: string; path: string; response: ReplySchema | null }[] } =
    JSON.parse(readFileSync(PUBLISHED, 'utf8'));
  return Object.fromEntries(
    operations.flatMap(({ method, path, response }) =>
      response === null ? [] : [[`${method} ${path}`, response]],
    ),
  );
}

/** A schema without its prose, so that two of them can be compared. */
export function bare(schema: ReplySchema): ReplySchema {
  const { type, nullable, enum: words, properties = {}, required = [], items } = schema;
  const inner = Object.entries(properties).map(([name, value]) => [name, bare(value)] as const);
  return {
    ...(type === undefined ? {} : { type }),
    ...(nullable === undefined ? {} : { nullable }),
    ...(words === undefined ? {} : { enum: words }),
    ...(inner.length === 0 ? {} : { properties: Object.fromEntries(inner) }),
    ...(required.length === 0 ? {} : { required }),
    ...(items === undefined ? {} : { items: bare(items) }),
  };
}

/** What a reply breaks of its schema, as sentences; none when it passes. A field that is not listed breaks it. */
export function breachesOf(value: unknown, schema: ReplySchema, path = ''): string[] {
  const wrong = (what: string): string[] => [`${path}: ${what} (${JSON.stringify(value)?.slice(0, 80)})`];
  if (value === null) return schema.nullable === true ? [] : wrong('may not be null');
  if (schema.type !== undefined && !isOf(schema.type, value)) return wrong(`is no ${schema.type}`);
  if (schema.enum !== undefined && !schema.enum.some((word) => word === value))
    return wrong('is no such word');
  if (Array.isArray(value)) {
    return value.flatMap((entry, at) => breachesOf(entry, schema.items ?? {}, `${path}[${at}]`));
  }
  const { properties, required = [] } = schema;
  if (typeof value !== 'object' || properties === undefined) return [];
  return [
    ...required.filter((name) => !(name in value)).map((name) => `${path}: ${name} is missing`),
    ...Object.entries(value).flatMap(([name, inner]) => {
      const known = properties[name];
      return known === undefined
        ? [`${path}: ${name} is unknown`]
        : breachesOf(inner, known, `${path}.${name}`);
    }),
  ];
}

function isOf(type: string, value: unknown): boolean {
  if (type === 'array') return Array.isArray(value);
  if (type === 'object') return typeof value === 'object' && !Array.isArray(value);
  if (type === 'integer') return Number.isInteger(value);
  const name: string = typeof value;
  return name === type;
}
