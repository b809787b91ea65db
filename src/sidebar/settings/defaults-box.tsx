import type { SheetView } from '../../app/sidebar/contract.ts';
import type { InputName } from '../../core/columns/columns.ts';
import { ASPECT_RATIOS, RESOLUTIONS } from '../../core/heygen/video-request.ts';
import { Box } from '../page/box.tsx';
import { Button } from '../page/button.tsx';
import type { Controller } from '../page/controller.ts';
import { DefinitionRow } from '../page/definition-row.tsx';
import { EllipsisText } from '../page/ellipsis-text.tsx';
import { Form } from '../page/form.tsx';
import { Outcome } from '../page/outcome.tsx';
import type { KnownCatalogue } from '../page/panel.ts';
import { PickList } from '../page/pick-list.tsx';
import { isPending, type State } from '../page/state.ts';
import { Switch } from '../page/switch.tsx';

const FRAME = [
  ['aspect_ratio', 'Aspect ratio', ASPECT_RATIOS],
  ['resolution', 'Resolution', RESOLUTIONS],
] as const;

/** The values for blank cells of this sheet. */
export function DefaultsBox(props: {
  readonly state: State;
  readonly controller: Controller;
  readonly sheet: SheetView;
  readonly catalogue: KnownCatalogue;
}) {
  const { state, controller, sheet, catalogue } = props;
  const { defaults } = sheet;
  // Kept with the page's other drafts, because a change of tab takes this box away. No sheet has such a name.
  const kept = `${sheet.tab}\nbackground`;
  const draft = state.drafts[kept] ?? null;
  const setDraft = (text: string | null) => controller.dispatch({ type: 'draft', tab: kept, text });
  const background = draft ?? defaults.background ?? '';
  const busy = isPending(state, 'sidebarDefaults');
  const set = (name: InputName, text: string) => void controller.setDefaults({ [name]: text }, sheet.tab);
  const chosen = [
    ['avatar_id', 'Avatar', catalogue.look(defaults.avatar_id)?.name],
    ['voice_id', 'Voice', catalogue.voice(defaults.voice_id)?.name],
    ['template_id', 'Template', catalogue.template(defaults.template_id)?.name],
  ] as const;
  return (
    <Box
      name="defaults"
      title={
        <>
          Defaults of “<EllipsisText text={sheet.tab} />”
        </>
      }
    >
      <p class="fine">Used for blank cells. A filled cell always wins.</p>
      <dl class="facts">
        {chosen.map(([name, label, shown]) => (
          <DefinitionRow key={name} name={label}>
            <EllipsisText text={shown || defaults[name] || 'none'} />
            {defaults[name] !== undefined && (
              <Button kind="text" onPress={() => set(name, '')}>
                Remove<span class="unseen"> the default {label.toLowerCase()}</span>
              </Button>
            )}
          </DefinitionRow>
        ))}
      </dl>
      <div class="filters">
        {FRAME.map(([name, label, words]) => (
          <PickList
            key={name}
            label={label}
            blank="Default"
            value={defaults[name] ?? ''}
            words={words}
            onPick={(word) => set(name, word)}
          />
        ))}
      </div>
      <Form
        onSubmit={() => {
          if (draft === null) return;
          set('background', draft.trim());
          setDraft(null);
        }}
      >
        <label class="field">
          <span class="label">Background</span>
          <input
            type="text"
            value={background}
            placeholder="#1a2b3c, navy, https://…"
            onInput={(event) => setDraft(event.currentTarget.value)}
          />
        </label>
        {draft !== null && draft !== (defaults.background ?? '') && (
          <Button submits busy={busy}>
            Save background
          </Button>
        )}
      </Form>
      <Switch
        label="Test videos"
        on={defaults.test_mode === 'yes'}
        busy={busy}
        help="test-help"
        onSwitch={(on) => set('test_mode', on ? 'yes' : '')}
      />
      <p class="fine" id="test-help">
        Asks HeyGen for free videos with a watermark. If HeyGen makes none for your account, the rows say so
        and nothing is charged.
      </p>
      <Outcome state={state} of={['sidebarDefaults']} />
    </Box>
  );
}
