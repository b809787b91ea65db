import type { RefObject } from 'preact';
import { useLayoutEffect, useState } from 'preact/hooks';

interface Measured {
  readonly width: number;
  /** How far the list's top is above the top of the panel that scrolls it. */
  readonly scrolled: number;
  /** Height of that panel. */
  readonly height: number;
  /** Height of the sticky toolbar that covers the panel's top. */
  readonly covered: number;
  /** CSS pixels per rem. It grows when the user enlarges the text. */
  readonly rem: number;
}

export interface ScrollArea extends Measured {
  readonly scroller: () => HTMLElement | null;
  /** `scrolled` at this moment. The field above may be slightly out of date. */
  readonly scrolledNow: () => number;
}

const UNMEASURED: Measured = { width: 0, scrolled: 0, height: 0, covered: 0, rem: 16 };

/** Measures a list inside the panel that scrolls it, again after every scroll and resize. */
export function useScrollArea(list: RefObject<HTMLElement | null>): ScrollArea {
  const [measured, setMeasured] = useState(UNMEASURED);
  const scroller = () => list.current?.closest<HTMLElement>('.panel') ?? null;
  const measure = () => {
    const panel = scroller();
    return list.current === null || panel === null ? UNMEASURED : measureIn(list.current, panel);
  };
  useLayoutEffect(() => {
    const panel = scroller();
    if (list.current === null || panel === null) return;
    const update = () => setMeasured((before) => unlessChanged(before, measure()));
    const observer = new ResizeObserver(update);
    observer.observe(panel);
    observer.observe(list.current);
    panel.addEventListener('scroll', update, { passive: true });
    update();
    return () => {
      observer.disconnect();
      panel.removeEventListener('scroll', update);
    };
  }, []);
  return { ...measured, scroller, scrolledNow: () => measure().scrolled };
}

function measureIn(element: HTMLElement, panel: HTMLElement): Measured {
  const toolbar = panel.querySelector<HTMLElement>('.toolbar');
  const isSticky = toolbar !== null && getComputedStyle(toolbar).position === 'sticky';
  return {
    width: element.clientWidth,
    scrolled: panel.getBoundingClientRect().top - element.getBoundingClientRect().top,
    height: panel.clientHeight,
    covered: isSticky ? toolbar.offsetHeight : 0,
    rem: Number.parseFloat(getComputedStyle(document.documentElement).fontSize),
  };
}

/** Ignores small scrolls, so that they draw nothing new. The spare rows of the list cover them. */
function unlessChanged(before: Measured, now: Measured): Measured {
  const still = Math.abs(before.scrolled - now.scrolled) < 40;
  const same = (['width', 'height', 'covered', 'rem'] as const).every((name) => before[name] === now[name]);
  return still && same ? before : now;
}
