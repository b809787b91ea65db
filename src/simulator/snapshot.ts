import { awaitItems } from './batch-work.ts';
import { KEY_LIFE } from './idempotency.ts';
import { chooseOptions, type SimulatorChoices } from './options.ts';
import { failure, type Result, success } from './result.ts';
import type { TrackedMap } from './tracked-map.ts';
import { World } from './world.ts';

/*
 * A saved state is a list of blocks: a head, and so many lines with one record each. The first block holds everything,
 * each later one only the records that have changed since the one before.
 */

interface Head {
  readonly heygenSimulator: 1;
  readonly now: number;
  readonly requests: number;
  readonly created: number;
  readonly options: unknown;
  readonly faultCounts: World['faultCounts'];
  readonly counts: readonly [string, number][];
  /** Number of lines that follow: it shows whether the block was cut short. */
  readonly lines: number;
}

/** The lists that are saved, in the order in which a world takes them in. */
const LISTS = ['videos', 'assets', 'folders', 'speeches', 'webhooks', 'batches', 'keys'] as const;
type List = (typeof LISTS)[number];
type Saved<Name extends List> = World[Name] extends TrackedMap<infer Value> ? Value : never;

/** A record, with its list and its id there. */
type Line = { readonly [Name in List]: readonly [Name, string, Saved<Name>] }[List];
/** A record that is there no more. */
type Gone = readonly [List, string, null];

/** Everything that must survive, as text. */
export function takeSnapshot(world: World): string {
  for (const [slot, key] of world.keys) {
    if (world.now - key.at >= KEY_LIFE) world.keys.delete(slot);
  }
  return blockOf(
    world,
    LISTS.flatMap((list) => [...world[list]].map(([id, record]) => JSON.stringify([list, id, record]))),
  );
}

/** What has changed since this was taken last, as a block to be put behind those before. */
export function takeChanges(world: World): string {
  return blockOf(
    world,
    LISTS.flatMap((list) =>
      world[list].takeTouched().map((id) => JSON.stringify([list, id, world[list].get(id) ?? null])),
    ),
  );
}

function blockOf(world: World, lines: readonly string[]): string {
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
 * Brings a saved world back. It goes on exactly as the saved one would have. A last block that was cut short was never
 * answered for, so it never happened. `choices` made at the start win over the saved options. A failure is a sentence.
 */
export function restoreWorld(text: string, choices: SimulatorChoices): Result<World, string> {
  // Behind the last line end is nothing, or a line that was cut short.
  const lines = text.split('\n').slice(0, -1);
  const records = new Map<string, Line>();
  let head: Head | null = null;
  try {
    for (let at = 0; at < lines.length; ) {
      const next: Head = JSON.parse(lines[at] ?? '');
      const end = at + 1 + next.lines;
      if (next.heygenSimulator !== 1 || !(end <= lines.length)) break;
      for (const line of lines.slice(at + 1, end)) keepLine(records, JSON.parse(line));
      head = next;
      at = end;
    }
  } catch (error) {
    return failure(`The simulator's saved state is damaged (${String(error)}). Delete it to start afresh.`);
  }
  if (head === null) {
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
  for (const list of LISTS) {
    for (const line of records.values()) if (line[0] === list) takeIn(world, line);
  }
  return success(world);
}

/** A changed record stays at the place of its first version: videos are taken in in the order of their creation. */
function keepLine(records: Map<string, Line>, line: Line | Gone): void {
  const name = `${line[0]} ${line[1]}`;
  if (line[2] === null) records.delete(name);
  else records.set(name, line);
}

function takeIn(world: World, line: Line): void {
  switch (line[0]) {
    case 'videos':
      world.adoptVideo(line[2]);
      return;
    case 'speeches':
      world.adoptSpeech(line[2]);
      return;
    case 'batches':
      world.batches.set(line[1], line[2]);
      awaitItems(world, line[2]);
      return;
    case 'assets':
      world.assets.set(line[1], line[2]);
      return;
    case 'folders':
      world.folders.set(line[1], line[2]);
      return;
    case 'webhooks':
      world.webhooks.set(line[1], line[2]);
      return;
    case 'keys':
      world.keys.set(line[1], line[2]);
  }
}
