/** Outlines in a 20 × 20 box, drawn in the colour of the text. */
const SHAPES = {
  gear: 'M10 12.8a2.8 2.8 0 1 0 0-5.6 2.8 2.8 0 0 0 0 5.6ZM8.6 2.5h2.8l.4 2 1.5.9 2-.7 1.4 2.4-1.6 1.4v1.8l1.6 1.4-1.4 2.4-2-.7-1.5.9-.4 2H8.6l-.4-2-1.5-.9-2 .7-1.4-2.4 1.6-1.4V8.5L3.3 7.1l1.4-2.4 2 .7 1.5-.9.4-2Z',
  search: 'M9 14.5a5.5 5.5 0 1 0 0-11 5.5 5.5 0 0 0 0 11ZM13 13l4 4',
  filter: 'M3 5.5h14M6 10h8M8.5 14.5h3',
  play: 'M7 4.5v11l9-5.5-9-5.5Z',
  stop: 'M6 6h8v8H6V6Z',
  previous: 'M12 5l-5 5 5 5',
  next: 'M8 5l5 5-5 5',
  close: 'M5.5 5.5l9 9m0-9l-9 9',
  check: 'M4.5 10.5l3.5 3.5 7.5-8',
  warning: 'M10 3.5l7.5 13h-15L10 3.5ZM10 8v4M10 14v.5',
  picture: 'M3 4h14v12H3V4ZM3 13.5l4-4 4 4 2-2 4 4M12.5 7.5h.5',
  refresh: 'M15.5 10a5.5 5.5 0 1 1-1.6-3.9L16 8M16 4v4h-4',
} as const;

export type IconShape = keyof typeof SHAPES;

/** An icon beside text or in a button with a label. Screen readers ignore it. */
export function Icon({ shape }: { readonly shape: IconShape }) {
  return (
    <svg class="icon" viewBox="0 0 20 20" aria-hidden>
      <path d={SHAPES[shape]} />
    </svg>
  );
}
