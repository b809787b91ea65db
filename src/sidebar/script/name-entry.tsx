import { useState } from 'preact/hooks';
import type { Again, NameView } from '../../app/sidebar/contract.ts';
import { counted } from '../../core/count-words.ts';
import { speechSeconds } from '../../core/speech/script.ts';
import { Button } from '../page/button.tsx';
import { Form } from '../page/form.tsx';
import { Message } from '../page/message.tsx';
import { formKey } from '../page/name-control.ts';
import type { PanelProps } from '../page/panel.ts';
import { isPending } from '../page/state.ts';
import { HearButton } from './hear-button.tsx';

type Props = Pick<PanelProps, 'state' | 'controller' | 'catalogue'> & { readonly name: NameView };

/** One name: why it may be said wrongly, how it is said now, and the means to change that. */
export function NameEntry(props: Props) {
  const { name, state } = props;
  const draft = state.forms[formKey(name)];
  const [isOpen, setOpen] = useState(draft !== undefined);
  return (
    <li>
      <details open={isOpen} onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary>
          <bdi>{name.value}</bdi>{' '}
          <span class="tag">
            {counted(name.count, 'row')}
            {draft !== undefined && ' · not saved'}
          </span>
          {name.by !== '' && (
            <span class="fine">
              {' '}
              said as “<bdi>{name.say}</bdi>”
            </span>
          )}
          {name.risks.length > 0 && <span class="why fine">{name.risks.join(' ')}</span>}
        </summary>
        {isOpen && <NameDetails {...props} />}
      </details>
    </li>
  );
}

function NameDetails({ state, controller, catalogue, name }: Props) {
  const { value, by, place, column, rows, voice, language } = name;
  const said = by === '' ? '' : name.say;
  const typed = state.forms[formKey(name)]?.say ?? said;
  const [heard, setHeard] = useState<readonly string[]>([]);
  const [failure, setFailure] = useState('');
  const [row = 0] = rows;
  const form = typed.trim();

  const hearing = (words: string, what: string, wasHeard: boolean) => {
    if (voice === null) return null;
    const seconds = speechSeconds(words, voice.speed);
    const ask = async (again: Again) => {
      const reply = await controller.hearName(words, voice, again);
      if (reply.ok && reply.value.kind === 'heard') setHeard((before) => [...before, words]);
      return reply;
    };
    const isPaid = wasHeard || heard.includes(words);
    return (
      <HearButton
        key={what + words}
        what={what}
        hearing={{ seconds, unheard: isPaid ? 0 : seconds }}
        perSecond={state.settings?.prices.perSecond.Speech ?? 0}
        ask={ask}
      />
    );
  };
  const save = async () => {
    const only = language === '' ? {} : { language };
    const reply = await controller.correctName({ value, say: form, ...only });
    setFailure(reply.ok ? '' : reply.message);
  };
  const speaker = [voice === null ? '' : (catalogue.voice(voice.voiceId)?.name ?? ''), name.spokenIn];
  return (
    <div class="stack tight">
      <p class="fine">
        {[...speaker.filter(Boolean), `row ${rows.join(', ')}${name.count > rows.length ? ' …' : ''}`].join(
          ' · ',
        )}
      </p>
      {voice === null && place === 'script' && (
        <p class="fine">It cannot be heard yet: its row cannot be sent, or its voice is not known.</p>
      )}
      {hearing(value, 'it as written', name.heard.value)}
      {place !== 'script' ? (
        <p class="fine">
          {place === 'template'
            ? 'It fills a HeyGen template, which may also show it, so it stays as written. A brand voice can say it otherwise: see template_brand_voice.'
            : `It stays as written in the prompt. To say it otherwise there, write <<${column}:say>>.`}
        </p>
      ) : by === 'say column' ? (
        <p class="fine">The row’s own column “{column} (say)” says how it sounds. Change it there.</p>
      ) : (
        <Form onSubmit={form === said || form === '' ? () => undefined : save}>
          <label class="field">
            <span class="label">
              Say “<bdi>{value}</bdi>” as
            </span>
            <input
              type="text"
              dir="auto"
              autocomplete="off"
              spellcheck={false}
              maxLength={200}
              value={typed}
              onInput={({ currentTarget }) => {
                const say = currentTarget.value === said ? null : currentTarget.value;
                controller.dispatch({ type: 'form', of: { value, language }, say });
              }}
            />
          </label>
          {form !== '' && form !== value && hearing(form, 'this form', form === said && name.heard.say)}
          {failure !== '' && <Message kind="bad">{failure}</Message>}
          <Button
            submits
            kind="main"
            off={form === said || form === ''}
            busy={isPending(state, 'sidebarCorrectName')}
          >
            {form === said && form !== ''
              ? 'Saved'
              : `Save for ${counted(name.count, 'row')} and all later ones`}
          </Button>
        </Form>
      )}
      {by === 'say column' && hearing(name.say, 'this form', name.heard.say)}
      <Button
        kind="text"
        onPress={() => controller.goTo(row, by === 'say column' ? `${column} (say)` : column)}
      >
        Go to cell<span class="unseen">{` in row ${row}, column ${column}`}</span>
      </Button>
    </div>
  );
}
