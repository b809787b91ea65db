import { render } from 'preact';
import { createPlayer } from './catalogue/player.ts';
import { App } from './page/app.tsx';
import { createCall, type Runner } from './page/call.ts';
import { createController } from './page/controller.ts';
import { keepFocus } from './page/keep-focus.ts';
import { createLanes } from './page/lanes.ts';
import { createPolling } from './page/polling.ts';
import { INITIAL } from './page/state.ts';
import { createStore } from './page/store.ts';
import { watchUser } from './page/user-signs.ts';

declare global {
  interface Window {
    readonly google?: { readonly script: { readonly run: Runner } };
  }
}

/** Milliseconds between two looks at what is due. */
const BEAT = 500;

const root = document.getElementById('page');
if (root === null) throw new Error('The element #page is missing in page.html.');

const store = createStore(INITIAL);
const lanes = createLanes(createCall(() => window.google?.script.run));
const controller = createController(lanes, store);
const player = createPlayer((playing) => controller.dispatch({ type: 'playing', playing }));
const signs = watchUser(document);
const pulse = createPolling(controller, lanes, store, signs);

render(<App store={store} controller={controller} player={player} />, root);
keepFocus(root);
setInterval(pulse, BEAT);
// Whoever comes back from the sheet may have selected or edited: a plan on the screen must not be old.
window.addEventListener('focus', () => {
  if (store.state().tab === 'render' && store.state().account !== null) void controller.plan();
});
void controller.start();
