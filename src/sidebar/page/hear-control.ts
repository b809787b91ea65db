import type { Again, Heard, Reply, SidebarCall } from '../../app/sidebar/contract.ts';
import type { SpeakingVoice } from '../../core/hear/spoken-part.ts';
import type { Action } from './actions.ts';
import type { Answer, Arguments } from './call.ts';

interface Means {
  ask<Name extends SidebarCall>(name: Name, args: Arguments<Name>): Promise<Reply<Answer<Name>>>;
  plan(): Promise<void>;
  dispatch(action: Action): void;
}

/** What the page does to have words heard without a video. */
export function createHearControl({ ask, plan, dispatch }: Means) {
  return {
    async hear(row: number, print: string, again: Again): Promise<Reply<Heard>> {
      const reply = await ask('sidebarHear', [row, print, again]);
      return reply.ok ? { ok: true, value: reply.value.heard } : reply;
    },
    hearName: (words: string, voice: SpeakingVoice, again: Again): Promise<Reply<Heard>> =>
      ask('sidebarHearName', [words, voice, again]),
    /** One row as the sample: the Render tab says what it costs. */
    async sampleOf(row: number): Promise<void> {
      const reply = await ask('sidebarSelectRows', [[row]]);
      if (!reply.ok) return;
      dispatch({ type: 'tab', tab: 'render' });
      await plan();
    },
  };
}
