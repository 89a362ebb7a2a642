import { existsSync, readFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import path from 'node:path';
import sirv from 'sirv';
import { pageOfPath } from '../app/routes.ts';
import { firstRequest } from './firstRequest.ts';
import { announce, fillPage, pageHeaders, type PageFacts } from './page.ts';
import { readPageFiles } from './pageFiles.ts';
import { languageOf } from './speech.ts';

export type SiteOptions = {
  /** The built client: `dist/client`. */
  readonly directory: string;
  readonly facts: PageFacts;
};

/** Answers whatever is left. */
export type Site = (req: IncomingMessage, res: ServerResponse) => void;

/**
 * The built app: its files, and its page for every navigation that names no file. The last handler of the server: it
 * answers whatever is left. Throws at creation when there is no build. Files are found in a table made at creation,
 * never by path.
 */
export function createSite(options: SiteOptions): Site {
  const directory = path.resolve(options.directory);
  const built = readFileSync(path.join(directory, 'index.html'), 'utf8');
  const page = fillPage(built, options.facts);
  const commonHeaders = Object.entries(pageHeaders(built));
  const files = sirv(directory, {
    dev: false,
    etag: true,
    // Written at build time beside each file (scripts/compressed.ts).
    brotli: true,
    gzip: true,
    extensions: [],
    setHeaders(res, pathname) {
      // Names under /assets hold a hash of the content.
      const immutable = pathname.startsWith('/assets/');
      res.setHeader('cache-control', immutable ? 'public, max-age=31536000, immutable' : 'no-cache');
    },
  });

  const filesOf = readPageFiles(directory);
  const pageAt = (req: IncomingMessage) => {
    const { url = '', headers } = req;
    const [pathname = '', search] = url.split('?', 2);
    const name = pageOfPath(pathname, search);
    // Another language may have been chosen in this browser; then its texts come a round trip later.
    const files = filesOf(name, languageOf(req));
    const now = Date.now();
    if (name === null) return announce(page, { files, request: null, now });
    // Without Sec-Fetch-Site, as over plain http to another machine, the page's requests must carry a header (guard.ts)
    // that the browser would not send ahead.
    const ahead = headers['sec-fetch-site'] !== undefined;
    const request = ahead ? firstRequest(url, options.facts.environments, now) : null;
    return announce(page, { files, request, now });
  };

  return (req, res) => {
    for (const [name, value] of commonHeaders) res.setHeader(name, value);
    const pathname = (req.url ?? '/').split('?', 1)[0] ?? '/';
    if (req.method !== 'GET' && req.method !== 'HEAD') {
      res.setHeader('allow', 'GET, HEAD');
      sendText(res, 405, 'Only GET and HEAD are answered here.\n');
    } else if (pathname === '/' || pathname === '/index.html') sendPage(res, pageAt(req));
    // A later build may have removed the file, and sirv would end the process over it.
    else if (existsSync(path.join(directory, pathname)))
      files(req, res, () => fallBack(req, res, pageAt(req)));
    else fallBack(req, res, pageAt(req));
  };
}

/** Navigations get the page, whatever they name: an operation's ID may hold dots. Anything else does not exist. */
function fallBack(req: IncomingMessage, res: ServerResponse, page: string): void {
  const navigation = (req.headers.accept ?? '').includes('text/html');
  if (navigation && !req.url?.startsWith('/assets/')) sendPage(res, page);
  else sendText(res, 404, 'There is no such file.\n');
}

function sendPage(res: ServerResponse, page: string): void {
  res.setHeader('vary', 'accept-language');
  send(res, 200, 'text/html; charset=utf-8', page);
}

function sendText(res: ServerResponse, status: number, text: string): void {
  send(res, status, 'text/plain; charset=utf-8', text);
}

function send(res: ServerResponse, status: number, type: string, text: string): void {
  res.writeHead(status, {
    'content-type': type,
    'content-length': Buffer.byteLength(text),
    'cache-control': 'no-cache',
  });
  res.end(text);
}
