import type { Voice } from '../../app/ports/catalogue.ts';
import type { Playing } from '../page/state.ts';
import { safeUrl } from '../safe-url.ts';

/** Plays voice previews, one at a time. */
export interface Player {
  /** Plays a preview; stops it when it is the one that plays. */
  toggle(voice: Voice): void;
  stop(): void;
}

export function createPlayer(tell: (playing: Playing | null) => void): Player {
  let current: { readonly voiceId: string; readonly audio: HTMLAudioElement } | null = null;

  const stop = () => {
    current?.audio.pause();
    current = null;
    tell(null);
  };

  return {
    stop,
    toggle(voice) {
      const again = current?.voiceId === voice.id;
      stop();
      if (again) return;
      const audio = new Audio(safeUrl(voice.previewAudioUrl));
      const mine = { voiceId: voice.id, audio };
      current = mine;
      const tellMine = (phase: Playing['phase']) => {
        if (current === mine) tell({ voiceId: voice.id, phase });
      };
      tellMine('loading');
      audio.addEventListener('playing', () => tellMine('playing'));
      audio.addEventListener('ended', () => {
        if (current === mine) stop();
      });
      const failed = () => {
        tellMine('failed');
        if (current === mine) current = null;
      };
      audio.addEventListener('error', failed);
      audio.play().catch(failed);
    },
  };
}
