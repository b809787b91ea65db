import type { SheetView, Uploaded } from '../../app/sidebar/contract.ts';
import type { InputName } from '../../core/columns/columns.ts';
import { counted } from '../../core/count-words.ts';
import { ThumbnailLine } from '../catalogue/thumbnail-line.tsx';
import { Button } from '../page/button.tsx';
import type { Controller } from '../page/controller.ts';
import { Outcome } from '../page/outcome.tsx';
import { isPending, type State } from '../page/state.ts';
import { sceneOf, withScene } from './scene-text.ts';
import type { ScriptDraft } from './script-draft.ts';

/** A button's label, and what it writes into the selected rows. */
type Use = readonly [string, Readonly<Partial<Record<InputName, string>>>];

const KINDS = { image: 'Picture', video: 'Clip', audio: 'Recording', other: 'File' } as const;

/** The uploaded file and what can be done with a file of its kind. */
export function UploadedFile(props: {
  readonly state: State;
  readonly controller: Controller;
  readonly sheet: SheetView;
  readonly draft: ScriptDraft;
  readonly uploaded: Uploaded;
}) {
  const { state, controller, sheet, draft, uploaded } = props;
  const { assetId, name, kind, url } = uploaded;
  const asset = `asset:${assetId}`;
  const rows = sheet.selectedRows;
  const uses: Readonly<Partial<Record<Uploaded['kind'], readonly Use[]>>> = {
    image: [
      ['Use as background', { background: asset }],
      ['Use as speaking picture', { image: asset }],
    ],
    audio: [['Use as recording', { audio_asset_id: assetId }]],
  };
  const of = uses[kind] ?? [];
  return (
    <>
      <ThumbnailLine
        name={name}
        imageUrl={kind === 'image' ? url : ''}
        shape={kind === 'image' ? 'picture' : 'play'}
        fine={`${KINDS[kind]}, uploaded`}
      />
      <label class="field">
        <span class="label">To copy into a cell</span>
        <input type="text" readOnly value={asset} onFocus={(event) => event.currentTarget.select()} />
      </label>
      {of.length > 0 && (
        <p class="fine">
          {rows === 0 ? 'Select rows in the sheet to use it there.' : `For ${counted(rows, 'selected row')}:`}
        </p>
      )}
      {of.map(([words, values]) => (
        <Button
          key={words}
          busy={isPending(state, 'sidebarUse')}
          off={rows === 0}
          onPress={() => controller.use(values)}
        >
          {words}
        </Button>
      ))}
      <Outcome state={state} of={['sidebarUse']} />
      {(kind === 'image' || kind === 'video') && (
        <Button onPress={() => draft.edit((text, { end }) => withScene(text, end, sceneOf(uploaded)))}>
          Insert as a scene
        </Button>
      )}
    </>
  );
}
