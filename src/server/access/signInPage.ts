import { PAGE_HEADERS } from '../page.ts';

/** Where people sign in and out, and the look of those pages. */
export const SIGN_IN_PATH = '/sign-in';
export const SIGN_OUT_PATH = '/sign-out';
export const SIGN_IN_STYLES = '/sign-in.css';

/** Headers of these pages: no script at all, forms to this server only. */
export const SIGN_IN_HEADERS: Readonly<Record<string, string>> = {
  ...PAGE_HEADERS,
  'content-type': 'text/html; charset=utf-8',
  'content-security-policy': [
    "default-src 'none'",
    "style-src 'self'",
    "img-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; '),
  // With `no-referrer` a browser sends `Origin: null` with a form, and the form would be refused as another site's.
  'referrer-policy': 'same-origin',
  'cache-control': 'no-store',
};

/** Asks for the access key. `to`: where to go then. `notice`: what went wrong before. */
export function keyPage({ to, notice, mayBeSignedIn }: KeyPage): string {
  return page(
    'Access key needed',
    `${notice ? `<p role="alert" class="notice">${escape(notice)}</p>` : '<p>Whoever runs this server has the key, or can send you a link.</p>'}
<form method="post" action="${SIGN_IN_PATH}">
<input type="hidden" name="to" value="${escape(to)}">
<label for="key">Access key</label>
<input id="key" name="key" type="password" autocomplete="current-password" required autofocus>
<button>Sign in</button>
</form>
${mayBeSignedIn ? `<p><a href="${escape(signInHref(to))}">I am signed in already</a></p>` : ''}`,
  );
}

type KeyPage = { readonly to: string; readonly notice?: string; readonly mayBeSignedIn?: boolean };

/** What a sign-in link opens. Only its button signs in: previews and mail scanners fetch links, but press nothing. */
export function ticketPage(ticket: string, to: string): string {
  return page(
    'Sign in',
    `<p>This link works once, for ten minutes after it was made.</p>
<form method="post" action="${SIGN_IN_PATH}">
<input type="hidden" name="to" value="${escape(to)}">
<input type="hidden" name="ticket" value="${escape(ticket)}">
<button autofocus>Continue</button>
</form>`,
  );
}

/**
 * What a browser gets that follows a link from another site: it withholds the session (SameSite=Strict). The next
 * step starts from this page, so it brings the session along.
 */
export function onwardPage(to: string): string {
  const href = escape(signInHref(to));
  return page(
    'One moment',
    `<p><a href="${href}">Continue</a></p>`,
    `<meta http-equiv="refresh" content="0; url=${href}">\n`,
  );
}

/** Asks whether to sign out. */
export function signOutPage(): string {
  return page(
    'Sign out',
    `<p>This browser forgets the access key’s session. Others stay signed in.</p>
<form method="post" action="${SIGN_OUT_PATH}">
<button>Sign out</button>
</form>
<p><a href="/">Back</a></p>`,
  );
}

/** The sign-in page that leads on to a path. */
export function signInHref(to: string): string {
  return `${SIGN_IN_PATH}?${new URLSearchParams({ to }).toString()}`;
}

function page(heading: string, content: string, head = ''): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
${head}<link rel="icon" href="/favicon.svg" type="image/svg+xml">
<link rel="stylesheet" href="${SIGN_IN_STYLES}">
<title>${heading} · Toloka Operations</title>
</head>
<body>
<main>
<p class="brand">Toloka Operations</p>
<h1>${heading}</h1>
${content}
</main>
</body>
</html>
`;
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escape(text: string): string {
  return text.replaceAll(/[&<>"']/g, (character) => ENTITIES[character] ?? '');
}
