import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { BAD_DAYS } from '../bad-days.ts';
import type { HeyGenView, LogEntry, PageState } from '../page-state.ts';
import type { HeyGenChange, UserAction } from '../user-actions.ts';
import { Days, GoogleBox } from './bad-days-box.tsx';
import { clockWords, untilWords, useEmulatedTime } from './emulated-time.ts';

const SPEEDS = [1, 10, 30, 60, 300];
const USUAL_KILL = 31;

/** The world around the add-on: its time, HeyGen, mishaps, and what just happened. */
export function WorldPanel(props: {
  readonly state: PageState;
  readonly act: (act: UserAction) => void;
  readonly change: (change: HeyGenChange) => void;
}) {
  const { state, act, change } = props;
  return (
    <section class="world" aria-label="World" data-area tabIndex={-1}>
      <div class="world-column">
        <TimeBox state={state} act={act} />
        <KillBox state={state} act={act} />
      </div>
      {state.heygen === null ? (
        <div class="world-column">
          <h2>HeyGen</h2>
          <p>{state.facts.heygen} stands in HeyGen’s place. What it does is not decided here.</p>
        </div>
      ) : (
        <HeyGenBoxes heygen={state.heygen} change={change} />
      )}
      <GoogleBox world={state.world} act={act} />
      <Log entries={state.log} />
    </section>
  );
}

function TimeBox({ state, act }: { readonly state: PageState; readonly act: (act: UserAction) => void }) {
  const { world, facts, dialog } = state;
  const now = useEmulatedTime(world, dialog !== null);
  const next = world.nextTriggerAt;
  const trigger = facts.mode === 'addon-test' ? 'never, in a test deployment' : 'not set';
  return (
    <>
      <h2>Time</h2>
      <p class="clock">
        <span class="figure">{clockWords(now)}</span>
        <span class="hint">{dialog === null ? '' : 'stands: a dialog is open'}</span>
      </p>
      {facts.heygen === null && (
        <fieldset class="speeds">
          <legend class="unseen">Speed of time</legend>
          {SPEEDS.map((speed) => (
            <label key={speed} title={`${speed} emulated seconds for each real one`}>
              <input
                type="radio"
                name="speed"
                checked={world.speed === speed}
                onChange={() => act({ kind: 'speed', speed })}
              />
              <span>{speed}×</span>
            </label>
          ))}
        </fieldset>
      )}
      <div class="pair">
        <span>
          Trigger <b>{next === null ? trigger : untilWords(next - now)}</b>
        </span>
        <button type="button" disabled={next === null} onClick={() => act({ kind: 'run-trigger' })}>
          Run now
        </button>
      </div>
    </>
  );
}

function KillBox({ state, act }: { readonly state: PageState; readonly act: (act: UserAction) => void }) {
  const armed = state.world.killAtCall;
  const [at, setAt] = useState(USUAL_KILL);
  return (
    <div class="pair">
      <label title="Google kills an execution without any last word, for example after six minutes.">
        Kill at call{' '}
        <input
          type="number"
          min={1}
          max={10_000}
          value={armed ?? at}
          disabled={armed !== null}
          onInput={(event) => setAt(Math.max(1, event.currentTarget.valueAsNumber || 1))}
        />
      </label>
      <button
        type="button"
        aria-pressed={armed !== null}
        class={armed === null ? '' : 'armed'}
        title="The next execution that makes so many platform calls is killed"
        onClick={() => act({ kind: 'kill', atCall: armed === null ? at : null })}
      >
        {armed === null ? 'Kill next' : 'Armed'}
      </button>
    </div>
  );
}

function HeyGenBoxes(props: {
  readonly heygen: HeyGenView;
  readonly change: (change: HeyGenChange) => void;
}) {
  const { heygen, change } = props;
  const { slots, renderSeconds, takesTests, days } = heygen;
  return (
    <>
      <div class="world-column">
        <h2>HeyGen, simulated</h2>
        <dl class="counters">
          <Counter label="paid videos" value={String(heygen.paidVideos)} />
          <Counter label="charged" value={`$${heygen.charged.toFixed(2)}`} />
          <Counter label="requests" value={String(heygen.requests)} />
          <Counter label="waiting" value={String(heygen.waiting)} />
          <Counter label="rendering" value={`${heygen.rendering}/${slots}`} />
          <Counter label="finished" value={String(heygen.completed)} />
        </dl>
        <div class="pair">
          <NumberField label="Slots" value={slots} most={1_000} set={(value) => change({ slots: value })} />
          <NumberField
            label="Render s"
            value={renderSeconds}
            most={86_400}
            set={(value) => change({ renderSeconds: value })}
          />
        </div>
        <label
          class="choice"
          title="A video that is asked for as a test is made and costs nothing; otherwise HeyGen refuses it."
        >
          <input type="checkbox" checked={takesTests} onChange={() => change({ takesTests: !takesTests })} />
          <span>Takes test videos</span>
        </label>
      </div>
      <Days legend="HeyGen’s bad days" days={BAD_DAYS} on={days} set={(next) => change({ days: next })} />
    </>
  );
}

function Counter({ label, value }: { readonly label: string; readonly value: string }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd data-counter={label}>{value}</dd>
    </div>
  );
}

function NumberField(props: {
  readonly label: string;
  readonly value: number;
  readonly most: number;
  readonly set: (value: number) => void;
}) {
  return (
    <label>
      {props.label}{' '}
      <input
        type="number"
        min={1}
        max={props.most}
        value={props.value}
        onChange={(event) => {
          const value = Math.round(event.currentTarget.valueAsNumber);
          if (value >= 1 && value <= props.most) props.set(value);
        }}
      />
    </label>
  );
}

function Log({ entries }: { readonly entries: readonly LogEntry[] }) {
  const list = useRef<HTMLOListElement>(null);
  const count = entries.length;
  const newest = entries.at(-1);
  useLayoutEffect(() => {
    const element = list.current;
    // Somebody who has scrolled up is reading there.
    if (element === null) return;
    // What scrolls must be reachable by keyboard.
    element.tabIndex = 0;
    if (newest === undefined) return;
    if (element.scrollHeight - element.scrollTop - element.clientHeight < 240) {
      element.scrollTop = element.scrollHeight;
    }
  }, [newest]);
  return (
    <div class="world-column log">
      <h2>What happened</h2>
      <ol ref={list} aria-label="Log">
        {count === 0 && <li class="hint">Nothing yet. Executions and their requests appear here.</li>}
        {entries.map((entry, at) => (
          <li key={`${entry.at} ${at}`} class={entry.tone}>
            <time>{clockWords(entry.at)}</time> {entry.text}
            {entry.details.length > 0 && (
              <ul>
                {entry.details.map((detail, index) => (
                  <li key={`${index} ${detail.text}`} class={detail.tone}>
                    {detail.whole === undefined ? (
                      detail.text
                    ) : (
                      <details>
                        <summary>{detail.text}</summary>
                        <p class="whole">{detail.whole}</p>
                      </details>
                    )}
                  </li>
                ))}
              </ul>
            )}
          </li>
        ))}
      </ol>
    </div>
  );
}
