import { accessSync, closeSync, constants, openSync, rmSync, type Stats, statSync, writeSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { diskTrouble } from '../local/disk-trouble.ts';
import type { RenderOrder } from './arguments.ts';

/** Bytes that a row may add to the result, and to the state with its ledger line. */
const ROW_IN_RESULT = 700;
const ROW_IN_STATE = 3_000;
const LEAST_STATE = 500_000;
/** The most that is written to find out whether there is room. */
const MOST_TRIED = 100_000_000;
const BLOCK = new Uint8Array(1_000_000);

interface Place {
  readonly option: '--out' | '--state';
  readonly file: string;
  /** Bytes that it may need. */
  readonly room: number;
}

/**
 * Checks before anything is paid that the result and the state can be written. Returns a sentence when one cannot,
 * else null.
 */
export function placesTrouble(order: RenderOrder, inputBytes: number, rows: number): string | null {
  const out: Place = { option: '--out', file: order.out, room: inputBytes + rows * ROW_IN_RESULT };
  const state: Place = {
    option: '--state',
    file: order.state,
    room: LEAST_STATE + 3 * inputBytes + rows * ROW_IN_STATE,
  };
  for (const { option, file } of [out, state]) {
    if (isSameFile(file, order.input)) {
      return `${option} is ${file}, the input itself, which would be overwritten. Give another file.`;
    }
  }
  if (isSameFile(out.file, state.file)) {
    return `--out and --state are both ${out.file}. Give each a file of its own.`;
  }
  for (const place of [out, state]) {
    const trouble = fileTrouble(place);
    if (trouble !== null) return `${trouble} Give another place with ${place.option}.`;
  }
  return roomTrouble([out, state]);
}

function fileTrouble({ file }: Place): string | null {
  const folder = dirname(resolve(file));
  const stats = statsOf(file);
  if (stats?.isDirectory()) return `${file} is a folder, but must be a file.`;
  if (stats !== null && !stats.isFile()) return `${file} is a device or a pipe, but must be a file.`;
  try {
    accessSync(folder, constants.W_OK);
    if (stats !== null) accessSync(file, constants.W_OK);
    return statsOf(folder)?.isDirectory() ? null : `${file} cannot be written: ${folder} is no folder.`;
  } catch (error) {
    return `${file} cannot be written: ${known(diskTrouble(error), error)}.`;
  }
}

/** Finds out by writing, because nothing else knows about quotas, limits and what a disk really holds. */
function roomTrouble(places: readonly Place[]): string | null {
  const tried: string[] = [];
  try {
    for (const { option, file, room } of places) {
      const trial = `${file}.new`;
      tried.push(trial);
      const reason = writeTrouble(trial, Math.min(room, MOST_TRIED));
      if (reason === null) continue;
      return `${file} has no room: ${reason}. It may need ${megabytes(room)} MB. Make room, or give another place with ${option}.`;
    }
    return null;
  } finally {
    for (const trial of tried) rmSync(trial, { force: true });
  }
}

function writeTrouble(file: string, bytes: number): string | null {
  try {
    const descriptor = openSync(file, 'w');
    try {
      for (let done = 0; done < bytes; ) {
        done += writeSync(descriptor, BLOCK, 0, Math.min(BLOCK.length, bytes - done));
      }
    } finally {
      closeSync(descriptor);
    }
    return null;
  } catch (error) {
    return known(diskTrouble(error), error);
  }
}

/** Whether two names lead to the same file. */
function isSameFile(one: string, other: string): boolean {
  if (resolve(one) === resolve(other)) return true;
  const [a, b] = [statsOf(one), statsOf(other)];
  return a !== null && b !== null && a.dev === b.dev && a.ino === b.ino;
}

/** Null when there is nothing, or nothing that may be seen. */
function statsOf(file: string): Stats | null {
  try {
    return statSync(file);
  } catch {
    return null;
  }
}

function known(reason: string | null, error: unknown): string {
  if (reason === null) throw error;
  return reason;
}

function megabytes(bytes: number): number {
  return Math.ceil(bytes / 1_000_000);
}
