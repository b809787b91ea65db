import { useState } from 'preact/hooks';
import type { RunSummary } from '../../app/sidebar/contract.ts';
import type { SheetSettings } from '../../core/settings/sheet-settings.ts';
import { Button } from '../page/button.tsx';
import { Outcome } from '../page/outcome.tsx';
import type { PanelProps } from '../page/panel.ts';
import { isPending } from '../page/state.ts';

type Uses = SheetSettings['columnUses'];

/**
 * What must be settled about the columns of a list from elsewhere before its rows can be rendered: once, in one form.
 * The answers stay with the sheet. Without a choice every column is the user's own, which is right for nearly all.
 */
export function ColumnQuestions({
  open,
  state,
  controller,
}: Pick<PanelProps, 'state' | 'controller'> & { readonly open: NonNullable<RunSummary['open']> }) {
  const [chosen, setChosen] = useState<Uses>({});
  const { sheet } = state;
  if (sheet === null) return null;
  const { asked, others } = open;
  const settle = async () => {
    const { columnUses, columnHeaders } = sheet.settings;
    const uses = asked.map(({ name }) => [name, chosen[name] ?? 'ignore'] as const);
    const changes: Partial<SheetSettings> = {
      columnUses: { ...columnUses, ...Object.fromEntries(uses) },
      columnHeaders: { ...columnHeaders, ...others?.headers },
    };
    const reply = await controller.setForSheet(changes, sheet.tab);
    if (reply.ok) await controller.plan();
  };
  return (
    <>
      <h3>Use my columns</h3>
      {asked.length > 0 && (
        <p>Some columns have names that Reelmerge knows. A column that is yours alone can still be merged.</p>
      )}
      {asked.map(({ name, header, purpose, example }) => (
        <label key={name} class="field">
          <span class="label">
            <strong dir="auto">{header}</strong>, which begins with “<span dir="auto">{example}</span>”, is
          </span>
          <select
            value={chosen[name] ?? 'ignore'}
            onChange={({ currentTarget }) =>
              setChosen({ ...chosen, [name]: currentTarget.value === 'use' ? 'use' : 'ignore' })
            }
          >
            <option value="ignore">mine alone</option>
            <option value="use">{purpose}</option>
          </select>
        </label>
      ))}
      {others !== null && <p>{others.sentence}</p>}
      <Button kind="main" busy={isPending(state, 'sidebarSheetSettings')} onPress={settle}>
        Use them like this
      </Button>
      <Outcome state={state} of={['sidebarSheetSettings']} />
    </>
  );
}
