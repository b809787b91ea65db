import { render } from 'preact';
import { createPlayer } from './catalogue/player.ts';
import { App } from './page/app.tsx';
import { createCall, type Runner } from './page/call.ts';
import { createCallQueues } from './page/call-queues.ts';
import { createController } from './page/controller.ts';
import { keepFocus } from './page/keep-focus.ts';
import { createPolling } from './page/polling.ts';
import { INITIAL } from './page/state.ts';
import { createStore } from './page/store.ts';
import { watchUser } from './page/user-activity.ts';

declare global {
  interface Window {
    readonly google?: { readonly script: { readonly run: Runner } };
  }
}

const TICK_MS = 500;

const TITLE = 'Reelmerge';

/** Starts the page. A function, so that its names stay out of the way of the page's other names. */
function openPage(): void {
  const root = document.getElementById('page');
  if (root === null) throw new Error('The element #page is missing in page.html.');
  const opensAt = root.dataset.at === 'names' ? ('names' as const) : null;
  const store = createStore({ ...INITIAL, opensAt, tab: opensAt === null ? INITIAL.tab : 'script' });
  const queues = createCallQueues(createCall(() => window.google?.script.run));
  const controller = createController(queues, store);
  const player = createPlayer((playing) => controller.dispatch({ type: 'playing', playing }));
  const tick = createPolling(controller, queues, store, watchUser(document));
  render(<App store={store} controller={controller} player={player} />, root);
  keepFocus(root);
  const heading = document.querySelector('h1');
  store.listen(() => {
    const { ended } = store.state();
    // Google's own title above the page stays as it was when the page was opened.
    if (document.title === (ended || TITLE) || heading === null) return;
    heading.textContent = document.title = ended || TITLE;
    heading.className = ended === '' ? 'unseen' : 'ended';
  });
  setInterval(() => tick(), TICK_MS);
  // Who comes over from the sheet may have selected something there.
  document.documentElement.addEventListener('mouseenter', () => tick(true));
  // The user may have edited the sheet or selected other rows, so the plan on the screen is made again.
  window.addEventListener('focus', () => {
    if (store.state().tab === 'render' && store.state().account !== null) void controller.plan();
  });
  void controller.start();
}

openPage();
