import { Outcome } from '../page/outcome.tsx';
import type { PanelProps } from '../page/panel.ts';
import { isPending } from '../page/state.ts';
import { ConnectionBox } from './connection-box.tsx';
import { DefaultsBox } from './defaults-box.tsx';
import { PricesBox } from './prices-box.tsx';

/** Connection, defaults, updates, prices and version. */
export function SettingsPanel({ state, desk, catalogue }: PanelProps) {
  const { settings, sheet, account } = state;
  if (settings === null || account === null) return null;
  const busy = isPending(state, 'sidebarAutomaticUpdates');
  return (
    <div class="stack">
      <ConnectionBox state={state} desk={desk} account={account} />
      {sheet !== null && sheet.tab !== '' && (
        <DefaultsBox key={sheet.tab} state={state} desk={desk} sheet={sheet} catalogue={catalogue} />
      )}
      <section class="box" aria-labelledby="updates-title">
        <h2 id="updates-title">Automatic updates</h2>
        <label class="switch">
          <input
            type="checkbox"
            checked={settings.automaticUpdates}
            aria-busy={busy ? 'true' : undefined}
            onChange={(event) => {
              if (!busy) void desk.automaticUpdates(event.currentTarget.checked);
            }}
          />
          <span>Look for finished videos while this sidebar is closed</span>
        </label>
        <Outcome state={state} of={['sidebarAutomaticUpdates']} />
      </section>
      <PricesBox state={state} desk={desk} prices={settings.prices} />
      <p class="fine center">
        Reelmerge {settings.version} · {settings.build}
      </p>
    </div>
  );
}
