import { useState } from 'preact/hooks';
import type { DraftQuestion, DraftView } from '../../app/sidebar/contract.ts';
import { counted } from '../../core/count-words.ts';
import { Box } from '../page/box.tsx';
import { Button } from '../page/button.tsx';
import type { Controller } from '../page/controller.ts';
import { Form } from '../page/form.tsx';
import { Outcome } from '../page/outcome.tsx';
import type { PanelProps } from '../page/panel.ts';

/** Scripts in other languages: drafted by Google, read by a person, and only then rendered. */
export function TranslationsBox({ state, controller }: Pick<PanelProps, 'state' | 'controller'>) {
  const [language, setLanguage] = useState('');
  const [asked, setAsked] = useState<DraftQuestion | null>(null);
  const unread = state.unread?.tab === state.sheet?.tab ? state.unread : null;
  const draft = async (print: string) => {
    const reply = await controller.draft(language, print);
    setAsked(reply.ok && 'question' in reply.value ? reply.value : null);
  };
  return (
    <Box name="translations" title="Translations">
      <p class="fine">
        Google drafts the selected rows’ scripts in another language. No draft is rendered until a person has
        marked it as read.
      </p>
      <Form onSubmit={() => draft('')}>
        <label class="field">
          <span class="label">Language</span>
          <input
            type="text"
            autocomplete="off"
            placeholder="German, es, pt-BR"
            maxLength={60}
            value={language}
            onInput={(event) => {
              setLanguage(event.currentTarget.value);
              setAsked(null);
            }}
          />
        </label>
        {asked === null && (
          <Button submits busy={state.calls.sidebarDraft?.phase === 'pending'}>
            Draft a translation…
          </Button>
        )}
      </Form>
      {asked !== null && (
        <>
          <p role="status">{asked.question}</p>
          <div class="pair">
            <Button onPress={() => setAsked(null)}>Cancel</Button>
            <Button kind="main" onPress={() => draft(asked.print)}>
              Draft it
            </Button>
          </div>
        </>
      )}
      <Outcome state={state} of={['sidebarDraft', 'sidebarDrafts', 'sidebarMarkRead']} />
      <Button kind="text" onPress={controller.listDrafts}>
        Show unread drafts
      </Button>
      {unread !== null && (
        <>
          <p role="status">{counted(unread.drafts.length + unread.more, 'unread draft')}</p>
          <ul class="names">
            {unread.drafts.map((each) => (
              <Draft key={each.print} draft={each} controller={controller} />
            ))}
          </ul>
        </>
      )}
    </Box>
  );
}

function Draft({ draft, controller }: { readonly draft: DraftView; readonly controller: Controller }) {
  const { column, rows, count, words, back, backIn, fallbacks } = draft;
  const [row = 0] = rows;
  const where = `row ${rows.join(', ')}${count > rows.length ? ' …' : ''}`;
  return (
    <li class="stack tight">
      <p class="fine">
        {column} · {where}
      </p>
      <p class="script" dir="auto">
        {words}
      </p>
      {backIn !== '' && <p class="fine">Translated back into {backIn}:</p>}
      {back !== '' && (
        <p class="script" dir="auto">
          {back}
        </p>
      )}
      {fallbacks.length > 0 && (
        <p class="fine">Not translated, because they belong to fields: {fallbacks.join(', ')}</p>
      )}
      <div class="pair">
        <Button onPress={() => controller.goTo(row, column)}>
          Go to cell<span class="unseen"> in row {row}</span>
        </Button>
        <Button kind="main" onPress={() => controller.markRead(draft.print)}>
          Mark as read<span class="unseen"> in {where}</span>
        </Button>
      </div>
    </li>
  );
}
