import type { Settings } from '../../app/sidebar/contract.ts';
import { Box } from '../page/box.tsx';
import { Button } from '../page/button.tsx';
import type { Controller } from '../page/controller.ts';
import { Form } from '../page/form.tsx';
import { Message } from '../page/message.tsx';
import { Outcome } from '../page/outcome.tsx';
import { isPending, type State } from '../page/state.ts';
import { type PriceDraft, pricesOf, readPrice } from './price-draft.ts';

/** Kept with the page's other drafts, because a change of tab takes this box away. No sheet has such a name. */
function keptAs(name: string): string {
  return `\nprice ${name}`;
}

/** The prices for estimates. When HeyGen changes its prices, the user can change them here. */
export function PricesBox(props: {
  readonly state: State;
  readonly controller: Controller;
  readonly settings: Settings;
}) {
  const { state, controller } = props;
  const { prices, differences } = props.settings;
  const names = [...Object.keys(prices.perSecond), ...Object.keys(prices.perVideo)];
  const draft: PriceDraft = Object.fromEntries(
    names.flatMap((name) => {
      const typed = state.drafts[keptAs(name)];
      return typed === undefined ? [] : [[name, typed]];
    }),
  );
  const keep = (name: string, text: string | null) =>
    controller.dispatch({ type: 'draft', tab: keptAs(name), text });
  const discard = () => {
    for (const name of names) keep(name, null);
  };
  const changed = Object.keys(draft).length > 0;
  const today = new Date().toISOString().slice(0, 10);
  const read = pricesOf(draft, prices, today);
  const lists = [
    ['Per second of video', prices.perSecond],
    ['Per video', prices.perVideo],
  ] as const;
  const save = async () => {
    if (read === null) return;
    const reply = await controller.setPrices(read);
    if (reply.ok) discard();
  };
  const use = (name: string, usd: number) => {
    const corrected = pricesOf({ [name]: String(usd) }, prices, today);
    return corrected === null ? null : controller.setPrices(corrected);
  };
  return (
    <Box name="prices" title="Prices">
      <p class="fine">US dollars, as of {prices.asOf}. Used for estimates and budgets.</p>
      {differences.map(({ name, usd, words }) => (
        <Message
          key={name}
          kind="plain"
          action="Use it"
          busy={isPending(state, 'sidebarPrices')}
          onAction={() => void use(name, usd)}
        >
          {words}
        </Message>
      ))}
      <Form onSubmit={save}>
        {lists.map(([title, list]) => (
          <fieldset key={title} class="prices">
            <legend class="fine">{title}</legend>
            {Object.entries(list).map(([name, price]) => {
              const typed = draft[name] ?? String(price);
              return (
                <label key={name}>
                  <span>{name}</span>
                  <input
                    type="text"
                    inputMode="decimal"
                    value={typed}
                    aria-invalid={readPrice(typed) === null ? 'true' : undefined}
                    aria-describedby={readPrice(typed) === null ? 'price-fault' : undefined}
                    onInput={(event) => keep(name, event.currentTarget.value)}
                  />
                </label>
              );
            })}
          </fieldset>
        ))}
        {read === null && (
          <p class="fine over" id="price-fault">
            Write each price as a number below 10,000, such as 0.05.
          </p>
        )}
        <Outcome state={state} of={['sidebarPrices']} />
        {changed && (
          <div class="pair">
            <Button onPress={discard}>Discard</Button>
            <Button kind="main" submits busy={isPending(state, 'sidebarPrices')} off={read === null}>
              Save prices
            </Button>
          </div>
        )}
      </Form>
    </Box>
  );
}
