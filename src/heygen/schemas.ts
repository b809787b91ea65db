import * as z from 'zod/mini';
import { LINK_COLUMNS } from '../core/heygen/video-links.ts';
import type { LinkColumn } from '../core/output-columns.ts';

/*
 * The shapes that this client depends on, and no more. Unknown fields are ignored. An optional field that is missing,
 * null or of another type becomes '' or null. Only what the client cannot do without is required: a list drops an entry
 * that lacks it, and counts it.
 *
 * They are made at their first use: every click starts the script anew, and few need more than two of them.
 */

const text = z.catch(z.string(), '');
const number = z.catch(z.nullable(z.number()), null);
const flag = z.catch(z.boolean(), false);
const id = z.string().check(z.minLength(1));
const texts = z.catch(z.array(text), []);
/** Names of engines appear in sentences and on the page, so only plain words count. */
const engines = z.pipe(
  texts,
  z.transform((names) => names.filter((name) => /^[\w.-]{1,40}$/.test(name))),
);
/** Only what a browser opens as a page; a `javascript:` address would run in the sidebar. */
const webAddress = z.catch(z.string().check(z.regex(/^https?:\/\/\S+$/i)), '');

const cursor = { has_more: z.catch(z.nullable(z.boolean()), null), next_token: text };
const failureFields = { failure_code: text, failure_message: text, error: z.optional(z.unknown()) };

/** `{"data": …}`, in which every reply comes. */
const inData = <Shape extends z.ZodMiniType>(shape: Shape) => z.object({ data: shape });
/** A list's entries: the readable ones, and how many are not. */
const entriesOf = <Shape extends z.ZodMiniType>(item: Shape) =>
  z.pipe(
    z.array(z.catch(z.nullable(item), null)),
    z.transform((entries) => {
      const readable = entries.filter((entry) => entry !== null);
      return { readable, unreadable: entries.length - readable.length };
    }),
  );
/** A list with its cursor beside `data`. */
const listOf = <Shape extends z.ZodMiniType>(item: Shape) => z.object({ data: entriesOf(item), ...cursor });
/** As `listOf`, for what the user picks from. If no entry can be read, that is no empty list but no answer. */
const choiceOf = <Shape extends z.ZodMiniType>(item: Shape) =>
  z.object({
    data: entriesOf(item).check(
      z.refine(({ readable, unreadable }) => readable.length > 0 || unreadable === 0),
    ),
    ...cursor,
  });

const linkFields = Object.fromEntries(LINK_COLUMNS.map(({ link }) => [link, webAddress])) as {
  readonly [Field in LinkColumn['link']]: typeof webAddress;
};

const video = z.lazy(() =>
  z.object({
    id,
    title: text,
    status: text,
    ...linkFields,
    duration: number,
    created_at: number,
    completed_at: number,
    ...failureFields,
  }),
);

const batchItem = z.lazy(() =>
  z.object({
    item_index: z.number().check(z.nonnegative()),
    video_id: text,
    status: text,
    ...failureFields,
  }),
);

const statusEntry = z.lazy(() =>
  z.object({
    video_id: text,
    batch_id: text,
    item_index: number,
    status: text,
    ...failureFields,
  }),
);

const look = z.lazy(() =>
  z.object({
    id,
    name: text,
    avatar_type: text,
    gender: text,
    group_id: text,
    preview_image_url: webAddress,
    preview_video_url: webAddress,
    default_voice_id: text,
    preferred_orientation: text,
    supported_api_engines: engines,
    tags: texts,
    status: text,
  }),
);

const voice = z.lazy(() =>
  z.object({
    voice_id: id,
    name: text,
    language: text,
    gender: text,
    preview_audio_url: webAddress,
    support_pause: flag,
    support_locale: flag,
  }),
);

const templateFields = { id, name: text, thumbnail_url: webAddress, aspect_ratio: text };
const template = z.lazy(() => z.object(templateFields));

/*
 * Here nothing may be overlooked: the row does not fill a variable that was not read, and the user pays for a video
 * with the template's own words.
 */
const scene = z.lazy(() =>
  z.object({ variables: z.nullish(z.array(z.object({ name: z.string(), variable_type: text }))) }),
);
const templateDetail = z.lazy(() =>
  z
    .object({
      ...templateFields,
      /** By name. HeyGen does not publish the shape of a value. */
      variables: z.nullish(z.record(z.string(), z.unknown())),
      scenes: z.nullish(z.array(scene)),
      scene_ids: texts,
    })
    .check(z.refine(({ variables, scenes }) => variables != null || (scenes ?? []).some(listsVariables))),
);

function listsVariables({ variables }: z.output<typeof scene>): boolean {
  return variables != null && variables.length > 0;
}

const optional = <Shape extends z.ZodMiniType>(shape: Shape) => z.catch(z.nullable(shape), null);
const credits = z.lazy(() => optional(z.object({ remaining: number })));
const account = z.lazy(() =>
  z.object({
    username: id,
    email: text,
    billing_type: text,
    wallet: optional(z.object({ currency: text, remaining_balance: number })),
    subscription: optional(
      z.object({ credits: optional(z.object({ premium_credits: credits, add_on_credits: credits })) }),
    ),
    usage_based: optional(
      z.object({ remaining_credits: number, spending_cap_usd: number, spending_current_usd: number }),
    ),
  }),
);

export const createdVideoReply = z.lazy(() => inData(z.object({ video_id: id })));
export const createdTemplateVideoReply = z.lazy(() => inData(z.object({ id })));
export const createdBatchReply = z.lazy(() => inData(z.object({ batch_id: id, total_items: number })));
export const videoReply = z.lazy(() => inData(video));
export const videosReply = z.lazy(() => listOf(video));
export const statusesReply = z.lazy(() => listOf(statusEntry));
/** The one list whose cursor is inside `data`. */
export const batchReply = z.lazy(() => inData(z.object({ items: entriesOf(batchItem), ...cursor })));
export const looksReply = z.lazy(() => choiceOf(look));
export const voicesReply = z.lazy(() => choiceOf(voice));
export const voiceReply = z.lazy(() => inData(voice));
export const lookReply = z.lazy(() => inData(look));
export const templatesReply = z.lazy(() => choiceOf(template));
export const templateReply = z.lazy(() => inData(templateDetail));
export const accountReply = z.lazy(() => inData(account));
/** For a deletion only the status matters. The body may be empty, but it must not report an error. */
export const deletedReply = z.lazy(() => z.nullable(z.object({ error: z.nullish(z.never()) })));

export type WireVideo = z.output<typeof video>;
export type WireBatchItem = z.output<typeof batchItem>;
export type WireStatusEntry = z.output<typeof statusEntry>;
export type WireLook = z.output<typeof look>;
export type WireTemplate = z.output<typeof template>;
export type WireTemplateDetail = z.output<typeof templateDetail>;
export type WireVoice = z.output<typeof voice>;
export type WireAccount = z.output<typeof account>;

/** A reader for `Call.read`: the schema, then the value in the project's own words. */
export function reader<Schema extends z.ZodMiniType, Value>(
  schema: Schema,
  toValue: (wire: z.output<Schema>) => Value,
): (json: unknown) => { readonly value: Value } | null {
  return (json) => {
    const read = z.safeParse(schema, json);
    return read.success ? { value: toValue(read.data) } : null;
  };
}
