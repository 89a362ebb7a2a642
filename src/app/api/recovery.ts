import type { Query, QueryClient } from '@tanstack/react-query';
import { asFailure, type RequestFailure } from './failure.ts';

/**
 * What keeps a page true where its timers cannot: after the machine slept, when the network is back, and when a token that was
 * refused is accepted again. Nothing here asks what would not be asked anyway. A tab that is seen again is each query's own
 * matter (`refetchOnWindowFocus`).
 */

/** How often it is looked whether timers come in time; one that comes more than twice as late means a sleep. In ms. */
const BEAT_MS = 2000;
/** When the network is back, nobody asks at once: everybody's is back at that moment. In ms. */
const SPREAD_MS = 2000;
/** What was refused is asked again by itself at most so often. In ms. */
const REVIVAL_MS = 60_000;

/** Those who follow a query on screen, or also in a hidden tab while this is one. */
function followers({ observers }: Query) {
  const hidden = document.visibilityState === 'hidden';
  return observers.filter(
    ({ options }) => options.enabled !== false && (!hidden || options.refetchIntervalInBackground === true),
  );
}

/** Whether one of its followers would ask anew on coming back to the tab. */
function isWanted(query: Query): boolean {
  return followers(query).some(({ options: { refetchOnWindowFocus: asks } }) =>
    typeof asks === 'function' ? asks(query) !== false : false,
  );
}

function isPolled(query: Query): boolean {
  return followers(query).some(({ options: { refetchInterval: wait } }) =>
    typeof wait === 'function' ? typeof wait(query) === 'number' : typeof wait === 'number',
  );
}

/** Keeps a client's queries up with the world, for as long as the page lives. Returns how to stop. */
export function keepUp(client: QueryClient): () => void {
  const stops = [onWake(() => catchUp(client)), onOnline(() => reconnect(client)), reviveRefused(client)];
  return () => {
    for (const stop of stops) stop();
  };
}

/** Calls when the machine has slept. The clocks of timers stand still meanwhile, so none comes at once by itself. */
function onWake(wake: () => void): () => void {
  let last = Date.now();
  const timer = setInterval(() => {
    const now = Date.now();
    const slept = now - last > 2 * BEAT_MS;
    last = now;
    if (slept) wake();
  }, BEAT_MS);
  return () => clearInterval(timer);
}

function onOnline(online: () => void): () => void {
  window.addEventListener('online', online);
  return () => window.removeEventListener('online', online);
}

/** Marks what is overdue as stale, and asks for it. */
function catchUp(client: QueryClient): void {
  void client.invalidateQueries({ predicate: isWanted }, { cancelRefetch: false });
}

/** Asks for what has failed for want of a connection, or is overdue, each in a moment of its own. */
function reconnect(client: QueryClient): void {
  for (const query of client.getQueryCache().findAll({ type: 'active' })) {
    const lost = query.state.status === 'error' && isConnectionLost(asFailure(query.state.error));
    if (!isWanted(query) && !(lost && isPolled(query))) continue;
    setTimeout(() => refetch(client, query), Math.random() * SPREAD_MS);
  }
}

/** Whether nothing but the way there may be at fault: neither the server nor the API has named a time to wait. */
function isConnectionLost({ status, code, retryAfterMs }: RequestFailure): boolean {
  const unanswered = status === null ? code !== 'UNEXPECTED' : status === 502 || status === 504;
  return unanswered && retryAfterMs === null;
}

/** After a refusal of the token, one good answer shows that it is accepted again: then all others are asked again. */
function reviveRefused(client: QueryClient): () => void {
  const refused = new Set<unknown>();
  const revivedAt = new Map<unknown, number>();
  const cache = client.getQueryCache();
  for (const { queryKey } of cache.findAll({ predicate: isRefused })) refused.add(queryKey[1]);
  return cache.subscribe((event) => {
    if (event.type !== 'updated') return;
    const environment = event.query.queryKey[1];
    if (event.action.type === 'error' && isRefused(event.query)) refused.add(environment);
    const revives = event.action.type === 'success' && refused.has(environment);
    if (!revives || Date.now() - (revivedAt.get(environment) ?? 0) < REVIVAL_MS) return;
    refused.delete(environment);
    revivedAt.set(environment, Date.now());
    const others = cache.findAll({ type: 'active', predicate: isRefused });
    for (const query of others) if (query.queryKey[1] === environment) refetch(client, query);
  });
}

function isRefused({ state }: Query): boolean {
  return state.status === 'error' && asFailure(state.error).status === 401;
}

function refetch(client: QueryClient, { queryKey }: Query): void {
  void client.refetchQueries({ queryKey, exact: true, type: 'active' }, { cancelRefetch: false });
}
