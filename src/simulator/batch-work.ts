import { checkItem } from './check/check-item.ts';
import type { VideoPlan } from './check/check-view.ts';
import type { Refusal } from './exchange.ts';
import { creditRefusal, slotRefusal } from './limits.ts';
import type { BatchRecord, ItemRecord } from './records.ts';
import { failure, type Result } from './result.ts';
import { seededHex } from './seeded.ts';
import type { World } from './world.ts';

/** Accepts a batch without reading its items: each is checked and created later, one by one. */
export function acceptBatch(
  world: World,
  origin: Pick<BatchRecord, 'account' | 'key' | 'title' | 'folder'>,
  bodies: readonly unknown[],
): BatchRecord {
  const { idsLateMs, itemMs, seed } = world.options;
  const seq = world.nextSeq();
  const items: ItemRecord[] = bodies.map((body, index) => ({
    body,
    createAt: world.now + idsLateMs + (index + 1) * itemMs,
    videoId: '',
    error: null,
  }));
  const id = seededHex(seed, 'batch', seq);
  const batch: BatchRecord = { seq, id, ...origin, createdAt: world.now, items };
  world.batches.set(id, batch);
  awaitItems(world, batch);
  world.revision += 1;
  return batch;
}

export function awaitItems(world: World, { id, seq, items }: BatchRecord): void {
  items.forEach((item, index) => {
    if (isOpen(item)) world.events.add({ at: item.createAt, kind: 'create-item', id, index, seq });
  });
}

function isOpen(item: ItemRecord): boolean {
  return item.videoId === '' && item.error === null;
}

/** Creates one video of a batch, or records why it cannot. Either way the other items go on. */
export function createItem(world: World, batchId: string, index: number): void {
  const batch = world.batches.get(batchId);
  const item = batch?.items[index];
  if (batch === undefined || item === undefined || !isOpen(item)) return;
  const { account, key } = batch;
  world.batches.touch(batchId);
  const checked = itemPlan(world, account, item.body);
  if (checked.ok) {
    const video = world.acceptVideo(checked.value, { account, key, batch: batchId, item: index });
    batch.items[index] = { ...item, body: null, videoId: video.id };
  } else {
    const { code, message, param } = checked.failure;
    // An item's error has no field for `param`.
    const said = param === '' || message.includes(param) ? message : `${param}: ${message}`;
    batch.items[index] = { ...item, body: null, error: { code, message: said } };
  }
}

function itemPlan(world: World, account: string, body: unknown): Result<VideoPlan, Refusal> {
  const checked = checkItem(body, world.checkView(account));
  if (!checked.ok) return checked;
  const refused =
    creditRefusal(world, account, checked.value.cost) ??
    (world.options.batchQueues ? null : slotRefusal(world, account));
  return refused === null ? checked : failure(refused);
}
