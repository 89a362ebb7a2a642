/** Headers of the page and its files. */
export const PAGE_HEADERS: Readonly<Record<string, string>> = {
  'content-security-policy': [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; '),
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
};

const META = /(<meta\s+name="toloka-environments"\s+content=")[^"]*(")/;

/**
 * Writes the names of the environments, first one first, into the page's meta tag, where the app reads them. Throws
 * when the page has no such tag: the app could not know where it is.
 */
export function fillEnvironments(html: string, environments: readonly string[]): string {
  if (!META.test(html)) throw new Error('index.html has no <meta name="toloka-environments" content="">');
  return html.replace(META, `$1${environments.join(' ')}$2`);
}
