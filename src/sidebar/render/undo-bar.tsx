import { useEffect, useState } from 'preact/hooks';
import { counted } from '../../core/count-words.ts';
import type { UndoTime } from '../../core/jobs/undo-time.ts';
import { Button } from '../page/button.tsx';
import type { PanelProps } from '../page/panel.ts';
import { isPending } from '../page/state.ts';

/** Counts the undo time of one run down, then lets it leave. */
export function UndoBar(props: PanelProps & { readonly undo: UndoTime }) {
  const { state, controller, undo } = props;
  const [left, setLeft] = useState(undo.seconds);
  useEffect(() => {
    // Answers that come meanwhile may be some seconds old, so the page counts by its own clock.
    const end = Date.now() + undo.seconds * 1000;
    const timer = setInterval(() => {
      const seconds = Math.ceil((end - Date.now()) / 1000);
      setLeft(Math.max(0, seconds));
      if (seconds > 0) return;
      clearInterval(timer);
      void controller.sync(false);
    }, 250);
    return () => clearInterval(timer);
  }, [undo.run]);
  return (
    <div class="message plain box-head">
      <div role="timer" aria-label="Undo time">
        Sending {counted(undo.videos, 'video')} in {left} s
      </div>
      <Button
        kind="text"
        busy={isPending(state, 'sidebarCancelQueued')}
        onPress={() => controller.undo(undo.run)}
      >
        Undo
      </Button>
    </div>
  );
}
