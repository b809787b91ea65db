import { expect } from 'vitest';
import type { Reply, SidebarCall, SidebarCalls } from '../../src/app/sidebar/contract.ts';
import { KEY, type World } from './world.ts';

/** What a call of the page came to. */
export interface Answered<Name extends SidebarCall> {
  readonly value: ReturnType<SidebarCalls[Name]>;
  /** How many requests went to HeyGen. */
  readonly fetches: number;
}

/** The page's Render: what the plan says, and exactly that. */
export function renderedByPage(world: World): Answered<'sidebarRender'> {
  return called(world, 'sidebarRender', called(world, 'sidebarPlan').value.runPrint);
}

/** The page's Render, and the look of the page when the undo time is over. */
export function sentByPage(world: World): Answered<'sidebarSync'> {
  const { undo } = renderedByPage(world).value.progress;
  world.emulator.clock.advance((undo?.seconds ?? 0) * 1000);
  return called(world, 'sidebarSync', false);
}

/** The page's "Use": the values for the rows that are selected. */
export function usedByPage(
  world: World,
  values: Parameters<SidebarCalls['sidebarUse']>[0],
): Answered<'sidebarUse'> {
  return called(world, 'sidebarUse', values, called(world, 'sidebarRow', 0).value.rowsPrint);
}

/** One call of the page, as `google.script.run` makes it. A refusal is thrown; the key is in no answer. */
export function called<Name extends SidebarCall>(
  world: World,
  name: Name,
  ...args: Parameters<SidebarCalls[Name]>
): Answered<Name> {
  const { reply, execution } = world.emulator.serve({ functionName: name, args });
  if (!reply.ok) throw new Error(reply.error);
  const text = String(reply.value);
  expect(text).not.toContain(KEY);
  const answer: Reply<ReturnType<SidebarCalls[Name]>> = JSON.parse(text);
  if (!answer.ok) throw new Error(answer.message);
  return { value: answer.value, fetches: execution?.fetches.length ?? 0 };
}
