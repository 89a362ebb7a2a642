/** The rows of the table that stands beside the strip, in the document: touched directly, so that no row renders. */

/** The row that an element is in, by its operation's ID; null where it is in none. */
export function rowIdAt(target: EventTarget | null): string | null {
  const row = target instanceof Element ? target.closest<HTMLElement>('tr[data-operation]') : null;
  return row?.dataset['operation'] ?? null;
}

/** Points out the rows of some operations in `area`. Returns how to undo it. */
export function pointOut(area: Element, ids: ReadonlySet<string>): () => void {
  const rows = rowsIn(area).filter((row) => ids.has(row.dataset['operation'] ?? ''));
  for (const row of rows) row.dataset['glance'] = '';
  return () => {
    for (const row of rows) delete row.dataset['glance'];
  };
}

/** Brings the first row of some operations into sight, its link focused. */
export function goToRow(area: Element, ids: ReadonlySet<string>): void {
  const row = rowsIn(area).find(({ dataset }) => ids.has(dataset['operation'] ?? ''));
  row?.scrollIntoView({ block: 'nearest' });
  row?.querySelector('a')?.focus({ preventScroll: true });
}

function rowsIn(area: Element): HTMLElement[] {
  return [...area.querySelectorAll<HTMLElement>('tr[data-operation]')];
}
