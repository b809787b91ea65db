import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { build } from 'esbuild';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { processIdentity } from '../../src/cli/process-life.ts';
import { guardRun } from '../../src/cli/run-guard.ts';
import { Desk } from './command.ts';

/** What the next call of the file system waits for. */
const moment = vi.hoisted(() => ({ before: (): void => undefined }));

vi.mock('node:fs', async (original) => {
  const fs = await original<typeof import('node:fs')>();
  const watched = Object.entries(fs).map(([name, value]) => {
    if (typeof value !== 'function' || !name.endsWith('Sync')) return [name, value];
    const call = (...given: unknown[]): unknown => {
      moment.before();
      return Reflect.apply(value, undefined, given);
    };
    return [name, call];
  });
  return Object.fromEntries(watched);
});

let desk: Desk;
let children: ChildProcess[] = [];
beforeEach(() => {
  desk = new Desk();
  children = [];
});
afterEach(() => {
  moment.before = () => undefined;
  // With whatever they have started: each has a group of its own.
  for (const { pid } of children) killGroup(pid ?? 0);
  desk.clear();
});

function killGroup(pid: number): void {
  try {
    process.kill(-pid, 'SIGKILL');
  } catch (error) {
    expect(error).toMatchObject({ code: 'ESRCH' });
  }
}

async function program(): Promise<string> {
  const outfile = desk.path('guarded-process.mjs');
  await build({
    entryPoints: ['test/cli/guarded-process.ts'],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    logLevel: 'silent',
  });
  return outfile;
}

/** A process that takes the guard when it is told to, and answers what came of it. */
async function contender(entry: string, state: string) {
  const child = spawn(process.execPath, [entry, state], {
    stdio: ['pipe', 'pipe', 'inherit'],
    detached: true,
  });
  children.push(child);
  const lines = createInterface(child.stdout)[Symbol.asyncIterator]();
  expect((await lines.next()).value).toBe('ready');
  return {
    child,
    take: async (): Promise<string> => {
      child.stdin.write('take\n');
      return (await lines.next()).value ?? '';
    },
    end: async (): Promise<void> => {
      child.stdin.end();
      await once(child, 'exit');
    },
  };
}

function claims(): string[] {
  return readdirSync(desk.folder).filter((name) => name.includes('.lock'));
}

describe('The guard of a state', () => {
  it('is refused while another run works, and free again when that has ended', async () => {
    const [entry, state] = [await program(), desk.path('state.json')];
    const other = await contender(entry, state);
    expect(await other.take()).toBe('held');
    const refused = guardRun(state, undefined, 0);
    expect(refused.ok ? '' : refused.failure).toContain(
      `Another run (process ${other.child.pid}) is working`,
    );
    expect(guardRun(desk.path('another.json')).ok).toBe(true);
    await other.end();
    const taken = guardRun(state, undefined, 0);
    expect(taken.ok).toBe(true);
    if (taken.ok) taken.value.release();
    expect(claims().filter((name) => name.startsWith('state.json'))).toEqual([]);
  });

  it('is free as soon as its run was killed', async () => {
    const [entry, state] = [await program(), desk.path('state.json')];
    const other = await contender(entry, state);
    expect(await other.take()).toBe('held');
    other.child.kill('SIGKILL');
    await once(other.child, 'exit');
    expect(claims()).toHaveLength(1);
    expect(guardRun(state, undefined, 0).ok).toBe(true);
  });

  it.runIf(existsSync('/proc/self/stat'))(
    'is free although the parent of the killed run never waits for it',
    async () => {
      const [entry, state] = [await program(), desk.path('state.json')];
      const careless = spawn(
        'sh',
        [
          '-c',
          'echo take | (cat; exec sleep 100) | "$0" "$1" "$2" & echo $!; exec sleep 100',
          process.execPath,
          entry,
          state,
        ],
        { stdio: ['ignore', 'pipe', 'inherit'], detached: true },
      );
      children.push(careless);
      const lines = createInterface(careless.stdout)[Symbol.asyncIterator]();
      const pid = Number((await lines.next()).value);
      expect((await lines.next()).value).toBe('ready');
      expect((await lines.next()).value).toBe('held');
      expect(guardRun(state, undefined, 0).ok).toBe(false);
      process.kill(pid, 'SIGKILL');
      // Its last threads may outlive the first one by a moment.
      await expect.poll(() => guardRun(state, undefined, 0).ok).toBe(true);
      expect(readFileSync(`/proc/${pid}/stat`, 'utf8')).toMatch(/\) Z /);
    },
  );

  it('is not kept by what another process with the same number left behind', () => {
    const { pid } = processIdentity(process.ppid);
    writeFileSync(desk.path(`state.json.lock-${pid}-1-00000000`), '');
    writeFileSync(desk.path(`state.json.lock-${process.pid}-1-00000000`), '');
    expect(guardRun(desk.path('state.json'), undefined, 0).ok).toBe(true);
    expect(claims()).toHaveLength(1);
  });

  it('goes to exactly one of many that find a dead one at the same moment', async () => {
    const [entry, state] = [await program(), desk.path('state.json')];
    for (let round = 0; round < 3; round += 1) {
      writeFileSync(desk.path('state.json.lock-999999999-1-00000000'), '');
      const all = await Promise.all(Array.from({ length: 4 }, () => contender(entry, state)));
      const answers = await Promise.all(all.map((one) => one.take()));
      expect(answers.filter((answer) => answer === 'held')).toHaveLength(1);
      await Promise.all(all.map((one) => one.end()));
    }
  });

  it('is never held by two, at whatever call of the first the second comes in between', () => {
    const state = desk.path('state.json');
    const [first, second] = [processIdentity(process.pid), processIdentity(process.ppid)];
    let reached = true;
    let held = 0;
    for (let call = 1; reached; call += 1) {
      writeFileSync(desk.path('state.json.lock-999999999-1-00000000'), '');
      let calls = 0;
      let inner: ReturnType<typeof guardRun> | null = null;
      moment.before = () => {
        calls += 1;
        if (calls === call) inner = guardRun(state, second, 0);
      };
      const outer = guardRun(state, first, 0);
      moment.before = () => undefined;
      reached = inner !== null;
      const both = [outer, inner].flatMap((guard) => (guard?.ok === true ? [guard.value] : []));
      expect(both.length, `call ${call}`).toBeLessThanOrEqual(1);
      held += both.length;
      for (const guard of both) guard.release();
    }
    expect(held).toBeGreaterThan(1);
  });
});
