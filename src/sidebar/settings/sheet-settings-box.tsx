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
  const [typed, setTyped] = useState<Readonly<Partial<Record<FormName, string>>>>({});
  const busy = isPending(state, 'sidebarSheetSettings');
  const set = (name: FormName, value: unknown) =>
    controller.setForSheet({ [name]: value }, sheet.tab).then((reply) => {
      if (reply.ok) setTyped(({ [name]: _, ...others }) => others);
    });
  return (
    <Box
      name="sheet-settings"
      title={
        <>
          Rows of “<EllipsisText text={sheet.tab} />”
        </>
      }
    >
      {FORMS.map(([name, { kind, label, help }]) => {
        const value = settings[name];
        const helpId = `help-${name}`;
        const note = (
          <p class="fine" id={helpId}>
            {help}
          </p>
        );
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
            </div>
          );
        }
        const shown = writtenSetting(value);
        const text = typed[name] ?? shown;
        const read = typedSetting(kind, text);
        return (
          <Form key={name} onSubmit={() => read.ok && void set(name, read.value)}>
            <label class="field">
              <span class="label">{label}</span>
              <input
                type="text"
                inputMode={kind === 'number' ? 'decimal' : undefined}
                value={text}
                aria-describedby={helpId}
                aria-invalid={read.ok ? undefined : 'true'}
                onInput={(event) => setTyped({ ...typed, [name]: event.currentTarget.value })}
              />
            </label>
            {note}
            {!read.ok && <p class="fine over">{read.failure}</p>}
            {text !== shown && (
              <Button submits busy={busy} off={!read.ok}>
                Save<span class="unseen"> {label}</span>
              </Button>
            )}
          </Form>
        );
      })}
      <Outcome state={state} of={['sidebarSheetSettings']} />
    </Box>
  );
}
