/** What the way back to a list hands over through the history entry. */
export type ListState = {
  /** The ID of the operation that one has looked at last: the focus belongs on its row. */
  readonly seen: string;
};

/** Reads `ListState` from a history entry, which may hold anything (an older version's, another app's). */
export function readListState(state: unknown): ListState | null {
  if (typeof state !== 'object' || state === null || !('seen' in state)) return null;
  return typeof state.seen === 'string' ? { seen: state.seen } : null;
}
