import type { Reply, SidebarCall } from '../../app/sidebar/contract.ts';
import type { Answer, Arguments } from './call.ts';
import type { State } from './state.ts';

interface Means {
  ask<Name extends SidebarCall>(name: Name, args: Arguments<Name>): Promise<Reply<Answer<Name>>>;
  plan(): Promise<void>;
  render(runPrint: string, again: boolean): Promise<void>;
  state(): State;
}

/** What the page does about a sample. */
export function createSampleControl({ ask, plan, render, state }: Means) {
  return {
    async renderSample(runPrint: string): Promise<void> {
      await ask('sidebarRenderSample', [runPrint]);
      await plan();
    },
    /** Approves the sample, then renders the rest, unless its price is to be asked about once more. */
    async approveSample(): Promise<void> {
      const shown = state().plan;
      const approved = await ask('sidebarApproveSample', []);
      if (approved.ok && shown !== null && shown.videos > 0 && shown.asksAbove === null) {
        await render(shown.runPrint, shown.again);
      } else await plan();
    },
  };
}
