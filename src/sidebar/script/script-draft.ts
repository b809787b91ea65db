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
 * The sheet's own script in the editor. What the user types is a draft until it is saved or discarded. What arrives
 * from the sheet never overwrites it.
 */
export interface ScriptDraft {
  readonly area: RefObject<HTMLTextAreaElement | null>;
  readonly text: string;
  readonly changed: boolean;
  readonly write: (text: string) => void;
  readonly discard: () => void;
  /** Edits the text at the caret and keeps the focus there. */
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
