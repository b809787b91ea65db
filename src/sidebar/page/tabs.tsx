import { useRef } from 'preact/hooks';
import { readable } from '../catalogue/search-text.ts';
import { Icon } from './icon.tsx';
import { TABS, type TabName } from './state.ts';

const STEPS: Readonly<Record<string, number>> = { ArrowRight: 1, ArrowLeft: -1 };

/** The four steps of the work, and the settings behind a gear. Arrow keys walk along. */
export function Tabs(props: {
  readonly tab: TabName;
  /** Videos that are on their way: shown at "Render". */
  readonly underWay: number;
  readonly onTab: (tab: TabName) => void;
}) {
  const list = useRef<HTMLDivElement>(null);
  const walk = (event: KeyboardEvent) => {
    const at = TABS.indexOf(props.tab);
    const step = STEPS[event.key];
    const to = event.key === 'Home' ? 0 : event.key === 'End' ? TABS.length - 1 : null;
    const next = to ?? (step === undefined ? null : (at + step + TABS.length) % TABS.length);
    const tab = next === null ? undefined : TABS[next];
    if (tab === undefined) return;
    event.preventDefault();
    props.onTab(tab);
    list.current?.querySelector<HTMLElement>(`#tab-${tab}`)?.focus();
  };
  return (
    <div class="tabs" role="tablist" aria-label="Reelmerge" ref={list}>
      {TABS.map((tab) => (
        <button
          key={tab}
          type="button"
          role="tab"
          id={`tab-${tab}`}
          class={tab === 'settings' ? 'gear' : ''}
          aria-selected={tab === props.tab}
          aria-controls={tab === props.tab ? 'panel' : undefined}
          aria-label={tab === 'settings' ? readable(tab) : undefined}
          title={tab === 'settings' ? readable(tab) : undefined}
          tabIndex={tab === props.tab ? 0 : -1}
          onClick={() => props.onTab(tab)}
          onKeyDown={walk}
        >
          {tab === 'settings' ? <Icon shape="gear" /> : readable(tab)}
          {tab === 'render' && props.underWay > 0 && (
            <>
              <span class="dot" aria-hidden />
              <span class="unseen">, {props.underWay} under way</span>
            </>
          )}
        </button>
      ))}
    </div>
  );
}
