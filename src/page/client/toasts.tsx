import type { ToastView } from './store.ts';

export function Toasts(props: {
  readonly toasts: readonly ToastView[];
  readonly connected: boolean;
  readonly dismiss: (id: number) => void;
}) {
  return (
    <div class="toasts" role="status" aria-live="polite">
      <div class="toast-stack">
        {!props.connected && (
          <div class="toast bad">
            <p>The server does not answer. Is “npm start” still running? The page waits for it.</p>
          </div>
        )}
        {props.toasts.map(({ id, title, message, tone }) => (
          <div key={id} class={`toast ${tone}`}>
            <div>
              {title !== '' && <h2>{title}</h2>}
              <p>{message}</p>
            </div>
            <button type="button" class="icon" aria-label="Dismiss" onClick={() => props.dismiss(id)}>
              ×
            </button>
          </div>
        ))}
      </div>
    </div>
  );
}
