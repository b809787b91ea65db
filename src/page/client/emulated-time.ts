import { useEffect, useState } from 'preact/hooks';
import type { WorldView } from '../page-state.ts';

/** The emulated time now. Between two messages the page counts on by itself. */
export function useEmulatedTime(world: WorldView, stands: boolean): number {
  const [heard, setHeard] = useState({ world, at: Date.now() });
  const [, redraw] = useState(0);
  if (heard.world !== world) setHeard({ world, at: Date.now() });
  useEffect(() => {
    if (stands) return undefined;
    const timer = setInterval(() => redraw((count) => count + 1), 200);
    return () => clearInterval(timer);
  }, [stands]);
  const passed = stands || heard.world !== world ? 0 : (Date.now() - heard.at) * world.speed;
  return world.now + passed;
}

export function clockWords(ms: number): string {
  return new Date(ms).toLocaleTimeString('en-GB', { timeZone: 'UTC' });
}

/** `in 42 s`, `in 58 min`. */
export function untilWords(ms: number): string {
  if (ms <= 0) return 'now';
  if (ms < 100_000) return `in ${Math.ceil(ms / 1000)} s`;
  return `in ${Math.round(ms / 60_000)} min`;
}
