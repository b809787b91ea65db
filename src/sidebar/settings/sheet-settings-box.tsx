import { useState } from 'preact/hooks';
import type { SheetView } from '../../app/sidebar/contract.ts';
import { type FormName, SETTING_FORMS, type SettingForm } from '../../core/settings/setting-forms.ts';
import { Box } from '../page/box.tsx';
import { Button } from '../page/button.tsx';
import type { Controller } from '../page/controller.ts';
import { EllipsisText } from '../page/ellipsis-text.tsx';
import { Form } from '../page/form.tsx';
import { Outcome } from '../page/outcome.tsx';
import { isPending, type State } from '../page/state.ts';
import { Switch } from '../page/switch.tsx';
import { typedSetting, writtenSetting } from './setting-text.ts';

const FORMS = Object.entries(SETTING_FORMS) as readonly [FormName, SettingForm][];

/** What the user can set for this sheet, as the table of settings has it. */
export function SheetSettingsBox(props: {
  readonly state: State;
  readonly controller: Controller;
  readonly sheet: SheetView;
}) {
  const { state, controller, sheet } = props;
  const { settings } = sheet;
  /** What was set last: there stands what came of it. */
  const [last, setLast] = useState<FormName | null>(null);
  // Kept with the page's other drafts, because a change of tab takes this box away. No sheet has such a name.
  const keptAs = (name: FormName) => `${sheet.tab}\n${name}`;
  const keep = (name: FormName, text: string | null) =>
    controller.dispatch({ type: 'draft', tab: keptAs(name), text });
  const forms = FORMS.filter(([name]) => name !== 'mailsEnds' || state.settings?.mails);
  const busy = isPending(state, 'sidebarSheetSettings');
  const set = (name: FormName, value: unknown) => {
    setLast(name);
    return controller.setForSheet({ [name]: value }, sheet.tab).then((reply) => {
      if (reply.ok) keep(name, null);
    });
  };
  return (
    <Box
      name="sheet-settings"
      title={
        <>
          Rows of “<EllipsisText text={sheet.tab} />”
        </>
      }
    >
      {forms.map(([name, form]) => {
        const { kind, label, help } = form;
        const value = settings[name];
        const helpId = `help-${name}`;
        const note = (
          <p class="fine" id={helpId}>
            {help}
          </p>
        );
        const outcome = last === name && <Outcome state={state} of={['sidebarSheetSettings']} />;
        if (typeof value === 'boolean') {
          return (
            <div key={name}>
              <Switch
                label={label}
                on={value}
                busy={busy}
                help={helpId}
                onSwitch={(on) => void set(name, on)}
              />
              {note}
              {outcome}
            </div>
          );
        }
        const shown = writtenSetting(value);
        const text = state.drafts[keptAs(name)] ?? shown;
        const read = typedSetting(form, text);
        return (
          <Form key={name} onSubmit={() => read.ok && void set(name, read.value)}>
            <label class="field">
              <span class="label">{label}</span>
              <input
                type="text"
                inputMode={kind === 'number' ? 'decimal' : undefined}
                value={text}
                aria-describedby={read.ok ? helpId : `${helpId} ${helpId}-fault`}
                aria-invalid={read.ok ? undefined : 'true'}
                onInput={(event) => keep(name, event.currentTarget.value)}
              />
            </label>
            {note}
            {!read.ok && (
              <p class="fine over" id={`${helpId}-fault`}>
                {read.failure}
              </p>
            )}
            {text !== shown && (
              <Button submits busy={busy} off={!read.ok}>
                Save<span class="unseen"> {label}</span>
              </Button>
            )}
            {outcome}
          </Form>
        );
      })}
      {last === null && <Outcome state={state} of={['sidebarSheetSettings']} />}
    </Box>
  );
}
