import { useEffect, useState } from 'preact/hooks';
import type { RowView, SheetView } from '../../app/sidebar/contract.ts';
import type { Controller } from '../page/controller.ts';
import type { ScriptDraft } from './script-draft.ts';

/** Typing goes on meanwhile. Only what stands still for so long is asked about. */
const REST_MS = 250;

/** The active row with the script that is being typed. Until the add-on has answered, as it was before. */
export function useRowPreview(
  controller: Controller,
  { row }: SheetView,
  { text, changed }: Pick<ScriptDraft, 'text' | 'changed'>,
): RowView | null {
  const [preview, setPreview] = useState<RowView | null>(null);
  useEffect(() => {
    if (!changed || row === null) {
      setPreview(null);
      return;
    }
    let isOld = false;
    const wait = setTimeout(async () => {
      const answer = await controller.preview(text);
      // Only what is in the sheet can be heard.
      if (!isOld && answer !== null) setPreview({ ...answer, hearing: null });
    }, REST_MS);
    return () => {
      isOld = true;
      clearTimeout(wait);
    };
  }, [text, changed, row]);
  return changed && preview?.number === row?.number ? (preview ?? row) : row;
}
