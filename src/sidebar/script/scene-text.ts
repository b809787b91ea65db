import type { Uploaded } from '../../app/sidebar/contract.ts';

/** A scene that shows an upload. A picture without speech needs a duration. */
export function sceneOf({ kind, assetId }: Uploaded): string {
  return kind === 'video' ? `[video: asset:${assetId}]` : `[image: asset:${assetId} 5s]`;
}

/** Inserts `scene` as a separate scene at the caret. Gives the new text and caret position. */
export function withScene(
  text: string,
  caret: number,
  scene: string,
): { readonly text: string; readonly caret: number } {
  const before = text.slice(0, caret).trimEnd();
  const after = text.slice(caret).trim();
  const head =
    before === '' ? '' : /^\s*-{3,}$/mu.test(lastLine(before)) ? `${before}\n` : `${before}\n---\n`;
  const tail = after === '' ? '' : /^-{3,}\s*(?:\n|$)/u.test(after) ? `\n${after}` : `\n---\n${after}`;
  return { text: head + scene + tail, caret: head.length + scene.length };
}

function lastLine(text: string): string {
  return text.slice(text.lastIndexOf('\n') + 1);
}
