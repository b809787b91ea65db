import { useState } from 'preact/hooks';
import type { Again, Heard, Reply, RowView } from '../../app/sidebar/contract.ts';
import { dollars } from '../../core/amount-words.ts';
import { Button } from '../page/button.tsx';
import { Message } from '../page/message.tsx';
import { Recording } from './recording.tsx';

/** Has words spoken, with the price on the button. */
export function HearButton(props: {
  readonly hearing: Pick<NonNullable<RowView['hearing']>, 'seconds' | 'unheard'>;
  /** The price of a second, in US dollars. */
  readonly perSecond: number;
  /** What is heard, in the words of the button. */
  readonly what?: string;
  readonly ask: (again: Again) => Promise<Reply<Heard>>;
  /** Offered where there is no speech without a video. */
  readonly onSample?: () => unknown;
}) {
  const { hearing, perSecond, what = 'it', ask, onSample } = props;
  const [answer, setAnswer] = useState<Reply<Heard> | null>(null);
  const [isBroken, setBroken] = useState(false);
  const hear = async (again: Again) => {
    const reply = await ask(again);
    setBroken(false);
    setAnswer(reply);
  };
  const heard = answer?.ok ? answer.value : null;
  const asksAgain = `Ask again for ${dollars(hearing.seconds * perSecond)}`;
  return (
    <>
      {heard === null && (
        <Button icon="play" kind="plain" onPress={() => hear('no')}>
          {hearing.unheard === 0
            ? `Hear ${what} (paid already)`
            : `Hear ${what} for ${dollars(hearing.unheard * perSecond)}`}
        </Button>
      )}
      {heard?.kind === 'heard' &&
        heard.urls.map((url, at) => (
          <Recording key={url} source={url} plays={at === 0} onBroken={() => setBroken(true)} />
        ))}
      {isBroken && (
        <Message kind="warning" action={asksAgain} onAction={() => hear('all')}>
          The recording cannot be played here.
        </Message>
      )}
      {heard?.kind === 'paid' && (
        <Message kind="warning" action={asksAgain} onAction={() => hear('unheard')}>
          {heard.message}
        </Message>
      )}
      {heard?.kind === 'no-speech' && (
        <Message kind="plain" action={onSample && 'Render this row as a sample…'} onAction={onSample}>
          {heard.message}
        </Message>
      )}
      {answer?.ok === false && <Message kind="bad">{answer.message}</Message>}
    </>
  );
}
