import type { IncomingMessage, ServerResponse } from 'node:http';
import { translate } from '../../words/words.ts';
import { sendProblem } from '../answers.ts';
import { internalProblem } from '../failures.ts';
import { checkHost, checkSameSite, type OwnNames } from '../guard.ts';
import { Problem } from '../problem.ts';
import type { RequestLogEntry } from '../requestLog.ts';
import { speechFor } from '../speech.ts';
import { readTarget } from '../target.ts';
import { createAttempts } from './attempts.ts';
import { endedCookie, sessionCookie, sessionsIn } from './cookies.ts';
import { pathWithin, readForm } from './form.ts';
import { createKeyring, type Keyring } from './keyring.ts';
import { addressMatcher, type Access } from './readAccess.ts';
import {
  keyPage,
  onwardPage,
  SIGN_IN_HEADERS,
  SIGN_IN_PATH,
  SIGN_IN_STYLES,
  SIGN_OUT_PATH,
  signOutPage,
  ticketPage,
} from './signInPage.ts';
import { createUsedTickets } from './usedTickets.ts';

/** Stands before everything else: calls `next` for those who may go on, and answers everybody else. Never throws. */
export type AccessControl = (req: IncomingMessage, res: ServerResponse, next: () => void) => void;

export type AccessOptions = {
  readonly access: Access;
  readonly names: OwnNames;
  /** Called once for each attempt to sign in. */
  readonly log?: (entry: RequestLogEntry) => void;
  /** Unix seconds. */
  readonly now?: () => number;
};

/** What anybody may have: it says nothing about the account. */
const OPEN = new Set(['/healthz', SIGN_IN_STYLES, '/favicon.svg']);

/** The access control that was configured. It keeps no sessions: see `Keyring`. */
export function createAccessControl(options: AccessOptions): AccessControl {
  const { access, names } = options;
  if (access.kind === 'machine') return (_req, _res, next) => next();
  const decide = access.kind === 'proxy' ? peerCheck(access.addresses) : keyCheck(access.key, options);
  const enter = async (req: IncomingMessage, res: ServerResponse, next: () => void) => {
    let may = false;
    try {
      may = await decide(req, res, () => checkHost(req, names));
    } catch (error) {
      sendProblem(res, error instanceof Problem ? error : internalProblem(error));
    }
    if (may) next();
  };
  return (req, res, next) => {
    if (OPEN.has(pathOf(req))) next();
    else void enter(req, res, next);
  };
}

/** Gives whether the request may go on; when not, it has been answered. `own`: as `checkHost`. Throws `Problem`. */
type Decide = (req: IncomingMessage, res: ServerResponse, own: () => string) => Promise<boolean>;

function peerCheck(addresses: readonly string[]): Decide {
  const trusted = addressMatcher(addresses);
  return async (req) => {
    if (trusted(req.socket.remoteAddress)) return true;
    throw new Problem('PEER_NOT_ALLOWED', 'This server answers only what comes through its proxy.');
  };
}

function keyCheck(key: Parameters<typeof createKeyring>[0], options: AccessOptions): Decide {
  const { log, now = () => Date.now() / 1000 } = options;
  const keyring = createKeyring(key);
  const attempts = createAttempts();
  const spendTicket = createUsedTickets();

  const isSignedIn = (req: IncomingMessage, own: string) =>
    sessionsIn(req, keyring, own).some((session) => keyring.sessions.read(session, now()) !== null);

  /** For programs; the scheme is theirs: toloka-kit sends `OAuth`. Throws a `Problem` after too many wrong keys. */
  const holdsKey = (req: IncomingMessage): boolean => {
    const candidate = /^(?:Bearer|OAuth|ApiKey) +(\S+)$/i.exec(req.headers.authorization ?? '')?.[1];
    return candidate !== undefined && tryKey(req, candidate);
  };

  const tryKey = (req: IncomingMessage, candidate: string): boolean => {
    const address = req.socket.remoteAddress ?? '';
    const wait = attempts.waitOf(address, now());
    if (wait > 0) {
      throw new Problem(
        'TOO_MANY_REQUESTS',
        `There were too many wrong keys. Try again in ${wait} seconds.`,
        {
          headers: { 'retry-after': String(wait) },
        },
      );
    }
    if (keyring.isKey(candidate)) return true;
    attempts.failed(address, candidate, now());
    return false;
  };

  const signIn = async (req: IncomingMessage, res: ServerResponse, own: string): Promise<void> => {
    checkSameSite(req, own);
    const form = await readForm(req);
    const to = pathWithin(form.get('to'), own);
    const ticket = form.get('ticket');
    const speech = await speechFor(req);
    let notice = translate(speech, 'That is not the access key.');
    let status = 401;
    let headers = {};
    try {
      if (ticket === null ? tryKey(req, form.get('key')?.trim() ?? '') : redeem(ticket)) {
        const cookie = sessionCookie(keyring, own, now());
        res.writeHead(303, { ...SIGN_IN_HEADERS, location: own + to, 'set-cookie': cookie }).end();
        return;
      }
      if (ticket !== null)
        notice = translate(
          speech,
          'This link has expired or was already used. Ask for a new one, or enter the key.',
        );
    } catch (error) {
      if (!(error instanceof Problem) || error.code !== 'TOO_MANY_REQUESTS') throw error;
      ({ status, headers } = error);
      const n = error.headers['retry-after'] ?? '';
      notice = translate(speech, 'There were too many wrong keys. Try again in {n} seconds.', { n });
    }
    sendPage(res, status, keyPage(speech, { to, notice }), headers);
  };

  const redeem = (text: string): boolean => {
    const ticket = keyring.tickets.read(text, now());
    return ticket !== null && spendTicket(ticket, now());
  };

  const signInPage = async (req: IncomingMessage, res: ServerResponse, own: string): Promise<void> => {
    const query = new URL(req.url ?? '', own).searchParams;
    const to = pathWithin(query.get('to'), own);
    const ticket = query.get('ticket');
    if (isSignedIn(req, own)) {
      res.writeHead(303, { ...SIGN_IN_HEADERS, location: own + to }).end();
      return;
    }
    const speech = await speechFor(req);
    sendPage(res, 200, ticket === null ? keyPage(speech, { to }) : ticketPage(speech, ticket, to));
  };

  const signOut = (req: IncomingMessage, res: ServerResponse, own: string): void => {
    checkSameSite(req, own);
    const cookie = endedCookie(keyring, own);
    res.writeHead(303, { ...SIGN_IN_HEADERS, location: own + SIGN_IN_PATH, 'set-cookie': cookie }).end();
  };

  return async (req, res, ownOf) => {
    const own = ownOf();
    const path = pathOf(req);
    const posted = req.method === 'POST';
    const read = req.method === 'GET' || req.method === 'HEAD';
    if (path === SIGN_IN_PATH && posted) {
      if (log) logWhenSent(req, res, log);
      await signIn(req, res, own);
    } else if (path === SIGN_IN_PATH && read) await signInPage(req, res, own);
    else if (path === SIGN_OUT_PATH && posted) signOut(req, res, own);
    else if (path === SIGN_OUT_PATH && read) sendPage(res, 200, signOutPage(await speechFor(req)));
    else if (isSignedIn(req, own) || holdsKey(req)) return true;
    else await refuse(req, res, own);
    return false;
  };
}

/** Answers one who is not signed in: people with a page, programs with a problem. Throws a `Problem`. */
async function refuse(req: IncomingMessage, res: ServerResponse, own: string): Promise<void> {
  const raw = req.url ?? '';
  const navigation = readTarget(raw).kind === 'page' && (req.headers.accept ?? '').includes('text/html');
  if (!navigation) {
    throw new Problem(
      'ACCESS_KEY_REQUIRED',
      'You are not signed in to this server, or your session is over. Reload the page to sign in; a program sends the access key as "Authorization: Bearer …".',
      { headers: { 'www-authenticate': 'Bearer' } },
    );
  }
  const to = pathWithin(raw, own);
  const site = req.headers['sec-fetch-site'];
  const fromElsewhere = site === 'cross-site' || site === 'same-site';
  // Browsers say where a request comes from over https and on loopback only; elsewhere a person has to.
  const speech = await speechFor(req);
  const page = fromElsewhere
    ? onwardPage(speech, to)
    : keyPage(speech, { to, mayBeSignedIn: site === undefined });
  sendPage(res, 401, page);
}

function sendPage(
  res: ServerResponse,
  status: number,
  html: string,
  headers: Record<string, string> = {},
): void {
  res.writeHead(status, { ...SIGN_IN_HEADERS, 'content-length': Buffer.byteLength(html), ...headers });
  res.end(html);
}

function pathOf(req: IncomingMessage): string {
  return (req.url ?? '').split('?', 1)[0] ?? '';
}

function logWhenSent(req: IncomingMessage, res: ServerResponse, log: (entry: RequestLogEntry) => void): void {
  const time = new Date().toISOString();
  const started = performance.now();
  res.once('close', () => {
    const ms = Math.round(performance.now() - started);
    const code = res.statusCode < 400 ? null : 'SIGN_IN_REFUSED';
    log({ time, method: req.method ?? '', route: SIGN_IN_PATH, status: res.statusCode, ms, code });
  });
}

/** A link that signs one person in. `now`: Unix seconds. */
export function signInLink(keyring: Keyring, origin: string, now: number): string {
  return `${origin}${SIGN_IN_PATH}?ticket=${keyring.tickets.issue(now)}`;
}
