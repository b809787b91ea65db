import { Box } from '../page/box.tsx';
import { Outcome } from '../page/outcome.tsx';
import type { PanelProps } from '../page/panel.ts';
import { isPending } from '../page/state.ts';
import { Switch } from '../page/switch.tsx';
import { ColumnsBox } from './columns-box.tsx';
import { ConnectionBox } from './connection-box.tsx';
import { DefaultsBox } from './defaults-box.tsx';
import { LanguageVoicesBox } from './language-voices-box.tsx';
import { PricesBox } from './prices-box.tsx';
import { SheetSettingsBox } from './sheet-settings-box.tsx';

/** The Settings tab: connection, defaults, updates, prices and version. */
export function SettingsPanel({ state, controller, catalogue }: PanelProps) {
  const { settings, sheet, account } = state;
  if (settings === null || account === null) return null;
  return (
    <div class="stack">
      <ConnectionBox state={state} controller={controller} account={account} />
      {sheet !== null && sheet.tab !== '' && (
        <>
          <DefaultsBox
            key={sheet.tab}
            state={state}
            controller={controller}
            sheet={sheet}
            catalogue={catalogue}
          />
          <LanguageVoicesBox controller={controller} sheet={sheet} catalogue={catalogue} />
          <ColumnsBox key={`columns of ${sheet.tab}`} state={state} controller={controller} />
          <SheetSettingsBox
            key={`settings of ${sheet.tab}`}
            state={state}
            controller={controller}
            sheet={sheet}
          />
        </>
      )}
      <Box name="updates" title="Automatic updates">
        <Switch
          label="Look for finished videos while this sidebar is closed"
          on={settings.automaticUpdates}
          busy={isPending(state, 'sidebarAutomaticUpdates')}
          onSwitch={(on) => void controller.automaticUpdates(on)}
        />
        <Outcome state={state} of={['sidebarAutomaticUpdates']} />
      </Box>
      <PricesBox state={state} controller={controller} settings={settings} />
      <p class="fine center">
        Reelmerge {settings.version} · {settings.build}
      </p>
    </div>
  );
}
