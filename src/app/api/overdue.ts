type Times = { readonly dataUpdatedAt: number; readonly errorUpdatedAt: number };

/** Whether a query that is asked again `wait` ms after each answer (false for never) should have been asked by now. */
export function isOverdue({ state }: { readonly state: Times }, wait: number | false): boolean {
  const last = Math.max(state.dataUpdatedAt, state.errorUpdatedAt);
  return last > 0 && wait !== false && last + wait <= Date.now();
}
