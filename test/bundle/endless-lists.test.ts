import { describe, expect, it } from 'vitest';
import type { DirectRequest } from '../../src/emulator/transport/direct.ts';
import { json, type Tamper, tampered } from './tampered.ts';
import { MINUTE, people, type World } from './world.ts';

interface Counted {
  readonly world: World;
  readonly calls: () => number;
}

const isList = ({ method, path }: DirectRequest): boolean =>
  method === 'GET' && /^\/v3\/(?:avatars\/looks|voices)\?/.test(path);

/** A HeyGen whose lists never end; each answer takes `tookMs`. */
function endless(entries: (page: number) => readonly object[], tookMs: number): Counted {
  let calls = 0;
  const tamper: Tamper = (request, answer) => {
    if (!isList(request)) return answer();
    calls += 1;
    return { ...json({ data: entries(calls), has_more: true, next_token: `t${calls}` }), tookMs };
  };
  const world = tampered(tamper);
  world.prepare(people(1));
  calls = 0;
  return { world, calls: () => calls };
}

function answerOf(world: World, functionName: string, args: unknown[]) {
  const { reply, execution } = world.emulator.serve({ functionName, args });
  if (!reply.ok) throw new Error(reply.error);
  const { value } = JSON.parse(String(reply.value));
  return { value, ms: (execution?.ended ?? 0) - (execution?.started ?? 0) };
}

describe('a list of HeyGen that never ends', () => {
  it('of empty pages leaves the sidebar there, with what else it shows', () => {
    const { world, calls } = endless(() => [], 50);
    const { value } = answerOf(world, 'sidebarStart', []);
    expect(value.sheet).not.toBeNull();
    expect(value.looks.looks).toEqual([]);
    expect(calls()).toBe(12);
    const before = calls();
    expect(answerOf(world, 'sidebarVoices', [value.looks.next]).value.voices).toEqual([]);
    expect(calls() - before).toBe(12);
  });

  it('and answers slowly stops at the time for new work, with what has come', () => {
    const { world, calls } = endless((page) => [{ id: `look-${page}` }], MINUTE);
    const first = answerOf(world, 'sidebarLooks', [null]);
    expect(first.value.looks).toHaveLength(1);
    const before = calls();
    const second = answerOf(world, 'sidebarLooks', [first.value.next]);
    expect(calls() - before).toBe(4);
    expect(second.value.looks).toHaveLength(4);
    expect(second.ms).toBeLessThan(5 * MINUTE);
  });
});
