import type { RefObject } from 'preact';
import { useRef } from 'preact/hooks';
import type { SheetView } from '../../app/sidebar/contract.ts';
import type { Controller } from '../page/controller.ts';
import type { State } from '../page/state.ts';

type Edit = (
  text: string,
  selection: { readonly start: number; readonly end: number },
) => {
  readonly text: string;
  readonly caret: number;
};

/**
 * The sheet's own script as it is being edited. What the user types is a draft of this tab until it is saved or
 * discarded: nothing that arrives from the sheet touches it.
 */
export interface ScriptDraft {
  readonly area: RefObject<HTMLTextAreaElement | null>;
  readonly text: string;
  readonly changed: boolean;
  readonly write: (text: string) => void;
  readonly discard: () => void;
  /** Edits where the caret stands, and leaves the focus there. */
  readonly edit: (edit: Edit) => void;
}

export function useScriptDraft(state: State, controller: Controller, sheet: SheetView): ScriptDraft {
  const area = useRef<HTMLTextAreaElement>(null);
  const saved = sheet.defaults.script ?? '';
  const text = state.drafts[sheet.tab] ?? saved;
  const write = (next: string) =>
    controller.dispatch({ type: 'draft', tab: sheet.tab, text: next === saved ? null : next });
  return {
    area,
    text,
    changed: text !== saved,
    write,
    discard: () => write(saved),
    edit(edit) {
      const element = area.current;
      if (element === null) return;
      const result = edit(text, { start: element.selectionStart, end: element.selectionEnd });
      write(result.text);
      requestAnimationFrame(() => {
        element.focus();
        element.setSelectionRange(result.caret, result.caret);
      });
    },
  };
}
