/** The page that was shown last, by its path; null before the first. */
let shown: string | null = null;

/**
 * Tells that a page is shown, by its path, and whether somebody has come to it from another page of the app. What only changes
 * the query stays on its page, and the first page of a visit is come to by the browser's own means.
 */
export function comeTo(path: string): boolean {
  const before = shown;
  shown = path;
  return before !== null && before !== path;
}

/** Tells that the page which was shown is gone and the next is not there yet: whoever turns back comes to the former anew. */
export function comeToNone(): void {
  if (shown !== null) shown = '';
}

/**
 * Whether the address still is a page's, by its path: a list that has been left is there for a moment longer (see `Pages`), and
 * must not move what is shown in its place.
 */
export function isAt(path: string): boolean {
  return window.location.pathname === path;
}
