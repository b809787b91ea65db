/** What a failed write means, in words that follow "could not be written:". */
const REASONS: Readonly<Record<string, string>> = {
  ENOSPC: 'the disk is full',
  EDQUOT: 'your share of the disk is used up',
  EFBIG: 'the file may not grow any further',
  EROFS: 'the disk is read-only',
  EACCES: 'you may not write there',
  EPERM: 'you may not write there',
  EIO: 'the disk does not answer',
  ENOENT: 'its folder is not there',
  ENOTDIR: 'what should be its folder is a file',
};

/** Why a file could not be written. Null when the disk is not to blame. */
export function diskTrouble(error: unknown): string | null {
  if (!(error instanceof Error) || !('code' in error) || !('syscall' in error)) return null;
  const code = String(error.code);
  const reason = REASONS[code];
  return reason === undefined ? `the disk refuses (${code})` : `${reason} (${code})`;
}
