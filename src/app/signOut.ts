/**
 * Where one signs out of this server, as it wrote it into the page (`<meta name="toloka-sign-out">`); null when there
 * is nothing to sign out of.
 */
export function signOutPath(page: Document = document): string | null {
  return page.querySelector('meta[name="toloka-sign-out"]')?.getAttribute('content') || null;
}
