import type { RefObject } from 'preact';
import { useLayoutEffect, useState } from 'preact/hooks';

interface Measured {
  readonly width: number;
  /** How far the list's top is above the top of its scroller. */
  readonly scrolled: number;
  /** Height of the scroller. */
  readonly height: number;
  /** Height at the scroller's top under a toolbar that stays. */
  readonly covered: number;
  /** CSS pixels of a rem: grows when the user enlarges texts. */
  readonly rem: number;
}

export interface Extent extends Measured {
  readonly scroller: () => HTMLElement | null;
  /** Where the list is scrolled to at this moment. */
  readonly scrolledNow: () => number;
}

const UNMEASURED: Measured = { width: 0, scrolled: 0, height: 0, covered: 0, rem: 16 };

/** Measures a list inside the panel that scrolls it, again with every scrolling and resizing. */
export function useExtent(list: RefObject<HTMLElement | null>): Extent {
  const [measured, setMeasured] = useState(UNMEASURED);
  const scroller = () => list.current?.closest<HTMLElement>('.panel') ?? null;
  useLayoutEffect(() => {
    const element = list.current;
    const panel = scroller();
    if (element === null || panel === null) return;
    const measure = () => setMeasured((before) => sameOr(before, measureIn(element, panel)));
    const observer = new ResizeObserver(measure);
    observer.observe(panel);
    observer.observe(element);
    panel.addEventListener('scroll', measure, { passive: true });
    measure();
    return () => {
      observer.disconnect();
      panel.removeEventListener('scroll', measure);
    };
  }, []);
  const scrolledNow = () => {
    const element = list.current;
    const panel = scroller();
    return element === null || panel === null ? 0 : measureIn(element, panel).scrolled;
  };
  return { ...measured, scroller, scrolledNow };
}

function measureIn(element: HTMLElement, panel: HTMLElement): Measured {
  const toolbar = panel.querySelector<HTMLElement>('.toolbar');
  const stays = toolbar !== null && getComputedStyle(toolbar).position === 'sticky';
  return {
    width: element.clientWidth,
    scrolled: panel.getBoundingClientRect().top - element.getBoundingClientRect().top,
    height: panel.clientHeight,
    covered: stays ? toolbar.offsetHeight : 0,
    rem: Number.parseFloat(getComputedStyle(document.documentElement).fontSize),
  };
}

/** Half a row of scrolling draws nothing new: the spare rows cover it. */
function sameOr(before: Measured, now: Measured): Measured {
  const still = Math.abs(before.scrolled - now.scrolled) < 40;
  const same = (['width', 'height', 'covered', 'rem'] as const).every((name) => before[name] === now[name]);
  return still && same ? before : now;
}
