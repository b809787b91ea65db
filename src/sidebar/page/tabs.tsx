import { useRef } from 'preact/hooks';
import { readable } from '../catalogue/search-text.ts';
import { Icon } from './icon.tsx';
import { TABS, type TabName } from './state.ts';

const STEPS: Readonly<Record<string, number>> = { ArrowRight: 1, ArrowLeft: -1 };

/** The four steps of the work, and the settings under a gear icon. Arrow keys move between them. */
export function Tabs(props: {
  readonly tab: TabName;
  /** The number of unfinished videos, shown at "Render". */
  readonly underWay: number;
  /** None of them goes on by itself. */
  readonly paused: boolean;
  /** Tabs with something that is not saved. */
  readonly unsaved: readonly TabName[];
  readonly onTab: (tab: TabName) => void;
}) {
  const list = useRef<HTMLDivElement>(null);
  const onKey = (event: KeyboardEvent) => {
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
    <div class="tabs" role="tablist" aria-label="Reelmerge" ref={list} onKeyDown={onKey}>
      {TABS.map((tab) => {
        const selected = tab === props.tab;
        const isGear = tab === 'settings';
        const label = isGear ? readable(tab) : undefined;
        return (
          <button
            key={tab}
            type="button"
            role="tab"
            id={`tab-${tab}`}
            class={isGear ? 'gear' : ''}
            aria-selected={selected}
            aria-controls={selected ? 'panel' : undefined}
            aria-label={label}
            title={label}
            tabIndex={selected ? 0 : -1}
            onClick={() => props.onTab(tab)}
          >
            {isGear ? <Icon shape="gear" /> : readable(tab)}
            {props.unsaved.includes(tab) && (
              <>
                <span class="dot calm" aria-hidden />
                <span class="unseen">, not saved</span>
              </>
            )}
            {tab === 'render' && props.underWay > 0 && (
              <>
                <span class={`dot${props.paused ? ' calm' : ''}`} aria-hidden />
                <span class="unseen">
                  , {props.underWay} {props.paused ? 'paused' : 'under way'}
                </span>
              </>
            )}
          </button>
        );
      })}
    </div>
  );
}
