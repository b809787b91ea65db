import type { ComponentChildren } from 'preact';
import { type BadDay, GOOGLE_DAYS } from '../bad-days.ts';
import type { WorldView } from '../page-state.ts';
import type { UserAction } from '../user-actions.ts';

/** Bad days to switch on and off. What is given as children stands below them. */
export function Days<Name extends string>(props: {
  readonly legend: string;
  readonly days: readonly BadDay<Name>[];
  readonly on: readonly Name[];
  readonly set: (days: Name[]) => void;
  readonly children?: ComponentChildren;
}) {
  const { legend, days, on, set, children } = props;
  const toggle = (name: Name): void =>
    set(on.includes(name) ? on.filter((day) => day !== name) : [...on, name]);
  return (
    <fieldset class="world-column days">
      <legend>{legend}</legend>
      {days.map(({ name, label, hint }) => (
        <label key={name} title={hint}>
          <input type="checkbox" checked={on.includes(name)} onChange={() => toggle(name)} />
          <span>{label}</span>
        </label>
      ))}
      {children}
    </fieldset>
  );
}

const LANGUAGES = [
  ['en', 'English'],
  ['de', 'Deutsch'],
  ['fr', 'Français'],
  ['ja', '日本語'],
] as const;

/** How Google behaves, whatever stands in HeyGen’s place. */
export function GoogleBox(props: { readonly world: WorldView; readonly act: (act: UserAction) => void }) {
  const { world, act } = props;
  return (
    <Days
      legend="Google’s bad days"
      days={GOOGLE_DAYS}
      on={world.googleDays}
      set={(days) => act({ kind: 'google-days', days })}
    >
      <label title="Google words its refusals in the language of the user. The sheet stays as it is.">
        <span>Refuses in</span>
        <select
          value={world.language}
          onChange={({ currentTarget }) => {
            const chosen = LANGUAGES.find(([language]) => language === currentTarget.value);
            if (chosen !== undefined) act({ kind: 'language', language: chosen[0] });
          }}
        >
          {LANGUAGES.map(([language, name]) => (
            <option key={language} value={language}>
              {name}
            </option>
          ))}
        </select>
      </label>
    </Days>
  );
}
