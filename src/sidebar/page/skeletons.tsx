/** Pale cards where the first looks will be. */
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
