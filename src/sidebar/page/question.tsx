import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';

/** A question that has come by a press. It takes the focus, so that it is read out and the next Tab is in it. */
export function Question({ children }: { readonly children: ComponentChildren }) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => place.current?.focus(), []);
  return (
    <div class="question" tabIndex={-1} ref={place}>
      {children}
    </div>
  );
}
