import type { Choice, State } from '../page/state.ts';

/**
 * What "Use" writes: what was picked, and on the tab of the look (or the voice) the one that the active
 * row already has, so that it can be given to other rows. '' leaves a column alone.
 */
export function idsToUse(state: State): Choice {
  const row = state.sheet?.row ?? null;
  const { choice, tab } = state;
  return {
    avatarId: choice.avatarId || (tab === 'avatar' ? (row?.avatarId ?? '') : ''),
    voiceId: choice.voiceId || (tab === 'voice' ? (row?.voiceId ?? '') : ''),
  };
}

export function isNothing(choice: Choice): boolean {
  return choice.avatarId === '' && choice.voiceId === '';
}
