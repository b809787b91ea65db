/** Where the focus goes, from the nearest on: an ancestor, and what takes the focus in it. '' for the ancestor itself. */
const HOMES = [
  ['form', 'input, textarea'],
  ['.footer', 'button'],
  ['.box', ''],
] as const;

/**
 * When a redraw removes the element with the focus, moves the focus to what is nearest: the first field of its form, the
 * button of the footer, its box, or the open panel. Otherwise the next key would start at the top of the page. It never
 * takes the focus from the sheet.
 */
export function keepFocus(root: HTMLElement): void {
  let last: Element | null = null;
  // A removed element does not know any more where it was.
  let homes: readonly (readonly [Element | null, string])[] = [];
  root.addEventListener('focusin', (event) => {
    const { target } = event;
    last = target instanceof Element ? target : null;
    homes = HOMES.map(([outer, inner]) => [last?.closest(outer) ?? null, inner]);
  });
  root.addEventListener('focusout', (event) => {
    if (event.relatedTarget !== null && event.target instanceof Element && event.target.isConnected)
      last = null;
  });
  new MutationObserver(() => {
    if (last === null || last.isConnected || document.activeElement !== document.body) return;
    last = null;
    if (!document.hasFocus()) return;
    const [nearest] = homes.flatMap(([outer, inner]) => {
      const home = outer?.isConnected === true ? (inner === '' ? outer : outer.querySelector(inner)) : null;
      return home instanceof HTMLElement ? [home] : [];
    });
    (nearest ?? root.querySelector<HTMLElement>('[data-focus-home]'))?.focus();
  }).observe(root, { childList: true, subtree: true });
}
