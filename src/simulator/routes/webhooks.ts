import * as z from 'zod';
import type { Call } from '../call.ts';
import { urlRefusal } from '../check/check-parts.ts';
import { jsonReply, type Reply, refusal, refusalReply } from '../exchange.ts';
import { onceByKey } from '../idempotency.ts';
import { newestPage, pageOf, pageReply } from '../paging.ts';
import { readBody } from '../read-json.ts';
import type { VideoRecord, WebhookRecord } from '../records.ts';
import { seededHex } from '../seeded.ts';
import { videoEvent } from '../video-resource.ts';
import { WEBHOOK_EVENTS } from './webhook-events.ts';

const events = z.array(z.enum(WEBHOOK_EVENTS)).nullish();
const createSchema = z.strictObject({ url: z.string(), events, entity_id: z.string().nullish() });
const changeSchema = z.strictObject({ url: z.string().nullish(), events });

function resource({ id, url, events: chosen, createdAt }: WebhookRecord): object {
  return {
    endpoint_id: id,
    url,
    events: chosen,
    status: 'enabled',
    created_at: new Date(createdAt).toISOString(),
  };
}

/** POST /v3/webhooks/endpoints: the only reply, besides a rotation, that shows the secret. */
export function createWebhook(call: Call): Reply {
  return onceByKey(call, () => {
    const { world, account } = call;
    const body = readBody(call.body, createSchema);
    if (!body.ok) return refusalReply(body.failure);
    const refused = urlRefusal(body.value.url, 'any', 'url');
    if (refused !== null) return refusalReply(refused);
    const seq = world.nextSeq();
    const { seed } = world.options;
    const webhook: WebhookRecord = {
      seq,
      id: seededHex(seed, 'webhook', seq),
      account,
      url: body.value.url,
      events: body.value.events ?? null,
      secret: `whsec_${seededHex(seed, 'secret', seq)}`,
      createdAt: world.now,
    };
    world.putWebhook(webhook);
    return jsonReply(200, { data: { ...resource(webhook), secret: webhook.secret } });
  });
}

/** GET /v3/webhooks/endpoints */
export function listWebhooks(call: Call): Reply {
  const own = [...call.world.webhooks.values()].filter(({ account }) => account === call.account);
  return pageReply(call, pageOf(call, own, 100, 10), resource);
}

function withOwn(call: Call, use: (webhook: WebhookRecord) => Reply): Reply {
  const [id = ''] = call.params;
  const webhook = call.world.webhooks.get(id);
  return webhook?.account === call.account
    ? use(webhook)
    : refusalReply(refusal(404, 'resource_not_found', `There is no webhook endpoint "${id}".`));
}

/** PATCH /v3/webhooks/endpoints/{endpoint_id} */
export function changeWebhook(call: Call): Reply {
  return withOwn(call, (webhook) => {
    const body = readBody(call.body, changeSchema);
    if (!body.ok) return refusalReply(body.failure);
    const { url, events: chosen } = body.value;
    const refused = url == null ? null : urlRefusal(url, 'any', 'url');
    if (refused !== null) return refusalReply(refused);
    const changed = {
      ...webhook,
      url: url ?? webhook.url,
      events: chosen === undefined ? webhook.events : chosen,
    };
    call.world.putWebhook(changed);
    return jsonReply(200, { data: resource(changed) });
  });
}

/** POST /v3/webhooks/endpoints/{endpoint_id}/rotate-secret */
export function rotateSecret(call: Call): Reply {
  return withOwn(call, (webhook) => {
    const secret = `whsec_${seededHex(call.world.options.seed, 'secret', webhook.secret)}`;
    call.world.putWebhook({ ...webhook, secret });
    return jsonReply(200, { data: { endpoint_id: webhook.id, secret } });
  });
}

/** DELETE /v3/webhooks/endpoints/{endpoint_id} */
export function deleteWebhook(call: Call): Reply {
  return withOwn(call, (webhook) => {
    call.world.webhooks.delete(webhook.id);
    call.world.revision += 1;
    return jsonReply(200, { data: {} });
  });
}

/** GET /v3/webhooks/event-types */
export function listEventTypes(call: Call): Reply {
  return pageReply(call, pageOf(call, WEBHOOK_EVENTS, 100, 100), (event_type) => ({
    event_type,
    description: `Sent at ${event_type.replace(/[._]/g, ' ')}.`,
  }));
}

/**
 * GET /v3/webhooks/events: what HeyGen would have sent. Nothing is delivered: an address must be public and https, as
 * with HeyGen, and a simulator that called it would carry made-up videos into the real world.
 */
export function listEvents(call: Call): Reply {
  const { world, account, query } = call;
  const type = query.get('event_type') ?? '';
  const find = (id: string): VideoRecord | null => {
    const video = world.videos.get(id);
    const event = video === undefined ? null : videoEvent(world, video);
    return video === undefined || event === null || (type !== '' && event.event_type !== type) ? null : video;
  };
  const page = newestPage(call, world.book(account).videoIds, find, 100, 10);
  return pageReply(call, page, (video) => ({
    event_id: seededHex(world.options.seed, 'event', video.id),
    created_at: new Date(video.finishAt).toISOString(),
    ...videoEvent(world, video),
  }));
}
