import { translate, type Speech, type Text } from '../../words/words.ts';
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
  vary: 'accept-language',
};

/** Asks for the access key. `to`: where to go then. `notice`: what went wrong before, in the reader's language. */
export function keyPage(speech: Speech, { to, notice, mayBeSignedIn }: KeyPage): string {
  const say = speaker(speech);
  return page(
    speech,
    'Access key needed',
    `${notice === undefined ? `<p>${say('Whoever runs this server has the key, or can send you a link.')}</p>` : `<p role="alert" class="notice">${escape(notice)}</p>`}
<form method="post" action="${SIGN_IN_PATH}">
<input type="hidden" name="to" value="${escape(to)}">
<label for="key">${say('Access key')}</label>
<input id="key" name="key" type="password" autocomplete="current-password" required autofocus>
<button>${say('Sign in')}</button>
</form>
${mayBeSignedIn ? `<p><a href="${escape(signInHref(to))}">${say('I am signed in already')}</a></p>` : ''}`,
  );
}

type KeyPage = { readonly to: string; readonly notice?: string; readonly mayBeSignedIn?: boolean };

/** What a sign-in link opens. Only its button signs in: previews and mail scanners fetch links, but press nothing. */
export function ticketPage(speech: Speech, ticket: string, to: string): string {
  const say = speaker(speech);
  return page(
    speech,
    'Sign in',
    `<p>${say('This link works once, for ten minutes after it was made.')}</p>
<form method="post" action="${SIGN_IN_PATH}">
<input type="hidden" name="to" value="${escape(to)}">
<input type="hidden" name="ticket" value="${escape(ticket)}">
<button autofocus>${say('Continue')}</button>
</form>`,
  );
}

/**
 * What a browser gets that follows a link from another site: it withholds the session (SameSite=Strict). The next
 * step starts from this page, so it brings the session along.
 */
export function onwardPage(speech: Speech, to: string): string {
  const href = escape(signInHref(to));
  return page(
    speech,
    'One moment',
    `<p><a href="${href}">${speaker(speech)('Continue')}</a></p>`,
    `<meta http-equiv="refresh" content="0; url=${href}">\n`,
  );
}

/** Asks whether to sign out. */
export function signOutPage(speech: Speech): string {
  const say = speaker(speech);
  return page(
    speech,
    'Sign out',
    `<p>${say('This browser forgets the access key’s session. Others stay signed in.')}</p>
<form method="post" action="${SIGN_OUT_PATH}">
<button>${say('Sign out')}</button>
</form>
<p><a href="/">${say('Back')}</a></p>`,
  );
}

/** Says texts in the reader's language, as HTML. */
function speaker(speech: Speech): (text: Text) => string {
  return (text) => escape(translate(speech, text));
}

/** The sign-in page that leads on to a path. */
export function signInHref(to: string): string {
  return `${SIGN_IN_PATH}?${new URLSearchParams({ to }).toString()}`;
}

function page(speech: Speech, heading: Text, content: string, head = ''): string {
  const title = speaker(speech)(heading);
  return `<!doctype html>
<html lang="${speech.language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
${head}<link rel="icon" href="/favicon.svg" type="image/svg+xml">
<link rel="stylesheet" href="${SIGN_IN_STYLES}">
<title>${title} · Toloka Operations</title>
</head>
<body>
<main>
<p class="brand">Toloka Operations</p>
<h1>${title}</h1>
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
