/**
 * How this server was started, where it has no account but the demo, as it wrote it into the page
 * (`<meta name="toloka-start">`); null where there is an account.
 */
export function startedBy(page: Document = document): string | null {
  return page.querySelector('meta[name="toloka-start"]')?.getAttribute('content') || null;
}
