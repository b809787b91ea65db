/** The bytes by which HeyGen recognises a file, in latin1, and where they are. It ignores the name. */
const MARKS: readonly (readonly [at: number, mark: string, kind: string])[] = [
  [0, '\u0089PNG\r\n\u001a\n', 'image/png'],
  [0, '\u00ff\u00d8\u00ff', 'image/jpeg'],
  [4, 'ftyp', 'video/mp4'],
  [0, '\u001aE\u00df\u00a3', 'video/webm'],
  [0, 'ID3', 'audio/mpeg'],
  // An MP3 without a tag begins with a frame: eleven set bits, then version and layer.
  [0, '\u00ff\u00fb', 'audio/mpeg'],
  [0, '\u00ff\u00f3', 'audio/mpeg'],
  [0, '\u00ff\u00f2', 'audio/mpeg'],
  [8, 'WAVE', 'audio/wav'],
  [0, '%PDF-', 'application/pdf'],
];
const SUBTITLE = /^(?:\u00ef\u00bb\u00bf)?\s*\d+\s+\d\d:\d\d:\d\d,\d{3} --> /;

export const FILE_KINDS = 'PNG, JPEG, MP4, WebM, MP3, WAV, PDF and SRT';

/** The kind of a file, told from its bytes (latin1). Null: HeyGen does not take it. */
export function kindOfFile(content: string): string | null {
  const found = MARKS.find(([at, mark]) => content.startsWith(mark, at));
  if (found !== undefined) return found[2];
  return SUBTITLE.test(content.slice(0, 64)) ? 'application/x-subrip' : null;
}
