import { useEffect, useErrorBoundary, useMemo, useState } from 'preact/hooks';
import { AvatarPanel } from '../catalogue/avatar-panel.tsx';
import { ChoiceBar } from '../catalogue/choice-bar.tsx';
import type { Player } from '../catalogue/player.ts';
import { VoicePanel } from '../catalogue/voice-panel.tsx';
import { RenderBar, RenderPanel } from '../render/render-panel.tsx';
import { ScriptPanel } from '../script/script-panel.tsx';
import { ConnectPage } from '../settings/connect-page.tsx';
import { SettingsPanel } from '../settings/settings-panel.tsx';
import type { Controller } from './controller.ts';
import { Greeting, isEmptySheet, Tour } from './greeting.tsx';
import { Message } from './message.tsx';
import type { Pages } from './pages.ts';
import type { KnownCatalogue, Lookup, PanelProps } from './panel.ts';
import { isAllPaused, openJobs } from './polling-delays.ts';
import { SheetPosition } from './sheet-position.tsx';
import { Skeletons } from './skeletons.tsx';
import { failureOf, type State, type TabName } from './state.ts';
import type { Store } from './store.ts';
import { Tabs } from './tabs.tsx';
import { unsavedOf, unsavedTabs } from './unsaved.ts';

/** The whole page. */
export function App(props: {
  readonly store: Store<State>;
  readonly controller: Controller;
  readonly player: Player;
}) {
  const { store, controller, player } = props;
  const [state, setState] = useState(store.state());
  useEffect(() => {
    setState(store.state());
    return store.listen(() => setState(store.state()));
  }, []);
  const catalogue = useKnownCatalogue(state);
  const [step, setStep] = useState<number | null>(null);
  if (!state.started) return <StartPage state={state} controller={controller} />;
  if (state.account === null) return <ConnectPage state={state} controller={controller} />;
  const toTab = (tab: TabName) => {
    controller.dispatch({ type: 'tab', tab });
    if (tab === 'render') void controller.plan();
  };
  const panel: PanelProps = { state, controller, player, catalogue };
  const underWay = state.progress === null ? 0 : openJobs(state.progress.counts);
  const isPaused = state.progress !== null && isAllPaused(state.progress);
  return (
    <>
      <Tabs
        paused={isPaused}
        tab={state.tab}
        underWay={underWay}
        unsaved={unsavedTabs(unsavedOf(state))}
        onTab={toTab}
      />
      <SheetPosition state={state} controller={controller} />
      {step !== null && (
        <Tour
          step={step}
          onStep={(next, tab) => {
            setStep(next);
            toTab(tab);
          }}
        />
      )}
      {step === null && state.tab !== 'settings' && isEmptySheet(state) ? (
        <Greeting
          state={state}
          controller={controller}
          onTour={() => {
            setStep(0);
            toTab('avatar');
          }}
        />
      ) : (
        <ActivePanel key={state.tab} panel={panel} />
      )}
    </>
  );
}

/** The open tab's panel, scrolled to its top, with its main action below. */
function ActivePanel({ panel }: { readonly panel: PanelProps }) {
  const { tab } = panel.state;
  const [Panel, Bar] = PANELS[tab];
  // A mistake of ours in one panel must not empty the page: the other tabs go on.
  const [broken, mend] = useErrorBoundary();
  return (
    <>
      <div
        class="panel"
        id="panel"
        role="tabpanel"
        aria-labelledby={`tab-${tab}`}
        tabIndex={-1}
        data-focus-home
      >
        {broken === undefined ? (
          <Panel {...panel} />
        ) : (
          <Message kind="bad" action="Show it again" onAction={mend}>
            This tab could not be shown: {String(broken)} Nothing is lost. If it comes again, close the
            sidebar and open it from the menu.
          </Message>
        )}
      </div>
      {Bar !== null && broken === undefined && <Bar {...panel} />}
    </>
  );
}

const PANELS = {
  avatar: [AvatarPanel, ChoiceBar],
  voice: [VoicePanel, ChoiceBar],
  script: [ScriptPanel, null],
  render: [RenderPanel, RenderBar],
  settings: [SettingsPanel, null],
} as const;

function StartPage({ state, controller }: { readonly state: State; readonly controller: Controller }) {
  const failure = failureOf(state, 'sidebarStart');
  return (
    <div class="panel opening" tabIndex={-1} data-focus-home>
      {failure === '' ? (
        <>
          <p class="unseen" role="status">
            Opening…
          </p>
          <Skeletons />
        </>
      ) : (
        <Message kind="bad" action="Try again" onAction={() => controller.start()}>
          {failure}
        </Message>
      )}
    </div>
  );
}

function useKnownCatalogue(state: State): KnownCatalogue {
  const look = useById(state.looks);
  const voice = useById(state.voices);
  const template = useById(state.templates);
  return useMemo(() => ({ look, voice, template }), [look, voice, template]);
}

function useById<Item extends { readonly id: string }>({ items }: Pages<Item>): Lookup<Item> {
  return useMemo(() => {
    const known = new Map(items.map(({ item }) => [item.id, item]));
    return (id = '') => known.get(id);
  }, [items]);
}
