import { useMemo, useState } from 'preact/hooks';
import { counted } from '../../core/count-words.ts';
import { SearchField } from '../catalogue/search-field.tsx';
import { VirtualList } from '../catalogue/virtual-list.tsx';
import { Box } from '../page/box.tsx';
import { Button } from '../page/button.tsx';
import { Message } from '../page/message.tsx';
import { Outcome } from '../page/outcome.tsx';
import type { PanelProps } from '../page/panel.ts';
import { failureOf, isPending } from '../page/state.ts';
import { MarkedWords } from './marked-script.tsx';
import { type ReadItem, readItems } from './read-items.ts';

/** What every selected row will say, odd ones first: the fastest way to find what no rule finds. */
export function ReadAllBox({ state, controller }: Pick<PanelProps, 'state' | 'controller'>) {
  const { texts } = state;
  const [typed, setTyped] = useState('');
  const items = useMemo(() => readItems(texts ?? [], typed), [texts, typed]);
  const busy = isPending(state, 'sidebarTexts');
  const failure = failureOf(state, 'sidebarTexts');
  return (
    <Box name="read-all" title="Read all">
      <p class="fine">The words of every selected row after merging, odd ones first. Free.</p>
      <Button busy={busy} onPress={controller.readAll}>
        {busy ? 'Reading…' : texts === null ? 'Read selected rows' : 'Read again'}
      </Button>
      {failure !== '' && <Message kind="bad">{failure}</Message>}
      {texts !== null && failure === '' && (
        <>
          <p role="status">{counted(items.length, 'text')}</p>
          <Button busy={isPending(state, 'sidebarListTexts')} onPress={controller.listTexts}>
            Write into a sheet for colleagues
          </Button>
          <Outcome state={state} of={['sidebarListTexts']} />
          <SearchField label="Search the texts" typed={typed} onType={setTyped} />
          <VirtualList<ReadItem>
            name="texts"
            label="Texts of the selected rows"
            items={items}
            query={null}
            width={15}
            height={5.5}
            chosenId=""
            onChoose={({ row }) => void controller.goTo(row, 'script')}
            draw={({ row, text, marks, note, why }) => (
              <div class="said">
                <strong>Row {row}</strong>
                {why !== '' && <span class="tag">{why}</span>}
                {note !== '' && <small title={note}>{note}</small>}
                <p dir="auto">
                  <MarkedWords text={{ script: text, marks }} />
                </p>
              </div>
            )}
          />
        </>
      )}
    </Box>
  );
}
