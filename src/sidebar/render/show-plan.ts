/** Goes up to what Render would do, when rows were selected further down: their price stands there. */
export function showPlan(): void {
  const box = document.getElementById('plan-title')?.closest<HTMLElement>('.box');
  box?.focus();
  box?.scrollIntoView({ block: 'nearest' });
}
