import type { NameCorrection } from '../../app/sidebar/contract.ts';
import type { Choice, State, TabName } from './state.ts';

/** What the user has typed or picked for the sheet in front and what the sheet does not have yet. */
export interface Unsaved {
  /** The new text of the sheet's own script. Null when the sheet has what the editor shows. */
  readonly script: string | null;
  readonly choice: Choice;
  /** How names sound. */
  readonly names: readonly NameCorrection[];
}

export function unsavedOf({ sheet, drafts, choice, forms }: State): Unsaved {
  const draft = sheet === null ? undefined : drafts[sheet.tab];
  const isNew = draft !== undefined && draft !== (sheet?.defaults.script ?? '');
  const names = Object.values(forms).filter(({ say }) => say.trim() !== '');
  return { script: isNew ? draft : null, choice, names };
}

/** Whether Render would leave something out that the user sees on the page. */
export function isAnyUnsaved({ script, choice, names }: Unsaved): boolean {
  return script !== null || Object.keys(choice).length + names.length > 0;
}

/** The tabs on which something is not saved. */
export function unsavedTabs({ script, choice, names }: Unsaved): readonly TabName[] {
  const isMarked: Partial<Record<TabName, boolean>> = {
    avatar: choice.avatar_id !== undefined || choice.template_id !== undefined,
    voice: choice.voice_id !== undefined,
    script: script !== null || names.length > 0,
  };
  return (['avatar', 'voice', 'script'] as const).filter((tab) => isMarked[tab] === true);
}
