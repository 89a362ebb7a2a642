/** By what the checkbox for all rows can be found. */
export const SELECT_ALL_ID = 'select-all';

/** Puts the focus on the checkbox for all rows, without scrolling to it. */
export function focusSelectAll(): void {
  document.getElementById(SELECT_ALL_ID)?.focus({ preventScroll: true });
}
