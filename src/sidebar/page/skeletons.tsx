/** Pale placeholder cards, shown while the first looks load. */
export function Skeletons() {
  return (
    <div class="skeletons" aria-hidden>
      <span />
      <span />
      <span />
      <span />
    </div>
  );
}
