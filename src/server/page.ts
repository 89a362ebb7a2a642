import { createHash } from 'node:crypto';
import type { PageFiles } from './pageFiles.ts';

/** Headers of every page that a person sees, and of the files it is made of; each adds a policy of its own. */
export const PAGE_HEADERS: Readonly<Record<string, string>> = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
};

/**
 * Headers of the app's page and its files. `html` is the page as it was built, before anything that comes from elsewhere is
 * written into it: the scripts that stand in it run, and no other script but files of this server's.
 */
export function pageHeaders(html: string): Readonly<Record<string, string>> {
  return {
    'content-security-policy': [
      "default-src 'none'",
      ["script-src 'self'", ...inlineScriptHashes(html)].join(' '),
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
    ...PAGE_HEADERS,
  };
}

/** Source expressions of the scripts that stand in a page, as Content-Security-Policy writes them. */
function inlineScriptHashes(html: string): readonly string[] {
  const scripts = html.matchAll(/<script(?![^>]*\ssrc=)[^>]*>([\s\S]*?)<\/script>/gi);
  return Array.from(scripts, ([, text = '']) => {
    // As the browser's parser reads it: its line ends are all `\n`.
    const digest = createHash('sha256').update(text.replaceAll(/\r\n?/g, '\n')).digest('base64');
    return `'sha256-${digest}'`;
  });
}

/** What the page has to know of the server that serves it. */
export type PageFacts = {
  /** Names of the environments, first one first. */
  readonly environments: readonly string[];
  /** Where a person signs out; null when nobody signs in. */
  readonly signOutPath: string | null;
  /** How the server was started (`startCommand.ts`), for who has only the demo and may connect an account; or null. */
  readonly startCommand?: string | null;
};

/**
 * Writes the facts into the page's meta tags, where the app reads them: no script, so that none need be allowed. Throws
 * when the page lacks a tag: the app could not know where it is.
 */
export function fillPage(
  html: string,
  { environments, signOutPath, startCommand = null }: PageFacts,
): string {
  const filled = fill(html, 'toloka-environments', environments.join(' '));
  const whole = fill(filled, 'toloka-sign-out', signOutPath ?? '');
  return startCommand === null ? whole : fill(whole, 'toloka-start', startCommand);
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
