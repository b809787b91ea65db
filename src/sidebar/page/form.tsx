import type { ComponentChildren } from 'preact';

/** A form that the page handles itself: submitting it loads nothing. */
export function Form({
  onSubmit,
  children,
}: {
  readonly onSubmit: (form: HTMLFormElement) => unknown;
  readonly children: ComponentChildren;
}) {
  return (
    <form
      class="stack tight"
      onSubmit={(event) => {
        event.preventDefault();
        onSubmit(event.currentTarget);
      }}
    >
      {children}
    </form>
  );
}
