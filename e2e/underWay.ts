import type { Page, Request } from 'playwright/test';

/** Counts, from now on, how many of the page's requests have no answer yet. */
export function requestsUnderWay(page: Page): () => number {
  const underWay = new Set<Request>();
  page.on('request', (request) => underWay.add(request));
  page.on('requestfinished', (request) => underWay.delete(request));
  page.on('requestfailed', (request) => underWay.delete(request));
  return () => underWay.size;
}
