import { useEffect, useState } from 'preact/hooks';
import { counted, grouped } from '../../core/count-words.ts';
import { Box } from '../page/box.tsx';
import { Button } from '../page/button.tsx';
import { Message } from '../page/message.tsx';
import { nameKey } from '../page/name-control.ts';
import type { PanelProps } from '../page/panel.ts';
import { failureOf, isPending } from '../page/state.ts';
import { NameEntry } from './name-entry.tsx';

/** So many are shown at first, and more with each press. */
const STEP = 20;

/** The names that the selected rows say: to be heard, and to be written as they sound. */
export function NamesBox(panel: Pick<PanelProps, 'state' | 'controller' | 'catalogue'>) {
  const { state, controller } = panel;
  const [shown, setShown] = useState(STEP);
  const view = state.names?.tab === state.sheet?.tab ? state.names : null;
  useEffect(() => {
    if (state.opensAt === null) return;
    controller.dispatch({ type: 'arrived' });
    void controller.listNames();
    document.getElementById('names-title')?.scrollIntoView();
  }, []);
  const busy = isPending(state, 'sidebarNames');
  const failure = failureOf(state, 'sidebarNames');
  return (
    <Box name="names" title="Names">
      <p class="fine">
        What the selected rows say from their cells, what may be said wrongly first. Listing is free.
      </p>
      <Button busy={busy} onPress={controller.listNames}>
        {busy ? 'Reading…' : view === null ? 'List names' : 'List names again'}
      </Button>
      {failure !== '' && <Message kind="bad">{failure}</Message>}
      {view !== null && failure === '' && (
        <>
          <p role="status">
            {counted(view.names.length, 'name')}
            {view.more > 0 && `, and ${grouped(view.more)} more that are not listed`}
          </p>
          <ul class="names">
            {view.names.slice(0, shown).map((name) => (
              <NameEntry key={nameKey(name)} {...panel} name={name} />
            ))}
          </ul>
          {view.names.length > shown && (
            <Button onPress={() => setShown(shown + STEP)}>
              Show {Math.min(STEP, view.names.length - shown)} more
            </Button>
          )}
        </>
      )}
    </Box>
  );
}
