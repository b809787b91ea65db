import type { Voice } from '../../app/ports/catalogue.ts';
import type { Playing } from '../page/state.ts';
import { safeUrl } from '../safe-url.ts';

/** Plays voice previews, one at a time. */
export interface Player {
  /** Plays a preview, or stops it if it is playing. */
  toggle(voice: Voice): void;
  stop(): void;
}

export function createPlayer(report: (playing: Playing | null) => void): Player {
  let current: { readonly voiceId: string; readonly audio: HTMLAudioElement } | null = null;

  const stop = () => {
    current?.audio.pause();
    current = null;
    report(null);
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
      const reportMine = (phase: Playing['phase']) => {
        if (current === mine) report({ voiceId: voice.id, phase });
      };
      reportMine('loading');
      audio.addEventListener('playing', () => reportMine('playing'));
      audio.addEventListener('ended', () => {
        if (current === mine) stop();
      });
      const failed = () => {
        reportMine('failed');
        if (current === mine) current = null;
      };
      audio.addEventListener('error', failed);
      audio.play().catch(failed);
    },
  };
}
