import type { Uploaded } from '../../app/sidebar/contract.ts';

/** A scene that shows an upload; a picture that nobody speaks over needs its seconds. */
export function sceneOf({ kind, assetId }: Uploaded): string {
  return kind === 'video' ? `[video: asset:${assetId}]` : `[image: asset:${assetId} 5s]`;
}

/** A script with `scene` as one of its own where the caret stands, and where the caret stands afterwards. */
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
