import { useState } from 'preact/hooks';
import type { Prices } from '../../app/contract.ts';
import { Button } from '../page/button.tsx';
import type { Desk } from '../page/desk.ts';
import { Outcome } from '../page/outcome.tsx';
import { isPending, type State } from '../page/state.ts';
import { type PriceDraft, pricesOf, readPrice } from './price-draft.ts';

/** What the estimates are made with. HeyGen moves its prices, so the user can, too. */
export function PricesBox(props: { readonly state: State; readonly desk: Desk; readonly prices: Prices }) {
  const { state, desk, prices } = props;
  const [draft, setDraft] = useState<PriceDraft>({});
  const changed = Object.keys(draft).length > 0;
  const read = pricesOf(draft, prices, new Date().toISOString().slice(0, 10));
  const save = async () => {
    if (read === null) return;
    const reply = await desk.setPrices(read);
    if (reply.ok) setDraft({});
  };
  return (
    <section class="box" aria-labelledby="prices-title">
      <h2 id="prices-title">Prices</h2>
      <p class="fine">US dollars a second of video, as of {prices.asOf}. Used for estimates only.</p>
      <form
        class="stack tight"
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <div class="prices">
          {Object.entries(prices.perSecond).map(([engine, price]) => {
            const typed = draft[engine] ?? String(price);
            return (
              <label key={engine}>
                <span>{engine}</span>
                <input
                  type="text"
                  inputMode="decimal"
                  value={typed}
                  aria-invalid={readPrice(typed) === null ? 'true' : undefined}
                  onInput={(event) => setDraft({ ...draft, [engine]: event.currentTarget.value })}
                />
              </label>
            );
          })}
        </div>
        {read === null && <p class="fine over">Write each price as a number, such as 0.05.</p>}
        <Outcome state={state} of={['sidebarPrices']} />
        {changed && (
          <div class="pair">
            <Button onPress={() => setDraft({})}>Discard</Button>
            <Button kind="main" submits busy={isPending(state, 'sidebarPrices')} off={read === null}>
              Save prices
            </Button>
          </div>
        )}
      </form>
    </section>
  );
}
