import type { PageFiles } from './pageFiles.ts';

/** Headers of the page and its files. */
export const PAGE_HEADERS: Readonly<Record<string, string>> = {
  'content-security-policy': [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    // The log is taken apart in a worker.
    "worker-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; '),
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
};

/** What the page has to know of the server that serves it. */
export type PageFacts = {
  /** Names of the environments, first one first. */
  readonly environments: readonly string[];
  /** Where a person signs out; null when nobody signs in. */
  readonly signOutPath: string | null;
};

/**
 * Writes the facts into the page's meta tags, where the app reads them: no script, so that none need be allowed. Throws
 * when the page lacks a tag: the app could not know where it is.
 */
export function fillPage(html: string, { environments, signOutPath }: PageFacts): string {
  const filled = fill(html, 'toloka-environments', environments.join(' '));
  return fill(filled, 'toloka-sign-out', signOutPath ?? '');
}

/** What the page at an address needs first. */
export type PageNeeds = {
  readonly files: PageFiles;
  /** Path and query of this server's own API (see `firstRequest`); null for none. */
  readonly request: string | null;
  /** What relative dates in `request` were resolved at, in epoch ms. */
  readonly now: number;
};

/**
 * Has the browser fetch what the page needs first while the page's code still loads: its own part of the code, and its
 * data. The page asks for both again in its own time, and finds them there.
 */
export function announce(html: string, { files, request, now }: PageNeeds): string {
  const tags = [
    ...(request === null
      ? []
      : [
          `<link rel="preload" as="fetch" crossorigin="anonymous" href="${escaped(request)}" />`,
          `<meta name="toloka-now" content="${now}" />`,
        ]),
    ...files.scripts.map((href) => `<link rel="modulepreload" crossorigin href="${escaped(href)}" />`),
    ...files.styles.map((href) => `<link rel="stylesheet" crossorigin href="${escaped(href)}" />`),
  ];
  return html.replace('</head>', () => `${tags.map((tag) => `  ${tag}\n  `).join('')}</head>`);
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
}

function fill(html: string, name: string, content: string): string {
  const meta = new RegExp(`(<meta\\s+name="${name}"\\s+content=")[^"]*(")`);
  if (!meta.test(html)) throw new Error(`index.html has no <meta name="${name}" content="">`);
  return html.replace(meta, `$1${content}$2`);
}
