import { awaitItems } from './batch-work.ts';
import { KEY_LIFE } from './idempotency.ts';
import { chooseOptions, type SimulatorChoices } from './options.ts';
import type {
  AssetRecord,
  BatchRecord,
  FolderRecord,
  KeyRecord,
  SpeechRecord,
  VideoRecord,
  WebhookRecord,
} from './records.ts';
import { failure, type Result, success } from './result.ts';
import { World } from './world.ts';

interface Head {
  readonly heygenSimulator: 1;
  readonly now: number;
  readonly requests: number;
  readonly created: number;
  readonly options: unknown;
  readonly faultCounts: World['faultCounts'];
  readonly counts: readonly [string, number][];
  /** Number of lines that follow: it shows whether the file was cut short. */
  readonly lines: number;
}

type Line =
  | { readonly video: VideoRecord }
  | { readonly batch: BatchRecord }
  | { readonly key: KeyRecord }
  | { readonly asset: AssetRecord }
  | { readonly folder: FolderRecord }
  | { readonly speech: SpeechRecord }
  | { readonly webhook: WebhookRecord };

/** JSON of records. They never change in place, so a snapshot has to write only the new ones. */
const kept = new WeakMap<object, string>();

function jsonOf(record: object, line: Line): string {
  const known = kept.get(record);
  if (known !== undefined) return known;
  const json = JSON.stringify(line);
  kept.set(record, json);
  return json;
}

/** Everything that must survive, as text: one record a line. */
export function takeSnapshot(world: World): string {
  const lines: string[] = [];
  for (const video of world.videos.values()) lines.push(jsonOf(video, { video }));
  for (const asset of world.assets.values()) lines.push(jsonOf(asset, { asset }));
  for (const folder of world.folders.values()) lines.push(jsonOf(folder, { folder }));
  for (const speech of world.speeches.values()) lines.push(jsonOf(speech, { speech }));
  for (const webhook of world.webhooks.values()) lines.push(jsonOf(webhook, { webhook }));
  for (const batch of world.batches.values()) lines.push(JSON.stringify({ batch }));
  for (const [slot, key] of world.keys) {
    if (world.now - key.at < KEY_LIFE) lines.push(jsonOf(key, { key }));
    else world.keys.delete(slot);
  }
  const { now, requests, created, options, faultCounts } = world;
  const head: Head = {
    heygenSimulator: 1,
    now,
    requests,
    created,
    options,
    faultCounts,
    counts: [...world.counts],
    lines: lines.length,
  };
  return `${JSON.stringify(head)}\n${lines.map((line) => `${line}\n`).join('')}`;
}

/**
 * Brings the world of a snapshot back. It goes on exactly as the saved one would have. `choices` made at the
 * start win over the saved options. A failure is a sentence.
 */
export function restoreWorld(text: string, choices: SimulatorChoices): Result<World, string> {
  const [first = '', ...rest] = text.split('\n').filter((line) => line !== '');
  let head: Head;
  let lines: Line[];
  try {
    head = JSON.parse(first);
    lines = rest.map((line) => JSON.parse(line));
  } catch (error) {
    return failure(`The simulator's saved state is damaged (${String(error)}). Delete it to start afresh.`);
  }
  if (head.heygenSimulator !== 1 || head.lines !== lines.length) {
    return failure("The simulator's saved state is not whole. Delete it to start afresh.");
  }
  const options = chooseOptions(Object(head.options), choices);
  if (!options.ok) return options;
  const world = new World(options.value);
  world.now = head.now;
  world.requests = head.requests;
  world.created = head.created;
  world.faultCounts = head.faultCounts;
  for (const [what, count] of head.counts) world.counts.set(what, count);
  for (const line of lines) {
    if ('video' in line) world.adoptVideo(line.video);
    else if ('asset' in line) world.assets.set(line.asset.id, line.asset);
    else if ('folder' in line) world.folders.set(line.folder.id, line.folder);
    else if ('speech' in line) world.adoptSpeech(line.speech);
    else if ('webhook' in line) world.webhooks.set(line.webhook.id, line.webhook);
    else if ('key' in line) {
      world.keys.set(`${line.key.account}\n${line.key.path}\n${line.key.key}`, line.key);
    } else {
      world.batches.set(line.batch.id, line.batch);
      awaitItems(world, line.batch);
    }
  }
  return success(world);
}
