import type { Controller } from '../page/controller.ts';
import type { State } from '../page/state.ts';
import { ConnectForm } from './connect-form.tsx';

/** The first thing a new user sees. */
export function ConnectPage({
  state,
  controller,
}: {
  readonly state: State;
  readonly controller: Controller;
}) {
  return (
    <div class="panel welcome" tabIndex={-1} data-focus-home>
      <svg class="mark" viewBox="0 0 48 48" aria-hidden>
        <rect x="4" y="8" width="40" height="32" rx="8" />
        <path d="M4 18h40M16 18v22" />
        <path class="solid" d="M25 23.5v11l9-5.5-9-5.5Z" />
      </svg>
      <h2>One row, one video</h2>
      <p class="lead">
        Connect your HeyGen account. Then choose an avatar and a voice, and render the rows of this sheet.
      </p>
      <ConnectForm state={state} controller={controller} />
    </div>
  );
}
