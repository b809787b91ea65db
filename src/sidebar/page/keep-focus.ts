/**
 * When a redraw removes the element with the focus, moves the focus to the open panel. Otherwise the next key would
 * start at the top of the page. It never takes the focus from the sheet.
 */
export function keepFocus(root: HTMLElement): void {
  let last: Element | null = null;
  root.addEventListener('focusin', (event) => {
    last = event.target instanceof Element ? event.target : null;
  });
  root.addEventListener('focusout', (event) => {
    if (event.relatedTarget !== null && event.target instanceof Element && event.target.isConnected)
      last = null;
  });
  new MutationObserver(() => {
    if (last === null || last.isConnected || document.activeElement !== document.body) return;
    last = null;
    if (document.hasFocus()) root.querySelector<HTMLElement>('[data-focus-home]')?.focus();
  }).observe(root, { childList: true, subtree: true });
}
