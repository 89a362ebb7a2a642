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
