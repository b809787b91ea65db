import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import type { Server } from './server.ts';

/** The add-on's own page, in a sandbox without an origin. Passes its calls on to the emulator. */
export function SidebarFrame(props: {
  readonly title: string;
  readonly serial: number;
  /** HeyGen is simulated: whoever is asked for a key must know that any will do. */
  readonly simulated: boolean;
  readonly server: Server;
  readonly close: () => void;
  readonly focusSheet: () => void;
  /** Grows whenever the server has learned of a new selection. */
  readonly selections: number;
}) {
  const frame = useRef<HTMLIFrameElement>(null);
  const { server, close, focusSheet } = props;
  // This must happen before the page in the frame makes its first call.
  useLayoutEffect(() => {
    const hear = ({ source, data }: MessageEvent): void => {
      const page = frame.current?.contentWindow;
      if (source !== page || page === null || page === undefined || data?.reelmerge !== true) return;
      if (data.kind === 'close') close();
      else if (data.kind === 'focus') focusSheet();
      else if (
        data.kind === 'call' &&
        typeof data.functionName === 'string' &&
        typeof data.json === 'string'
      ) {
        const { id, functionName, form } = data;
        const args = JSON.parse(data.json);
        // The server checks the fields of a form.
        const call = form === undefined ? { functionName, args } : { functionName, args, form };
        void server.call(call).then((reply) => {
          // A page in a sandbox has no origin to name.
          page.postMessage({ reelmerge: true, kind: 'reply', id, reply }, '*');
        });
      }
    };
    window.addEventListener('message', hear);
    return () => window.removeEventListener('message', hear);
  }, [server, close, focusSheet]);
  useEffect(() => {
    if (props.selections > 0)
      frame.current?.contentWindow?.postMessage({ reelmerge: true, kind: 'selected' }, '*');
  }, [props.selections]);
  return (
    <aside class="sidebar" aria-label={`Sidebar: ${props.title}`} data-area tabIndex={-1}>
      <header>
        <h2>{props.title}</h2>
        {props.simulated && <span class="hint">Any key opens it</span>}
        <button type="button" class="icon" aria-label="Close the sidebar" title="Close" onClick={close}>
          ×
        </button>
      </header>
      <iframe
        ref={frame}
        title={props.title}
        src={`/sidebar?${props.serial}`}
        sandbox="allow-scripts allow-forms allow-popups allow-popups-to-escape-sandbox allow-downloads"
      />
    </aside>
  );
}
