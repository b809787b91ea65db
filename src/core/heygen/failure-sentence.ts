import { PROBLEM_WORDS } from './problem-words.ts';

/**
 * The sentence for a video that HeyGen accepted and then failed to make. `ownWords` are HeyGen's, '' when there are
 * none. The client has cleaned them and removed the full stop.
 */
export function failureSentence(code: string, ownWords: string): string {
  const known = PROBLEM_WORDS.get(code);
  // The words for a wait or an outage promise another try. Nobody tries a failed video again but the user.
  const fits = known?.kind === 'row' || known?.kind === 'stop';
  const words = fits
    ? known.words
    : code === ''
      ? 'HeyGen could not make this video and did not say why. You were not charged. Retry the row. If it fails again, change the script or the avatar.'
      : known?.kind === 'outage'
        ? `HeyGen could not make this video because of an error of its own (${code}). You were not charged. Retry the row. If it fails again, change the script or the avatar.`
        : `HeyGen could not make this video (${code}). You were not charged. Change what HeyGen names, or retry the row.`;
  return ownWords === '' ? words : `${words} HeyGen says: "${ownWords}".`;
}
