import type { Choice, State, TabName } from './state.ts';

/** What the user has typed or picked for the sheet in front and what the sheet does not have yet. */
export interface Unsaved {
  /** The new text of the sheet's own script. Null when the sheet has what the editor shows. */
  readonly script: string | null;
  readonly choice: Choice;
}

export function unsavedOf({ sheet, drafts, choice }: State): Unsaved {
  const draft = sheet === null ? undefined : drafts[sheet.tab];
  const isNew = draft !== undefined && draft !== (sheet?.defaults.script ?? '');
  return { script: isNew ? draft : null, choice };
}

/** Whether Render would leave something out that the user sees on the page. */
export function isAnyUnsaved({ script, choice }: Unsaved): boolean {
  return script !== null || Object.keys(choice).length > 0;
}

/** The tabs on which something is not saved. */
export function unsavedTabs({ script, choice }: Unsaved): readonly TabName[] {
  const isMarked: Partial<Record<TabName, boolean>> = {
    avatar: choice.avatar_id !== undefined || choice.template_id !== undefined,
    voice: choice.voice_id !== undefined,
    script: script !== null,
  };
  return (['avatar', 'voice', 'script'] as const).filter((tab) => isMarked[tab] === true);
}
